package dev.gangway.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.device.Credential;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.secret.Secret;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
    @Test
    void makesTokensOfLettersAndDigitsThatNeverRepeat() {
        var tokens = IntStream.range(0, 1000)
                .mapToObj(i ->
                        Credentials.newToken(Credentials.USUAL_TOKEN_LENGTH).reveal())
                .collect(Collectors.toSet());
        assertThat(tokens).hasSize(1000).allMatch(token -> token.matches("[A-Za-z0-9]{20}"));
        String all = String.join("", tokens);
        assertThat(all.chars().distinct().count()).as("characters in use").isEqualTo(62);
    }

    @Test
    void refusesToMakeTokensThatTheServerDoesNotStore() {
        assertThatThrownBy(() -> Credentials.newToken(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Credentials.newToken(33)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'', TOKEN_LENGTH",
        "123456789012345678901234567890123, TOKEN_LENGTH",
        "'abc ', TOKEN_HAS_SPACES",
        "'a\tb', TOKEN_HAS_SPACES",
        "provision, TOKEN_RESERVED"
    })
    void saysWhatIsWrongWithAToken(String token, OnboardingCode code) {
        assertThat(Credentials.checkToken(Secret.of(token))).hasValueSatisfying(why -> {
            assertThat(why.code()).isEqualTo(code.id());
            assertThat(token.isEmpty() || !why.toString().contains(token) || token.equals("provision"))
                    .isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "12345678901234567890123456789012", "with-dash_and.dot", "Provision"})
    void takesGoodTokens(String token) {
        assertThat(Credentials.checkToken(Secret.of(token))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "client, , , ",
        ", user, , ",
        ", user, pw, ",
        "client, user, pw, ",
        ", , , BASIC_EMPTY",
        ", , pw, BASIC_PASSWORD_ALONE",
        "client, , pw, BASIC_PASSWORD_ALONE",
        "provision, , , TOKEN_RESERVED",
        "client, provision, , TOKEN_RESERVED"
    })
    void knowsTheRulesOfMqttBasic(String client, String user, String password, OnboardingCode code) {
        var basic = new Credential.MqttBasic(
                Optional.ofNullable(client),
                Optional.ofNullable(user),
                Optional.ofNullable(password).map(Secret::of));
        assertThat(Credentials.check(basic).map(why -> why.code()))
                .isEqualTo(Optional.ofNullable(code).map(OnboardingCode::id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pump", "a,b", "a+b=c", " outer ", "#hash", "q\"uote", "back\\slash", "semi;colon", "<x>"})
    void escapesNamesForSubjects(String name) throws InvalidNameException {
        var parsed = new LdapName("CN=" + Credentials.escapedForSubject(name));
        assertThat(parsed.size()).isEqualTo(1);
        assertThat(parsed.getRdn(0).getValue()).isEqualTo(name);
    }
}
