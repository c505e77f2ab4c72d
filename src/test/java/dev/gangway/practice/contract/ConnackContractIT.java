package dev.gangway.practice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.contract.RawMqtt.Version;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What CONNECT without a certificate is answered, byte for byte. */
class ConnackContractIT extends ContractTest {
    @Override
    void prepare() {
        rest.deviceWithToken(fill("{run}-token"), fill("{run}-T"));
        basic("{run}-full", "{\"clientId\":\"{run}-cid\",\"userName\":\"{run}-user\",\"password\":\"pass\"}");
        basic("{run}-user", "{\"userName\":\"{run}-user2\",\"password\":\"pass2\"}");
        basic("{run}-cid", "{\"clientId\":\"{run}-cid3\"}");
        rest.deviceWithCertificate(fill("{run}-x509"), fill("{run} stands for a certificate"));
    }

    private void basic(String name, String value) {
        rest.deviceWithCredentials(
                fill(name), PracticeClient.json("credentialsType", "MQTT_BASIC", "credentialsValue", fill(value)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            good token, no password, empty client id  | ''         | {run}-T     | -     | 0 | 0
            good token, client id set                 | any        | {run}-T     | -     | 0 | 0
            good token, empty password                | any        | {run}-T     | ''    | 0 | 0
            good token, some password                 | any        | {run}-T     | zzz   | 0 | 0
            wrong token, no password                  | any        | {run}-wrong | -     | 5 | 134
            wrong token, empty client id              | ''         | {run}-wrong | -     | 5 | 134
            wrong token, password                     | any        | {run}-wrong | p     | 5 | 134
            wrong token, empty password               | any        | {run}-wrong | ''    | 5 | 134
            token in another case                     | any        | {run}-t     | -     | 5 | 134
            token with a blank at its end             | any        | '{run}-T '  | -     | 5 | 134
            empty user name                           | any        | ''          | -     | 5 | 134
            empty user name and empty password        | any        | ''          | ''    | 5 | 134
            no user name, client id set               | any        | -           | -     | 2 | 133
            no user name, empty client id             | ''         | -           | -     | 5 | 135
            no user name, password only               | any        | -           | x     | 5 | 134
            basic, all three right                    | {run}-cid  | {run}-user  | pass  | 0 | 0
            basic, wrong password                     | {run}-cid  | {run}-user  | bad   | 5 | 134
            basic, no password                        | {run}-cid  | {run}-user  | -     | 5 | 134
            basic, wrong client id                    | other      | {run}-user  | pass  | 5 | 134
            basic, wrong user name                    | {run}-cid  | other       | pass  | 5 | 134
            basic without client id, any client id    | whatever   | {run}-user2 | pass2 | 0 | 0
            basic without client id, wrong password   | whatever   | {run}-user2 | bad   | 5 | 134
            basic without client id, no password      | whatever   | {run}-user2 | -     | 5 | 134
            basic with client id only                 | {run}-cid3 | -           | -     | 0 | 0
            basic with client id only, stray names    | {run}-cid3 | zzz         | zzz   | 5 | 134
            user name provision                       | any        | provision   | -     | 0 | 0
            client id provision                       | provision  | -           | -     | 0 | 0
            """)
    void answersPasswords(String what, String clientId, String user, String password, int code31, int code5) {
        assertAnswer(Version.V311, clientId, user, password, code31);
        assertAnswer(Version.V5, clientId, user, password, code5);
    }

    private void assertAnswer(Version version, String clientId, String user, String password, int code) {
        try (RawMqtt mqtt = server.tcp()) {
            String answer = mqtt.connect(version, fill(clientId), fill(user), password, true);
            assertThat(answer)
                    .isEqualTo(version == Version.V5 ? String.format("200300%02x00", code) : "200200" + "0" + code);
            if (code == 0) {
                mqtt.assertOpen();
            } else {
                mqtt.assertEnded(code);
            }
        }
    }

    @Test
    void findsNoDeviceByTheHashOfItsCertificate() {
        String id = rest.deviceWithCertificate(fill("{run}-hash"), fill("{run} another text"));
        String hash = rest.get("/api/device/" + id + "/credentials")
                .json()
                .path("credentialsId")
                .asText();
        assertAnswer(Version.V5, "any", hash, null, 134);
    }

    @ParameterizedTest
    @CsvSource({"V311, 20020100", "V5, 2003010000"})
    void claimsASessionWhereNoneIsKept(Version version, String answer) {
        try (RawMqtt mqtt = server.tcp()) {
            assertThat(mqtt.connect(version, "any", fill("{run}-T"), null, false))
                    .isEqualTo(answer);
        }
    }

    @ParameterizedTest
    @CsvSource({"{run}-T, 20020000", "{run}-wrong, 20020005"})
    void speaksMqtt31(String token, String answer) {
        try (RawMqtt mqtt = server.tcp()) {
            assertThat(mqtt.connect(Version.V31, fill(token))).isEqualTo(answer);
        }
    }

    /** CONNECT packets of which only the protocol's name and level are readable. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "level 3 with the name of level 4, 100e00044d5154540302003c00026162",
        "level 6,                         100e00044d5154540602003c00026162"
    })
    void hangsUpOnOtherProtocols(String what, String packet) {
        assertHangsUp(HexFormat.of().parseHex(packet.strip()));
    }

    @Test
    void hangsUpOnHttp() {
        assertHangsUp("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private void assertHangsUp(byte[] bytes) {
        try (RawMqtt mqtt = server.tcp()) {
            mqtt.send(bytes);
            assertThat(mqtt.next()).isEqualTo(RawMqtt.CLOSED);
        }
    }

    @Test
    void keepsQuietBeforeConnect() {
        try (RawMqtt mqtt = server.tcp()) {
            mqtt.send(mqtt.publishPacket("v1/devices/me/telemetry", "{\"a\":1}", 1));
            assertThat(mqtt.connect(Version.V311, fill("{run}-T")))
                    .as("the first answer")
                    .isEqualTo("20020000");
        }
    }
}
