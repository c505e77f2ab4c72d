package dev.gangway.practice.contract;

import static dev.gangway.practice.contract.Errors.assertEmpty;
import static dev.gangway.practice.contract.Errors.assertError;
import static dev.gangway.practice.contract.Errors.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.practice.PracticeClient.Reply;
import dev.gangway.practice.contract.RawMqtt.Version;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Reading back what devices sent, the attribute that says that they are alive, and the device's own HTTP calls. */
class TelemetryContractIT extends ContractTest {
    private String id;
    private String base;

    @Override
    void prepare() {
        id = rest.deviceWithToken(fill("{run}-device"), fill("{run}-T"));
        base = "/api/plugins/telemetry/DEVICE/" + id;
    }

    private Reply push(String token, String body) {
        return rest.anonymously("POST", "/api/v1/" + fill(token) + "/telemetry", body);
    }

    private void assertArrives(String key, String value) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> rest.get(base + "/values/timeseries?keys=" + key)
                        .json()
                        .at("/" + key + "/0/value")
                        .asText()
                        .equals(value));
    }

    @Test
    void takesTelemetryOverHttp() {
        assertEmpty(push("{run}-T", "{\"level\":22}"), 200);
        assertArrives("level", "22");
        assertThat(rest.get(base + "/keys/timeseries").body()).contains("\"level\"");
        assertEmpty(push("{run}-nobody", "{\"level\":22}"), 401);
        Reply malformed = push("{run}-T", "{\"a\":");
        assertThat(malformed.status()).isEqualTo(500);
        assertThat(malformed.contentType()).contains("application/json");
        assertThat(malformed.body()).isEqualTo("java.io.EOFException: End of input at line 1 column 6 path $.a");
    }

    @Test
    void givesRanges() {
        push(
                "{run}-T",
                "[{\"ts\":1000,\"values\":{\"r\":1}},{\"ts\":2000,\"values\":{\"r\":2}},"
                        + "{\"ts\":3000,\"values\":{\"r\":3}}]");
        assertArrives("r", "3");
        String range = base + "/values/timeseries?keys=r&startTs=0";
        JsonNode all =
                assertOk(rest.get(range + "&endTs=9999999999999&limit=10")).path("r");
        assertThat(all.findValuesAsText("value")).containsExactly("3", "2", "1");
        assertThat(all.findValuesAsText("ts")).containsExactly("3000", "2000", "1000");
        assertThat(assertOk(rest.get(range + "&endTs=9999999999999&limit=2")).path("r"))
                .hasSize(2);
        assertThat(assertOk(rest.get(range)).path("r"))
                .as("without an end: the newest")
                .hasSize(1);
    }

    @Test
    void inventsAnEmptyValueForAnUnknownKey() {
        JsonNode nothing = assertOk(rest.get(base + "/values/timeseries?keys=nope"));
        assertThat(nothing.at("/nope/0/value").isNull()).isTrue();
        assertThat(nothing.at("/nope/0/ts").isIntegralNumber()).isTrue();
    }

    @Test
    void answersAnUnknownDeviceInPlainText() {
        Reply reply =
                rest.get("/api/plugins/telemetry/DEVICE/11111111-1111-1111-1111-111111111111/values/timeseries?keys=a");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.contentType()).contains("application/json");
        assertThat(reply.body()).isEqualTo("Device with requested id wasn't found!");
    }

    @Test
    void answersTextToWhoAcceptsAnything() {
        Reply reply = rest.send(
                "GET",
                "/api/plugins/telemetry/DEVICE/11111111-1111-1111-1111-111111111111/values/timeseries?keys=a",
                null,
                Map.of("X-Authorization", "Bearer " + rest.bearer(), "Accept", "*/*"));
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.contentType())
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(reply.body()).isEqualTo("Device with requested id wasn't found!");
        assertOk(rest.send(
                "GET",
                base + "/values/attributes/SERVER_SCOPE",
                null,
                Map.of("X-Authorization", "Bearer " + rest.bearer(), "Accept", "*/*")));
    }

    @Test
    void keepsAttributes() {
        assertEmpty(rest.post(base + "/attributes/SERVER_SCOPE", "{\"inactivityTimeout\":60000}"), 200);
        JsonNode found = assertOk(rest.get(base + "/values/attributes/SERVER_SCOPE?keys=inactivityTimeout"));
        assertThat(Errors.members(found.get(0))).containsExactly("lastUpdateTs", "key", "value");
        assertThat(found.at("/0/value").asInt()).isEqualTo(60000);
        JsonNode error = assertError(rest.get(base + "/values/attributes/FOO"), 400, 31);
        assertThat(error.path("message").asText()).startsWith("Method parameter 'scope': Failed to convert");
    }

    @Test
    void tellsThatADeviceIsAlive() {
        String token = fill("{run}-alive");
        String device = rest.deviceWithToken(token, token);
        String active = "/api/plugins/telemetry/DEVICE/" + device + "/values/attributes/SERVER_SCOPE?keys=active";
        assertThat(assertOk(rest.get(active)).at("/0/value").asBoolean()).isFalse();
        try (RawMqtt mqtt = server.tcp()) {
            mqtt.connect(Version.V5, token);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> rest.get(active).json().at("/0/value").asBoolean());
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> rest.get(active.replace("keys=active", "keys=lastDisconnectTime"))
                                .json()
                                .size()
                        == 1);
        assertThat(assertOk(rest.get(active)).at("/0/value").asBoolean())
                .as("stays active")
                .isTrue();
        assertThat(assertOk(rest.get("/api/device/info/" + device))
                        .path("active")
                        .asBoolean())
                .isTrue();
    }
}
