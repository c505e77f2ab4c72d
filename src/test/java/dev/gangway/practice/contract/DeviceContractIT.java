package dev.gangway.practice.contract;

import static dev.gangway.practice.PracticeClient.json;
import static dev.gangway.practice.contract.Errors.assertEmpty;
import static dev.gangway.practice.contract.Errors.assertError;
import static dev.gangway.practice.contract.Errors.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.practice.PracticeClient.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Making, changing and deleting devices. */
class DeviceContractIT extends ContractTest {
    private static final String NOBODY = "11111111-1111-1111-1111-111111111111";

    private Reply create(String name) {
        return rest.post("/api/device", json("name", fill(name)));
    }

    @Test
    void makesADevice() {
        JsonNode device = assertOk(rest.post("/api/device", json("name", fill("{run}-new"), "label", "L1")));
        assertThat(Errors.members(device))
                .containsExactly(
                        "id",
                        "createdTime",
                        "tenantId",
                        "customerId",
                        "name",
                        "type",
                        "label",
                        "deviceProfileId",
                        "firmwareId",
                        "softwareId",
                        "externalId",
                        "version",
                        "additionalInfo",
                        "deviceData");
        assertThat(device.at("/id/entityType").asText()).isEqualTo("DEVICE");
        assertThat(device.path("type").asText()).isEqualTo("default");
        assertThat(device.path("label").asText()).isEqualTo("L1");
        assertThat(device.path("version").asInt()).isEqualTo(1);
        assertThat(device.path("deviceData").toString())
                .isEqualTo("{\"configuration\":{\"type\":\"DEFAULT\"},"
                        + "\"transportConfiguration\":{\"type\":\"DEFAULT\"}}");
        String id = device.at("/id/id").asText();
        JsonNode credentials = assertOk(rest.get("/api/device/" + id + "/credentials"));
        assertThat(credentials.path("credentialsType").asText()).isEqualTo("ACCESS_TOKEN");
        assertThat(credentials.path("credentialsId").asText()).hasSize(20);
        assertThat(assertOk(rest.get("/api/device/" + id))).isEqualTo(device);
        JsonNode info = assertOk(rest.get("/api/device/info/" + id));
        assertThat(info.path("deviceProfileName").asText()).isEqualTo("default");
        assertThat(info.path("active").asBoolean()).isFalse();
    }

    @Test
    void makesTheProfileThatATypeNames() {
        String type = fill("{run}-type");
        JsonNode device = assertOk(rest.post("/api/device", json("name", fill("{run}-typed"), "type", type)));
        JsonNode profile = assertOk(rest.get(
                "/api/deviceProfile/" + device.at("/deviceProfileId/id").asText()));
        assertThat(profile.path("name").asText()).isEqualTo(type);
    }

    @Test
    void takesAnyTokenOnce() {
        String token = fill("{run}-once");
        for (String odd : new String[] {token, token + "x".repeat(40), token + "%20b", token + "%D1%82"}) {
            rest.deviceWithToken(fill("{run}-") + odd.hashCode(), odd);
        }
        assertError(
                rest.post("/api/device?accessToken=" + token, json("name", fill("{run}-twice"))),
                400,
                31,
                "Device credentials are already assigned to another device!");
        assertError(
                rest.get("/api/tenant/devices?deviceName=" + fill("{run}-twice")),
                404,
                32,
                "Requested item wasn't found!");
    }

    @Test
    void refusesATakenName() {
        assertOk(create("{run}-taken"));
        assertError(create("{run}-taken"), 400, 31, "Device with such name already exists!");
        String body = json("name", fill("{run}-taken"));
        assertThat(assertOk(rest.post("/api/device?nameConflictPolicy=UNIQUIFY", body))
                        .path("name")
                        .asText())
                .matches(fill("{run}-taken_\\w{6}"));
        String counting = "/api/device?nameConflictPolicy=UNIQUIFY&uniquifySeparator=-&uniquifyStrategy=INCREMENTAL";
        assertThat(assertOk(rest.post(counting, body)).path("name").asText()).isEqualTo(fill("{run}-taken-1"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            empty name    | {"name":""}                          | Device name should be specified!
            missing name  | {"label":"x"}                        | Device name should be specified!
            blank name    | {"name":"   "}                       | Device name should be specified!
            script        | {"name":"<script>alert(1)</script>"} | Validation error: name is malformed
            no profile    | {"name":"{run}-p","deviceProfileId":{"entityType":"DEVICE_PROFILE","id":"11111111-1111-1111-1111-111111111111"}} | Device is referencing non existing device profile!
            """)
    void refusesADevice(String what, String body, String message) {
        assertError(rest.post("/api/device", fill(body)), 400, 31, message);
    }

    @Test
    void refusesALongName() {
        assertError(create("x".repeat(256)), 400, 31, "Validation error: name length must be equal or less than 255");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            a < b
            a & b
            a/b"c'd
            `  spaced  `
            `Датчик №1 – ö 温度 🌡`
            """)
    void keepsOddNames(String name) {
        JsonNode device = assertOk(create("{run}" + name));
        assertThat(device.path("name").asText()).isEqualTo(fill("{run}" + name));
    }

    @Test
    void countsCaseAndBlanksInNames() {
        assertOk(create("{run}-case"));
        assertOk(create("{run}-CASE"));
        assertOk(create(" {run}-case "));
    }

    @Test
    void saysThatBrokenJsonIsItsOwnFault() {
        assertError(
                rest.post("/api/device", "{\"name\":"),
                500,
                2,
                "JSON parse error: Unexpected end-of-input within/between Object entries");
        assertError(
                rest.post("/api/device", "{\"name\":{\"a\":1}}"),
                500,
                2,
                "JSON parse error: Cannot deserialize value of type `java.lang.String` from Object value "
                        + "(token `JsonToken.START_OBJECT`)");
        Reply empty = rest.send(
                "POST",
                "/api/device",
                null,
                Map.of("X-Authorization", "Bearer " + rest.bearer(), "Content-Type", "application/json"));
        assertThat(assertError(empty, 500, 2).path("message").asText())
                .startsWith("Required request body is missing: ");
    }

    @Test
    void changesADeviceThatNobodyElseChanged() {
        ObjectNode device = (ObjectNode) assertOk(create("{run}-change"));
        String stale = device.put("label", "other").toString();
        assertThat(assertOk(rest.post("/api/device", stale)).path("version").asInt())
                .isEqualTo(2);
        assertError(rest.post("/api/device", stale), 409, 35, "Device was already changed by someone else");
    }

    @Test
    void deletesADevice() {
        String id = assertOk(create("{run}-delete")).at("/id/id").asText();
        assertEmpty(rest.delete("/api/device/" + id), 200);
        String gone = "Device with id [" + id + "] is not found";
        assertError(rest.delete("/api/device/" + id), 404, 32, gone);
        assertError(rest.get("/api/device/" + id), 404, 32, gone);
        assertOk(create("{run}-delete"));
    }

    @Test
    void findsNoDeviceByAWrongId() {
        assertError(rest.get("/api/device/" + NOBODY), 404, 32, "Device with id [" + NOBODY + "] is not found");
        assertError(rest.get("/api/device/not-a-uuid"), 400, 31, "Invalid UUID string: not-a-uuid");
        assertError(rest.delete("/api/device/xyz"), 400, 31, "Invalid UUID string: xyz");
    }
}
