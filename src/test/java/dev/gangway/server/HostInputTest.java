package dev.gangway.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Remedy;
import dev.gangway.server.ServerEntry.HostPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostInputTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            mqtt.example.com,            mqtt.example.com, 1883
            ' mqtt.example.com\t',       mqtt.example.com, 1883
            mqtt.example.com.,           mqtt.example.com, 1883
            mqtt.example.com:8883,       mqtt.example.com, 8883
            broker_1,                    broker_1,         1883
            192.0.2.7:18830,             192.0.2.7,        18830
            ::1,                         ::1,              1883
            2001:db8::7,                 2001:db8::7,      1883
            [::1]:8883,                  ::1,              8883
            [2001:db8::7],               2001:db8::7,      1883
            bücher.example,              xn--bcher-kva.example, 1883
            """)
    void takesWhatIsClear(String text, String host, int port) {
        assertThat(HostInput.parse(text, 1883).orThrow()).isEqualTo(new HostPort(host, port));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            mqtts://mqtt.example.com:8883/path,  HOST_HAS_SCHEME, mqtt.example.com, 8883
            mqtts://mqtt.example.com,            HOST_HAS_SCHEME, mqtt.example.com, 8883
            mqtt://mqtt.example.com,             HOST_HAS_SCHEME, mqtt.example.com, 1883
            https://tb.example.com/login,        HOST_HAS_SCHEME, tb.example.com,   1883
            ssl://user:pw@mqtt.example.com:99,   HOST_HAS_SCHEME, mqtt.example.com, 99
            mqtt.example.com/mqtt,               HOST_HAS_PATH,   mqtt.example.com, 1883
            mqtt.example.com:8883/mqtt?x=1,      HOST_HAS_PATH,   mqtt.example.com, 8883
            me:secret@mqtt.example.com,          HOST_HAS_USER,   mqtt.example.com, 1883
            mqtt. example.com,                   HOST_HAS_SPACES, mqtt.example.com, 1883
            """)
    void namesWhatDoesNotBelongThereAndOffersWhatWasMeant(String text, ServerCode code, String host, String port) {
        assertThat(HostInput.parse(text, 1883).failure()).hasValueSatisfying(why -> {
            assertThat(why.code()).isEqualTo(code.id());
            assertThat(why.fix()).hasValueSatisfying(remedy -> {
                assertThat(remedy.action()).isEqualTo(Action.USE_HOST);
                assertThat(remedy.args()).containsEntry("host", host).containsEntry("port", port);
            });
            assertThat(why.toString()).doesNotContain("secret").doesNotContain("pw@");
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',              HOST_EMPTY
            '  ',            HOST_EMPTY
            host:0,          PORT_INVALID
            host:65536,      PORT_INVALID
            host:mqtt,       PORT_INVALID
            host:,           PORT_INVALID
            a..b,            HOST_INVALID
            -host,           HOST_INVALID
            a!b,             HOST_INVALID
            """)
    void refusesWhatCanBeNoHost(String text, ServerCode code) {
        assertThat(HostInput.parse(text, 1883).failure())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo(code.id()));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://tb.example.com,        https://tb.example.com
            HTTPS://tb.example.com/,       https://tb.example.com
            http://127.0.0.1:8080,         http://127.0.0.1:8080
            https://example.com/tb/,       https://example.com/tb
            http://[::1]:8080,             http://[::1]:8080
            """)
    void takesAddresses(String text, String url) {
        assertThat(HostInput.url(text).orThrow()).hasToString(url);
    }

    @Test
    void offersHttpsWhereTheSchemeIsMissing() {
        assertThat(HostInput.url("tb.example.com:8080/login").failure()).hasValueSatisfying(why -> {
            assertThat(why.is(ServerCode.URL_INVALID)).isTrue();
            assertThat(why.remedies())
                    .extracting(Remedy::args)
                    .containsExactly(java.util.Map.of("url", "https://tb.example.com:8080"));
        });
    }

    @Test
    void keepsAPasswordOutOfTheAddress() {
        assertThat(HostInput.url("https://me:secret@tb.example.com").failure()).hasValueSatisfying(why -> {
            assertThat(why.is(ServerCode.HOST_HAS_USER)).isTrue();
            assertThat(why.toString()).doesNotContain("secret");
        });
    }
}
