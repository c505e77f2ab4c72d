package dev.gangway.token.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.token.TokenCode;
import dev.gangway.token.jwt.CheckingKeys.CheckingKey;
import dev.gangway.token.jwt.JwtKeys.SigningKey;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckingKeysTest {
    @ParameterizedTest
    @EnumSource(
            value = Algorithm.class,
            names = {"RS256", "ES256", "ES384", "ES512", "EDDSA"})
    void thePublicHalfChecksWhatTheOtherSigned(Algorithm algorithm) {
        SigningKey key = JwtKeys.fresh(algorithm);
        String pem = JwtKeys.publicPem(key).orElseThrow();
        assertThat(recognise(pem).orThrow()).isEqualTo(new CheckingKey.Public(((SigningKey.Pair) key).publicKey()));
        SigningKey again = JwtKeys.of(JwtKeys.stored(key), Optional.of(pem)).orThrow();
        assertThat(((SigningKey.Pair) again).publicKey()).isEqualTo(((SigningKey.Pair) key).publicKey());
    }

    @Test
    void othersAreToldApartByWhatTheyAre() {
        assertThat(recognise(" ").orThrow()).isInstanceOf(CheckingKey.None.class);
        assertThat(recognise("{\"keys\":[]}").orThrow()).isInstanceOf(CheckingKey.KeySet.class);
        assertThat(recognise("a shared secret").orThrow()).isInstanceOf(CheckingKey.Shared.class);
    }

    @Test
    void aPrivateOrDamagedKeyIsRefused() {
        assertThat(recognise("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")
                        .failure())
                .hasValueSatisfying(why -> assertThat(why.is(TokenCode.BAD_KEY)).isTrue());
        assertThat(recognise("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")
                        .failure())
                .isPresent();
    }

    private static Outcome<CheckingKey> recognise(String text) {
        return CheckingKeys.recognise(Secret.of(text));
    }
}
