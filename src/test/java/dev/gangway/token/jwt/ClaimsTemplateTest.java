package dev.gangway.token.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.token.TokenCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTemplateTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_000_000);

    @Test
    void theNameIsFilledInAtEveryDepth() {
        Claims filled = fill("{\"sub\":\"{name}\",\"acl\":[{\"topic\":\"devices/{name}/up\"}],\"n\":7}");
        assertThat(filled.text("sub")).hasValue("pump \"7\"");
        assertThat(filled.values()).containsEntry("acl", List.of(Map.of("topic", "devices/pump \"7\"/up")));
    }

    @Test
    void timesAreAddedUnlessTheyStandThere() {
        assertThat(fill("{}").values()).containsEntry("iat", 1_000_000L).containsEntry("exp", 1_003_600L);
        assertThat(fill("{\"exp\":5}").values()).containsEntry("exp", 5L);
        assertThat(ClaimsTemplate.fill("{}", "x", NOW, Duration.ZERO).orThrow().values())
                .doesNotContainKey("exp");
    }

    @Test
    void whatIsShownIsWhatIsRead() {
        Claims claims = Claims.none().with("sub", "a \"b\"").with("list", List.of("x", 1L));
        assertThat(ClaimsTemplate.parse(ClaimsTemplate.text(claims)).orThrow().values())
                .isEqualTo(claims.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"text\"", "{\"sub\":}", "{\"sub\":\"a\"", "null"})
    void everythingElseIsRefused(String json) {
        assertThat(ClaimsTemplate.parse(json).failure())
                .hasValueSatisfying(
                        why -> assertThat(why.is(TokenCode.BAD_CLAIMS)).isTrue());
    }

    private static Claims fill(String json) {
        return ClaimsTemplate.fill(json, "pump \"7\"", NOW, Duration.ofHours(1)).orThrow();
    }
}
