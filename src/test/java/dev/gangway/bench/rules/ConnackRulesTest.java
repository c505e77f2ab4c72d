package dev.gangway.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Authentication;
import dev.gangway.bench.mqtt.PacketBytes;
import dev.gangway.bench.mqtt.packet.Property;
import dev.gangway.secret.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnackRulesTest {
    @ParameterizedTest
    @CsvSource({
        "1, mqtt.version-refused",
        "0x84, mqtt.version-refused",
        "3, mqtt.unavailable",
        "0x88, mqtt.unavailable",
        "0x80, mqtt.refused",
        "0x81, mqtt.malformed",
        "0x83, mqtt.malformed",
        "0x89, mqtt.busy",
        "0x8A, mqtt.banned",
        "0x8B, mqtt.shutting-down",
        "0x8C, mqtt.bad-method",
        "0x95, mqtt.too-large",
        "0x97, mqtt.quota-exceeded",
        "0x9A, mqtt.will-refused",
        "0x9F, mqtt.rate-limited",
    })
    void eachCodeHasItsName(String code, String expected) {
        assertThat(Story.plain().connect().connack(Integer.decode(code)).code()).isEqualTo(expected);
    }

    @Test
    void movedSaysWhereTo() {
        Story story = Story.plain().connect().connack(0x9D, PacketBytes.text(Property.SERVER_REFERENCE, "b.example"));
        assertThat(story.code()).isEqualTo("mqtt.moved");
        assertThat(story.diagnosis().fix().orElseThrow().args())
                .containsEntry("host", "b.example")
                .containsEntry("port", "1883");
    }

    @ParameterizedTest
    @CsvSource({
        "b.example:8884, b.example, 8884",
        "[2001:db8::7]:1884, 2001:db8::7, 1884",
        "192.0.2.7 b.example:8883, 192.0.2.7, 1883",
    })
    void aReferenceMayNameAPortOrSeveralServers(String reference, String host, String port) {
        Story story = Story.plain().connect().connack(0x9C, PacketBytes.text(Property.SERVER_REFERENCE, reference));
        assertThat(story.diagnosis().fix().orElseThrow().args())
                .containsEntry("host", host)
                .containsEntry("port", port);
    }

    @Test
    void aReferenceThatIsNoHostIsShownAndNotFollowed() {
        Story story =
                Story.plain().connect().connack(0x9D, PacketBytes.text(Property.SERVER_REFERENCE, "mqtt://b/;rm"));
        assertThat(story.diagnosis().fix()).isEmpty();
        assertThat(story.diagnosis().evidence())
                .anyMatch(evidence -> evidence.args().containsValue("mqtt://b/;rm"));
    }

    @Test
    void aUserPropertyIsNotTakenForAnotherProperty() {
        Story story = Story.plain()
                .connect()
                .connack(
                        0x9D,
                        PacketBytes.user("server reference", "evil.example"),
                        PacketBytes.user("reason string", "no reason"));
        assertThat(story.code()).isEqualTo("mqtt.moved");
        assertThat(story.diagnosis().fix()).isEmpty();
        assertThat(story.diagnosis().evidence())
                .noneMatch(evidence -> evidence.args().containsValue("no reason"));
    }

    @Test
    void theServersOwnWordsAreEvidence() {
        Story story = Story.plain().connect().connack(0x89, PacketBytes.text(Property.REASON_STRING, "maintenance"));
        assertThat(story.diagnosis().evidence())
                .anyMatch(evidence -> evidence.args().containsValue("maintenance"));
    }

    @Test
    void challengeThatNobodyAnswers() {
        Story story = Story.plain().connect().auth(0x18, "SCRAM-SHA-256");
        assertThat(story.code()).isEqualTo("mqtt.challenged");
    }

    @Test
    void challengeThatWasAnsweredWrongly() {
        Story story = Story.plain()
                .plan(plan -> plan.withMqtt(withScram(plan.mqtt())))
                .connect()
                .auth(0x18, "SCRAM-SHA-256")
                .connack(0x87);
        assertThat(story.code()).isEqualTo("mqtt.method-login-refused");
    }

    @Test
    void provisionIsNoPass() {
        assertThat(Story.plain()
                        .login("provision", null)
                        .connect()
                        .connack(0)
                        .goodbye()
                        .code())
                .isEqualTo("mqtt.provision-is-no-login");
        assertThat(Story.plain()
                        .clientId("provision")
                        .connect()
                        .connack(0)
                        .goodbye()
                        .code())
                .isEqualTo("mqtt.provision-is-no-login");
        assertThat(Story.plain()
                        .clientId("provision-1")
                        .connect()
                        .connack(0)
                        .goodbye()
                        .passes())
                .isTrue();
    }

    private static MqttOptions withScram(MqttOptions mqtt) {
        return mqtt.withLogin(Optional.empty(), Optional.empty())
                .withAuthentication(Optional.of(new Authentication("SCRAM-SHA-256", "u", Secret.of("s"))));
    }
}
