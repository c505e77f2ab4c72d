package dev.gangway.practice.contract;

import static dev.gangway.practice.PracticeClient.json;
import static dev.gangway.practice.contract.Errors.assertError;
import static dev.gangway.practice.contract.Errors.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.practice.PracticeClient.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Giving devices their credentials, and changing them. */
class CredentialsContractIT extends ContractTest {
    private static final String TAKEN = "Device credentials are already assigned to another device!";
    private String id;

    @Override
    void prepare() {
        id = rest.deviceWithToken(fill("{run}-device"), fill("{run}-device-token"));
        rest.deviceWithToken(fill("{run}-other"), fill("{run}-taken"));
    }

    private Reply with(String name, String credentials) {
        return rest.post(
                "/api/device-with-credentials",
                fill("{\"device\":{\"name\":\"" + name + "\"},\"credentials\":" + credentials + "}"));
    }

    private JsonNode stored(Reply device) {
        String created = assertOk(device).at("/id/id").asText();
        return assertOk(rest.get("/api/device/" + created + "/credentials"));
    }

    private ObjectNode current() {
        return (ObjectNode) assertOk(rest.get("/api/device/" + id + "/credentials"));
    }

    private Reply save(ObjectNode credentials) {
        return rest.post("/api/device/credentials", credentials.toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            token            | {"credentialsType":"ACCESS_TOKEN","credentialsId":"{run}-T1"} | {run}-T1 | null
            user, password   | {"credentialsType":"MQTT_BASIC","credentialsValue":"{\\"userName\\": \\"{run}-u\\", \\"password\\": \\"p\\"}"} | {run}-u | {"clientId":null,"userName":"{run}-u","password":"p"}
            text             | {"credentialsType":"X509_CERTIFICATE","credentialsValue":"{run} any text"} | - | {run} any text
            """)
    void stores(String what, String credentials, String storedId, String value) {
        JsonNode stored = stored(with("{run}-" + what.hashCode(), credentials));
        assertThat(Errors.members(stored))
                .containsExactly(
                        "id",
                        "createdTime",
                        "deviceId",
                        "credentialsType",
                        "credentialsId",
                        "credentialsValue",
                        "version");
        if (!storedId.equals("-")) {
            assertThat(stored.path("credentialsId").asText()).isEqualTo(fill(storedId));
        }
        assertThat(stored.path("credentialsValue").asText()).isEqualTo(fill(value));
        assertThat(stored.path("version").asInt()).isEqualTo(1);
    }

    /** Hashes that a real server gave. */
    @ParameterizedTest
    @CsvSource({
        "w-cid,   w-user, 234725a38452f3c69839ba99413cfe2272b966a371fe71db4f08b2b420abcdf6",
        "w-cid-b, w-user, 79ecbe26cbcc08c2ecb7edd72638246a3ec6f3eef4b95a4b707667af38ab1f36",
        "w-cid3,  '',     c04523a0351f82aeedc5929e3faaf714fb6058e4c487536930629279a4a30acc"
    })
    void hashesClientIds(String clientId, String userName, String hash) {
        String value = userName.isEmpty()
                ? json("clientId", clientId)
                : json("clientId", clientId, "userName", userName, "password", "w-pass");
        String basic = json("credentialsType", "MQTT_BASIC", "credentialsValue", value);
        Reply reply = with("{run}-" + clientId, basic);
        String created = assertOk(reply).at("/id/id").asText();
        assertThat(assertOk(rest.get("/api/device/" + created + "/credentials"))
                        .path("credentialsId")
                        .asText())
                .isEqualTo(hash);
        rest.delete("/api/device/" + created);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            ACCESS_TOKEN | null                                        | Device credentials id should be specified!
            MQTT_BASIC   | "{\\"clientId\\": \\"c\\", \\"password\\": \\"x\\"}" | Password cannot be specified along with client id
            MQTT_BASIC   | "{}"                                        | Both mqtt client id and user name are empty!
            MQTT_BASIC   | "{\\"password\\": \\"x\\"}"                 | Both mqtt client id and user name are empty!
            MQTT_BASIC   | "hello"                                     | Invalid credentials body for simple mqtt credentials!
            MQTT_BASIC   | "{\\"userName\\": \\"{run}-taken\\"}"       | Device credentials are already assigned to another device!
            """)
    void refuses(String type, String value, String message) {
        String name = "{run}-refused-" + value.hashCode();
        Reply reply = with(name, "{\"credentialsType\":\"" + type + "\",\"credentialsValue\":" + value + "}");
        assertError(reply, 400, 31, message);
        assertThat(rest.get("/api/tenant/devices?deviceName=" + fill(name)).status())
                .as("nothing is left of it")
                .isEqualTo(404);
    }

    @Test
    void refusesWhatIsNoCredential() {
        Reply unknown = with("{run}-unknown", "{\"credentialsType\":\"FOO\",\"credentialsId\":\"x\"}");
        assertThat(assertError(unknown, 500, 2).path("message").asText())
                .contains("from String \"FOO\"")
                .endsWith("[LWM2M_CREDENTIALS, MQTT_BASIC, ACCESS_TOKEN, X509_CERTIFICATE]");
        assertError(with("{run}-none", "null"), 400, 31, "Validation error: credentials must not be null");
        assertError(
                with("{run}-other", "{\"credentialsType\":\"ACCESS_TOKEN\",\"credentialsId\":\"{run}-T9\"}"),
                400,
                31,
                "Device with such name already exists!");
    }

    @Test
    void changesWhatNobodyElseChanged() {
        ObjectNode first = current();
        int version = first.path("version").asInt();
        assertThat(assertOk(save(first.put("credentialsId", fill("{run}-second"))))
                        .path("version")
                        .asInt())
                .isEqualTo(version + 1);
        assertError(save(first), 409, 35, "Entity was already changed by someone else");
        first.remove("version");
        assertThat(assertOk(save(first.put("credentialsId", fill("{run}-third"))))
                        .path("version")
                        .asInt())
                .isEqualTo(version + 2);
    }

    @Test
    void refusesAChange() {
        assertError(save(current().put("credentialsId", fill("{run}-taken"))), 400, 31, TAKEN);
        assertError(save(current().put("credentialsId", "")), 400, 31, "Device credentials id should be specified!");
        ObjectNode without = current();
        without.remove("id");
        assertError(save(without), 400, 31, "Credentials for this device are already specified!");
        String nobody = "11111111-1111-1111-1111-111111111111";
        ObjectNode wrong = current();
        wrong.putObject("id").put("id", nobody);
        assertError(save(wrong), 400, 31, "Unable to update non-existent device credentials!");
        ObjectNode foreign = current();
        foreign.putObject("deviceId").put("entityType", "DEVICE").put("id", nobody);
        assertError(save(foreign), 404, 32, "Device with id [" + nobody + "] is not found");
        assertError(
                rest.get("/api/device/" + nobody + "/credentials"),
                404,
                32,
                "Device with id [" + nobody + "] is not found");
    }
}
