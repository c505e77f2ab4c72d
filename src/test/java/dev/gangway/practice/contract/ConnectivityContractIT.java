package dev.gangway.practice.contract;

import static dev.gangway.practice.contract.Errors.assertError;
import static dev.gangway.practice.contract.Errors.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeClient.Reply;
import org.junit.jupiter.api.Test;

/** What the server tells about how to connect. */
class ConnectivityContractIT extends ContractTest {
    private JsonNode commands(String device) {
        return assertOk(rest.get("/api/device-connectivity/" + device));
    }

    @Test
    void handsOutItsAuthorityToAnybody() {
        Reply reply = rest.anonymously("GET", "/api/device-connectivity/mqtts/certificate/download", null);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).contains("application/octet-stream");
        assertThat(reply.headers().firstValue("Content-Disposition")).contains("attachment;filename=ca-root.pem");
        assertThat(reply.body()).startsWith("-----BEGIN CERTIFICATE-----\n");
        assertError(
                rest.anonymously("GET", "/api/device-connectivity/foo/certificate/download", null),
                404,
                32,
                "foo pem cert file is not found!");
    }

    @Test
    void offersCommandsWithTheToken() {
        String token = fill("{run}-T");
        JsonNode commands = commands(rest.deviceWithToken(token, token));
        assertThat(commands.at("/http/http").asText())
                .startsWith("curl -v -X POST http://")
                .endsWith("/api/v1/" + token
                        + "/telemetry --header Content-Type:application/json --data \"{temperature:25}\"");
        assertThat(commands.at("/mqtt/mqtt").asText())
                .startsWith("mosquitto_pub -d -q 1 -h ")
                .endsWith(" -t v1/devices/me/telemetry -u \"" + token + "\" -m \"{temperature:25}\"");
        assertThat(commands.at("/mqtt/mqtts/0").asText()).startsWith("curl -f -S -o ca-root.pem http://");
        assertThat(commands.at("/mqtt/mqtts/1").asText()).startsWith("mosquitto_pub -d -q 1 --cafile ca-root.pem -h ");
        assertThat(commands.at("/mqtt/docker/mqtt").asText())
                .contains("thingsboard/mosquitto-clients mosquitto_pub -d -q 1 -h ");
    }

    @Test
    void offersCommandsForBasicAndNoneForCertificates() {
        String basic = PracticeClient.json(
                "credentialsType",
                "MQTT_BASIC",
                "credentialsValue",
                fill("{\"clientId\":\"{run}-c\",\"userName\":\"{run}-u\",\"password\":\"p\"}"));
        JsonNode commands = commands(rest.deviceWithCredentials(fill("{run}-basic"), basic));
        assertThat(commands.has("http")).isFalse();
        assertThat(commands.at("/mqtt/mqtt").asText()).contains(fill(" -i \"{run}-c\" -u \"{run}-u\" -P \"p\" -m "));
        JsonNode none = commands(rest.deviceWithCertificate(fill("{run}-x509"), fill("{run} text")));
        assertThat(none.path("mqtt").toString()).isEqualTo("{\"mqtts\":\"Check documentation\"}");
    }
}
