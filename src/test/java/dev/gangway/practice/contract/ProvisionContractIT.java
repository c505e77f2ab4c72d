package dev.gangway.practice.contract;

import static dev.gangway.practice.contract.Errors.assertError;
import static dev.gangway.practice.contract.Errors.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.practice.PracticeClient.Reply;
import dev.gangway.practice.contract.RawMqtt.Version;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Devices that ask for credentials, over HTTP and over MQTT: the same questions get the same answers. */
class ProvisionContractIT extends ContractTest {
    private static final String REQUEST = "/provision/request";
    private static final String RESPONSE = "/provision/response";
    private String checkProfile;

    @Override
    void prepare() {
        profile("ALLOW_CREATE_NEW_DEVICES", "{run}-allow");
        checkProfile = profile("CHECK_PRE_PROVISIONED_DEVICES", "{run}-check");
    }

    private String profile(String type, String name) {
        return assertOk(rest.post(
                        "/api/deviceProfile",
                        fill("{\"name\":\"" + name + "\",\"type\":\"DEFAULT\",\"transportType\":\"DEFAULT\","
                                + "\"provisionType\":\"" + type + "\",\"provisionDeviceKey\":\"" + name
                                + "\",\"profileData\":{\"configuration\":{\"type\":\"DEFAULT\"},"
                                + "\"transportConfiguration\":{\"type\":\"DEFAULT\"},\"provisionConfiguration\":{"
                                + "\"type\":\"" + type + "\",\"provisionDeviceSecret\":\"secret\"}}}")))
                .at("/id/id")
                .asText();
    }

    private enum By {
        HTTP,
        MQTT31,
        MQTT5
    }

    private JsonNode ask(By by, String request) {
        String body = fill(request).replace("{by}", by.name());
        if (by == By.HTTP) {
            return assertOk(rest.anonymously("POST", "/api/v1/provision", body));
        }
        try (RawMqtt mqtt = server.tcp()) {
            mqtt.connect(by == By.MQTT5 ? Version.V5 : Version.V311, "provision");
            assertThat(mqtt.subscribe(RESPONSE, 1)).endsWith("01");
            assertThat(mqtt.publish(REQUEST, body, 1)).isEqualTo("40020001");
            return new ObjectMapper().readTree(mqtt.nextPayload(RESPONSE));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String request(String profile, String secret, String rest) {
        return "{\"provisionDeviceKey\":\"{run}-" + profile + "\",\"provisionDeviceSecret\":\"" + secret + "\"" + rest
                + "}";
    }

    private static void assertFailure(JsonNode answer, String status, String message) {
        assertThat(answer.toString()).isEqualTo("{\"errorMsg\":\"" + message + "\",\"status\":\"" + status + "\"}");
    }

    @ParameterizedTest
    @EnumSource
    void givesCredentials(By by) {
        JsonNode token = ask(by, request("allow", "secret", ",\"deviceName\":\"{run}-{by}-1\""));
        assertThat(Errors.members(token)).containsExactly("credentialsValue", "credentialsType", "status");
        assertThat(token.path("credentialsValue").asText()).hasSize(20);
        assertThat(token.path("credentialsType").asText()).isEqualTo("ACCESS_TOKEN");
        assertThat(token.path("status").asText()).isEqualTo("SUCCESS");
        assertThat(ask(by, request("allow", "secret", "")).path("status").asText())
                .isEqualTo("SUCCESS");

        JsonNode own = ask(
                by,
                request(
                        "allow",
                        "secret",
                        ",\"deviceName\":\"{run}-{by}-2\",\"credentialsType\":\"ACCESS_TOKEN\",\"token\":\"{run}-{by}\""));
        assertThat(own.path("credentialsValue").asText()).isEqualTo(fill("{run}-") + by);
        JsonNode basic = ask(
                by,
                request(
                        "allow",
                        "secret",
                        ",\"deviceName\":\"{run}-{by}-3\",\"credentialsType\":\"MQTT_BASIC\","
                                + "\"username\":\"{run}-{by}-u\",\"password\":\"p\",\"clientId\":\"c\""));
        assertThat(basic.path("credentialsValue").toString())
                .isEqualTo("{\"clientId\":\"c\",\"userName\":\"" + fill("{run}-") + by + "-u\",\"password\":\"p\"}");
        JsonNode certificate = ask(
                by,
                request(
                        "allow",
                        "secret",
                        ",\"deviceName\":\"{run}-{by}-4\",\"credentialsType\":\"X509_CERTIFICATE\","
                                + "\"hash\":\"{run} {by}\\ntext\""));
        assertThat(certificate.path("credentialsValue").asText()).isEqualTo(fill("{run} ") + by + "text");
    }

    @ParameterizedTest
    @EnumSource
    void givesATokenOfItsOwnWhereTheCredentialIsMissing(By by) {
        for (String type : new String[] {"ACCESS_TOKEN", "X509_CERTIFICATE"}) {
            JsonNode answer = ask(
                    by,
                    request(
                            "allow",
                            "secret",
                            ",\"deviceName\":\"{run}-{by}-" + type + "\",\"credentialsType\":\"" + type + "\""));
            assertThat(answer.path("credentialsType").asText()).isEqualTo("ACCESS_TOKEN");
            assertThat(answer.path("credentialsValue").asText()).hasSize(20);
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysNoInTwoWays(By by) {
        String notFound = "Provision data was not found!";
        assertFailure(ask(by, request("allow", "nope", ",\"deviceName\":\"x\"")), "NOT_FOUND", notFound);
        assertFailure(ask(by, request("nobody", "secret", ",\"deviceName\":\"x\"")), "NOT_FOUND", notFound);
        String failed = "Failed to provision device!";
        ask(by, request("allow", "secret", ",\"deviceName\":\"{run}-{by}-twice\""));
        assertFailure(ask(by, request("allow", "secret", ",\"deviceName\":\"{run}-{by}-twice\"")), "FAILURE", failed);
        assertFailure(ask(by, request("allow", "secret", ",\"deviceName\":\"   \"")), "FAILURE", failed);
        assertFailure(
                ask(
                        by,
                        request(
                                "allow",
                                "secret",
                                ",\"deviceName\":\"{run}-{by}-b\",\"credentialsType\":\"MQTT_BASIC\",\"password\":\"x\"")),
                "FAILURE",
                failed);
    }

    @ParameterizedTest
    @EnumSource
    void givesPreparedCredentialsOutOnce(By by) {
        String name = fill("{run}-prepared-") + by;
        String device = "{\"name\":\"" + name + "\",\"deviceProfileId\":{\"entityType\":\"DEVICE_PROFILE\",\"id\":\""
                + checkProfile + "\"}}";
        assertOk(rest.post("/api/device?accessToken=" + name, device));
        String request = request(
                "check",
                "secret",
                ",\"deviceName\":\"" + name + "\",\"credentialsType\":\"ACCESS_TOKEN\",\"token\":\"MINE\"");
        assertThat(ask(by, request).path("credentialsValue").asText())
                .as("the stored one, not the wish")
                .isEqualTo(name);
        assertFailure(ask(by, request), "FAILURE", "Failed to provision device!");
        assertFailure(
                ask(by, request("check", "secret", ",\"deviceName\":\"{run}-nobody\"")),
                "FAILURE",
                "Failed to provision device!");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {"deviceName":"x","provisionDeviceKey":"{run}-allow"} | Failed to find the field provisionDeviceSecret in JSON body {"deviceName":"x","provisionDeviceKey":"{run}-allow"}!
            {"deviceName":"x","provisionDeviceSecret":"x"}        | Failed to find the field provisionDeviceKey in JSON body {"deviceName":"x","provisionDeviceSecret":"x"}!
            {}                                                    | Failed to find the field provisionDeviceKey in JSON body {}!
            {"provisionDeviceKey":"{run}-allow","provisionDeviceSecret":"secret","credentialsType":"FOO"} | No enum constant org.thingsboard.server.gen.transport.TransportProtos.CredentialsType.FOO
            """)
    void needsKeyAndSecret(String request, String message) {
        Reply reply = rest.anonymously("POST", "/api/v1/provision", fill(request));
        assertError(reply, 500, 2, fill(message));
        try (RawMqtt mqtt = server.tcp()) {
            mqtt.connect(Version.V311, "provision");
            assertThat(mqtt.publish(REQUEST, fill(request), 1)).isEqualTo("40020001");
            assertThat(mqtt.next()).isEqualTo(RawMqtt.CLOSED);
        }
        try (RawMqtt mqtt = server.tcp()) {
            mqtt.connect(Version.V5, "provision");
            assertThat(mqtt.publish(REQUEST, fill(request), 1)).isEqualTo("400400018300");
            mqtt.assertEnded(131);
        }
    }

    @Test
    void refusesMalformedRequests() {
        assertError(
                rest.anonymously("POST", "/api/v1/provision", "{\"a\":"),
                500,
                2,
                "java.io.EOFException: End of input at line 1 column 6 path $.a");
        try (RawMqtt mqtt = server.tcp()) {
            mqtt.connect(Version.V311, "provision");
            assertThat(mqtt.publish(REQUEST, "{\"a\":", 1)).isEqualTo(RawMqtt.CLOSED);
        }
    }

    @ParameterizedTest
    @CsvSource({"V311, 40020001", "V5, 400400019000"})
    void takesNothingElseInAProvisioningSession(Version version, String answer) {
        try (RawMqtt mqtt = server.tcp()) {
            mqtt.connect(version, "provision");
            assertThat(mqtt.publish("v1/devices/me/telemetry", "{\"a\":1}", 1)).isEqualTo(answer);
            mqtt.assertEnded(144);
        }
    }
}
