package dev.gangway.practice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.practice.contract.RawMqtt.Version;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a device may publish and subscribe to, and what it is told. */
class PublishContractIT extends ContractTest {
    private static final String TELEMETRY = "v1/devices/me/telemetry";
    private String id;

    @Override
    void prepare() {
        id = rest.deviceWithToken(fill("{run}-device"), fill("{run}-T"));
    }

    private RawMqtt session(Version version) {
        RawMqtt mqtt = server.tcp();
        assertThat(mqtt.connect(version, fill("{run}-T"))).endsWith("00");
        return mqtt;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            values                 | v1/devices/me/telemetry  | {"a":1}               | 1 | 40020001 | 40020001
            names without quotes   | v1/devices/me/telemetry  | {temperature:25}      | 1 | 40020001 | 40020001
            not a number           | v1/devices/me/telemetry  | {"a":NaN}             | 1 | 40020001 | 40020001
            array with time stamps | v1/devices/me/telemetry  | [{"ts":1,"values":{"a":1}}] | 1 | 40020001 | 40020001
            QoS 2                  | v1/devices/me/telemetry  | {"a":1}               | 2 | 40020001 | 40020001
            attributes             | v1/devices/me/attributes | {"fw":"1.2.3"}        | 1 | 40020001 | 40020001
            unknown topic          | some/where               | {"a":1}               | 1 | 40020001 | 400400019000
            malformed              | v1/devices/me/telemetry  | {"a":                 | 1 | closed   | 400400019900
            not an object          | v1/devices/me/telemetry  | 42                    | 1 | closed   | 400400019900
            empty                  | v1/devices/me/telemetry  | ``                    | 1 | closed   | 400400019900
            """)
    void acknowledges(String what, String topic, String payload, int qos, String answer31, String answer5) {
        try (RawMqtt mqtt = session(Version.V311)) {
            assertThat(mqtt.publish(topic, payload, qos)).isEqualTo(answer31);
        }
        try (RawMqtt mqtt = session(Version.V5)) {
            assertThat(mqtt.publish(topic, payload, qos)).isEqualTo(answer5);
            mqtt.assertOpen();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "#,                                  9003000280, 90040002008f",
        "v1/devices/me/attributes,           9003000201, 900400020001",
        "v1/devices/me/attributes/response/+, 9003000201, 900400020001",
        "v1/devices/me/rpc/request/+,        9003000201, 900400020001"
    })
    void subscribes(String filter, String answer31, String answer5) {
        try (RawMqtt mqtt = session(Version.V311)) {
            assertThat(mqtt.subscribe(filter, 1)).isEqualTo(answer31);
        }
        try (RawMqtt mqtt = session(Version.V5)) {
            assertThat(mqtt.subscribe(filter, 1)).isEqualTo(answer5);
        }
    }

    @Test
    void givesBackWhatWasSent() {
        try (RawMqtt mqtt = session(Version.V5)) {
            mqtt.publish(TELEMETRY, "{\"temperature\":21.5,\"ok\":true,\"msg\":\"hi\"}", 1);
        }
        String values = "/api/plugins/telemetry/DEVICE/" + id + "/values/timeseries";
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> rest.get(values + "?keys=msg")
                        .json()
                        .at("/msg/0/value")
                        .asText()
                        .equals("hi"));
        JsonNode texts = rest.get(values + "?keys=temperature,ok,msg").json();
        assertThat(texts.at("/temperature/0/value").isTextual()).isTrue();
        assertThat(texts.at("/temperature/0/value").asText()).isEqualTo("21.5");
        assertThat(texts.at("/ok/0/value").asText()).isEqualTo("true");
        assertThat(texts.at("/temperature/0/ts").isIntegralNumber()).isTrue();

        JsonNode strict = rest.get(values + "?keys=temperature,ok,msg&useStrictDataTypes=true")
                .json();
        assertThat(strict.at("/temperature/0/value").isNumber()).isTrue();
        assertThat(strict.at("/ok/0/value").isBoolean()).isTrue();
        assertThat(strict.at("/msg/0/value").isTextual()).isTrue();
    }

    @Test
    void tellsAttributes() {
        String attributes = "/api/plugins/telemetry/DEVICE/" + id + "/attributes/SHARED_SCOPE";
        try (RawMqtt mqtt = session(Version.V5)) {
            mqtt.subscribe("v1/devices/me/attributes", 1);
            assertThat(rest.post(attributes, "{\"rate\":5}").status()).isEqualTo(200);
            assertThat(mqtt.nextPayload("v1/devices/me/attributes")).isEqualTo("{\"rate\":5}");
        }
        try (RawMqtt mqtt = session(Version.V5)) {
            mqtt.subscribe("v1/devices/me/attributes/response/+", 1);
            mqtt.publish("v1/devices/me/attributes/request/7", "{\"sharedKeys\":\"rate\"}", 1);
            assertThat(mqtt.nextPayload("v1/devices/me/attributes/response/7")).isEqualTo("{\"shared\":{\"rate\":5}}");
        }
    }
}
