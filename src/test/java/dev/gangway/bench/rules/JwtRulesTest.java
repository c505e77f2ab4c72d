package dev.gangway.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class JwtRulesTest {
    private static final long NOW = Instant.now().getEpochSecond();

    @Test
    void expired() {
        assertThat(refused("{\"exp\":" + (NOW - 10) + "}", 0x86)).isEqualTo("mqtt.jwt-expired");
    }

    @Test
    void fromTheFuture() {
        assertThat(refused("{\"iat\":" + (NOW + 100) + ",\"exp\":" + (NOW + 500) + "}", 5))
                .isEqualTo("mqtt.jwt-not-yet-valid");
        assertThat(refused("{\"nbf\":" + (NOW + 100) + ",\"iat\":" + (NOW - 5) + "}", 5))
                .isEqualTo("mqtt.jwt-not-yet-valid");
    }

    @Test
    void forAnotherClient() {
        assertThat(refused("{\"clientid\":\"pump-2\"}", 0x86)).isEqualTo("mqtt.jwt-claim-differs");
    }

    @Test
    void goodByItsOwnWords() {
        String claims = "{\"clientid\":\"pump-1\",\"iat\":" + (NOW - 5) + ",\"exp\":" + (NOW + 500) + "}";
        assertThat(refused(claims, 0x86)).isEqualTo("mqtt.jwt-claims-refused");
        assertThat(refused(claims, 0x87)).isEqualTo("mqtt.jwt-refused");
    }

    @Test
    void aPasswordWithDotsIsNoToken() {
        assertThat(Story.plain().login("u", "a.b.c").connect().connack(5).code())
                .isEqualTo("mqtt.login-refused");
    }

    @Test
    void expiredDuringTheSession() {
        Story story =
                Story.plain().login("u", jwt("{\"exp\":" + (NOW - 1) + "}")).connected();
        assertThat(story.connect()
                        .connack(0)
                        .closed(dev.gangway.bench.event.NetDetail.Ending.EOF)
                        .code())
                .isEqualTo("session.token-expired");
    }

    private static String refused(String claims, int code) {
        return Story.plain().login("u", jwt(claims)).connect().connack(code).code();
    }

    private static String jwt(String claims) {
        return part("{\"alg\":\"HS256\"}") + "." + part(claims) + ".c2lnbmF0dXJl";
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
