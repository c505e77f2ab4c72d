package dev.gangway.bench.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.event.AuthDetail.AuthFault;
import dev.gangway.bench.model.MqttOptions.Authentication;
import dev.gangway.bench.mqtt.Authenticator.Answer;
import dev.gangway.bench.mqtt.Authenticator.AuthChecked;
import dev.gangway.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exchanges of RFC 5802, section 5, and RFC 7677, section 3, and servers that lie or would have us compute. */
class ScramAuthenticatorTest {
    private static final String NONCE = "rOprNGfwEbeRWgbNEkqO";
    private static final Authentication LOGIN = new Authentication("SCRAM-SHA-256", "user", Secret.of("pencil"));
    private static final String CHALLENGE =
            "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";

    @Test
    void answersAsTheRfcSays() {
        ScramAuthenticator scram = new ScramAuthenticator(LOGIN, NONCE);
        assertThat(text(scram.first())).isEqualTo("n,,n=user,r=rOprNGfwEbeRWgbNEkqO");
        assertThat(answer(scram, CHALLENGE))
                .isEqualTo("c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                        + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
        assertThat(conclude(scram, "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="))
                .isEmpty();
    }

    @Test
    void withSha1AsTheOlderRfcSays() {
        Authentication login = new Authentication("SCRAM-SHA-1", "user", Secret.of("pencil"));
        ScramAuthenticator scram = new ScramAuthenticator(login, "fyko+d2lbbFgONRv9qkxdawL");
        assertThat(answer(scram, "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096"))
                .isEqualTo("c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=");
        assertThat(conclude(scram, "v=rmF9pqV8S7suAoZWja4dJRkFsKQ=")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "v=7rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=, PROOF_WRONG",
        "e=other-error, PROOF_WRONG",
        "v=, PROOF_WRONG",
        "'', PROOF_MISSING"
    })
    void aServerThatDoesNotKnowThePasswordIsFoundOut(String said, AuthFault fault) {
        ScramAuthenticator scram = new ScramAuthenticator(LOGIN, NONCE);
        answer(scram, CHALLENGE);
        assertThat(conclude(scram, said)).contains(fault);
    }

    @Test
    void successBeforeAnyChallengeProvesNothing() {
        assertThat(conclude(new ScramAuthenticator(LOGIN, NONCE), "v=")).contains(AuthFault.PROOF_WRONG);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | NONCE_DIFFERS",
                "r=somebody-elses,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096 | NONCE_DIFFERS",
                "r=rOprNGfwEbeRWgbNEkqO,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096 | NONCE_DIFFERS",
                "r=rOprNGfwEbeRWgbNEkqOx,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=2000000000 | TOO_MANY_ITERATIONS",
                "r=rOprNGfwEbeRWgbNEkqOx,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=0 | CHALLENGE_UNREADABLE",
                "r=rOprNGfwEbeRWgbNEkqOx,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4095 | TOO_FEW_ITERATIONS",
                "r=rOprNGfwEbeRWgbNEkqOx,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=many | CHALLENGE_UNREADABLE",
                "r=rOprNGfwEbeRWgbNEkqOx,s=,i=4096 | CHALLENGE_UNREADABLE",
                "r=rOprNGfwEbeRWgbNEkqOx,s=!,i=4096 | CHALLENGE_UNREADABLE"
            })
    void givesNoProofForOddChallenges(String challenge, AuthFault why) {
        assertThat(new ScramAuthenticator(LOGIN, NONCE).answer(bytes(challenge)))
                .isEqualTo(new Answer.None(why));
    }

    @Test
    void aSecondChallengeIsNotAnswered() {
        ScramAuthenticator scram = new ScramAuthenticator(LOGIN, NONCE);
        answer(scram, CHALLENGE);
        assertThat(scram.answer(bytes(CHALLENGE))).isEqualTo(new Answer.None(AuthFault.CHALLENGE_UNREADABLE));
    }

    /** RFC 4013, section 3: a soft hyphen is left out, and a Roman numeral nine becomes I and X. */
    @Test
    void userAndPasswordArePreparedBySaslprep() {
        ScramAuthenticator plain = new ScramAuthenticator(login("IX", "IX"), NONCE);
        ScramAuthenticator odd = new ScramAuthenticator(login("I\u00adX", "\u2168"), NONCE);
        assertThat(text(odd.first())).isEqualTo(text(plain.first()));
        assertThat(answer(odd, CHALLENGE)).isEqualTo(answer(plain, CHALLENGE));
    }

    private static Authentication login(String user, String password) {
        return new Authentication("SCRAM-SHA-256", user, Secret.of(password));
    }

    @Test
    void otherMethodsSendTheirTokenAsItIs() {
        for (String method : new String[] {"CUSTOM-JWT", "SCRAM-MD5", "SCRAM-"}) {
            assertThat(Authenticator.of(new Authentication(method, "", Secret.of("token"))))
                    .isInstanceOf(TokenAuthenticator.class);
        }
    }

    private static String answer(Authenticator scram, String challenge) {
        return scram.answer(bytes(challenge)) instanceof Answer.Data(byte[] data) ? text(data) : "none";
    }

    private static Optional<AuthFault> conclude(Authenticator scram, String data) {
        return scram.conclude(bytes(data)).flatMap(AuthChecked::fault);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
