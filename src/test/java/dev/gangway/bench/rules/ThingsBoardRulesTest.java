package dev.gangway.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.event.NetDetail.Ending;
import dev.gangway.bench.kinds.Kinds;
import org.junit.jupiter.api.Test;

/** What the same answer means where the server is known to be a ThingsBoard. */
class ThingsBoardRulesTest {
    private static final String TELEMETRY = "v1/devices/me/telemetry";

    @Test
    void aUserWithoutThePasswordThatIsStored() {
        Story story = Story.plain().login("user", null).connect().connack(0x86).closed(Ending.EOF);
        assertThat(story.facts(Fixtures.facts(true, "MQTT_BASIC", false)).code(new Kinds()))
                .isEqualTo("mqtt.password-missing");
        Story whole =
                Story.plain().login("user", "wrong").connect().connack(0x86).closed(Ending.EOF);
        assertThat(whole.facts(Fixtures.facts(true, "MQTT_BASIC", false)).code(new Kinds()))
                .isNotEqualTo("mqtt.password-missing");
    }

    @Test
    void provisionIsNobody() {
        assertThat(sent("provision").closed(Ending.EOF).code(new Kinds())).isEqualTo("mqtt.provision-is-no-login");
    }

    @Test
    void aRateLimitEndsTheSessionWithACodeThatSaysNothing() {
        assertThat(sent("0123456789abcdefghij")
                        .disconnect(0x83)
                        .closed(Ending.EOF)
                        .code(new Kinds()))
                .isEqualTo("session.rate-limited");
    }

    @Test
    void theTokenOfTheDeviceInTheOtherFieldIsProven() {
        Story story = Story.plain().login(null, "token").connect().connack(0x86).closed(Ending.EOF);
        assertThat(story.facts(Fixtures.facts(true, "ACCESS_TOKEN", true)).code(new Kinds()))
                .isEqualTo("mqtt.token-in-password");
    }

    private static Story sent(String user) {
        return Story.plain()
                .login(user, null)
                .publishing(TELEMETRY, 1)
                .connect()
                .connack(0)
                .publish(1, 8);
    }
}
