package dev.gangway.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.bench.model.TlsOptions.Version;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationRulesTest {
    @ParameterizedTest
    @CsvSource({
        "70, protocol_version, tls.version-refused",
        "40, handshake_failure, tls.nothing-in-common",
        "71, insufficient_security, tls.nothing-in-common",
        "112, unrecognized_name, tls.name-unknown",
        "120, no_application_protocol, tls.alpn-refused",
        "80, internal_error, tls.alert",
    })
    void theServersAlert(int code, String name, String expected) {
        assertThat(Story.tls().connected().hello().alertIn(code, name).code()).isEqualTo(expected);
    }

    /** HelloRequest has type 0 (RFC 5246, section 7.4). */
    @Test
    void helloRequestAfterTheHandshakeIsARenegotiation() {
        Story story = Story.tls()
                .connected()
                .hello()
                .serverHello("TLS 1.2")
                .complete()
                .connect()
                .add(Layer.TLS, Direction.IN, "HelloRequest", new TlsDetail.Handshake(0))
                .alertIn(40, "handshake_failure");
        assertThat(story.code()).isEqualTo("tls.renegotiation");
    }

    @Test
    void theVersionThatWasLeftOutIsOffered() {
        Story story = Story.tls().plan(plan -> plan.withTls(plan.tls().withVersions(List.of(Version.TLS_1_2))));
        assertThat(story.connected()
                        .hello()
                        .alertIn(70, "protocol_version")
                        .diagnosis()
                        .fix()
                        .orElseThrow()
                        .args())
                .containsEntry("version", "1.3");
    }

    @Test
    void ourOwnAlerts() {
        assertThat(Story.tls()
                        .connected()
                        .hello()
                        .alertOut(70, "protocol_version")
                        .code())
                .isEqualTo("tls.version-refused");
        assertThat(Story.tls().connected().hello().alertOut(50, "decode_error").code())
                .isEqualTo("tls.garbled");
    }

    @Test
    void handshakeFailureAfterACertificateRequestIsAboutTheCertificate() {
        assertThat(Story.tls()
                        .connected()
                        .hello()
                        .serverHello("TLS 1.2")
                        .requested()
                        .sent(List.of())
                        .alertIn(40, "handshake_failure")
                        .code())
                .isEqualTo("cert.required");
    }

    @Test
    void aPoliteGoodbyeIsNoAlert() {
        assertThat(Story.tls()
                        .tlsStands(Fixtures.SERVER.leaf())
                        .connect()
                        .connack(0)
                        .goodbye()
                        .alertIn(90, "user_canceled")
                        .alertIn(0, "close_notify")
                        .passes())
                .isTrue();
    }

    @Test
    void aPoliteGoodbyeTooEarlyIsAnEnd() {
        assertThat(Story.tls()
                        .tlsStands(Fixtures.SERVER.leaf())
                        .connect()
                        .alertIn(90, "user_canceled")
                        .alertIn(0, "close_notify")
                        .code())
                .isEqualTo("port.closed-behind-tls");
    }
}
