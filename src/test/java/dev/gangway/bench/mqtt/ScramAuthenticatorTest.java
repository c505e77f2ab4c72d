package dev.gangway.bench.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.MqttOptions.Authentication;
import dev.gangway.secret.Secret;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exchange of RFC 7677, section 3, and servers that would have us compute for ever. */
class ScramAuthenticatorTest {
    private static final String NONCE = "rOprNGfwEbeRWgbNEkqO";
    private static final Authentication LOGIN = new Authentication("SCRAM-SHA-256", "user", Secret.of("pencil"));

    @Test
    void answersAsTheRfcSays() {
        ScramAuthenticator scram = new ScramAuthenticator(LOGIN, NONCE);
        assertThat(text(scram.first())).isEqualTo("n,,n=user,r=rOprNGfwEbeRWgbNEkqO");
        String challenge = "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";
        assertThat(text(scram.proof(challenge)))
                .isEqualTo("c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                        + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "r=somebody-elses,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
                "r=rOprNGfwEbeRWgbNEkqOx,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=2000000000",
                "r=rOprNGfwEbeRWgbNEkqOx,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=many",
                "r=rOprNGfwEbeRWgbNEkqOx,s=!,i=4096"
            })
    void givesNoProofForOddChallenges(String challenge) {
        assertThat(new ScramAuthenticator(LOGIN, NONCE).proof(challenge)).isEmpty();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
