package dev.gangway.pki.bouncycastle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.pki.Explained;
import dev.gangway.pki.Openssl;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Samples;
import dev.gangway.pki.Source;
import dev.gangway.secret.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that ssh-keygen has written, with and without a passphrase. */
class OpenSshKeyTest {
    private static final Optional<Secret> CORRECT = Optional.of(Secret.of("correct"));

    private final BouncyCastleReader reader = new BouncyCastleReader();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "openssh.pem,EC",
        "openssh-encrypted.pem,EdDSA",
        "openssh-ctr.pem,RSA",
        "openssh-cbc.pem,EC",
        "openssh-gcm.pem,EdDSA"
    })
    void theRightPassphraseOpensIt(String file, String algorithm) {
        assertThat(key(Samples.source(file)).getAlgorithm()).isEqualTo(algorithm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openssh-encrypted.pem", "openssh-ctr.pem", "openssh-cbc.pem", "openssh-gcm.pem"})
    void anotherPassphraseOrNoneDoesNot(String file) {
        Source source = Samples.source(file);
        Explained.failedWith(reader.readKey(source, Optional.empty()), PkiCode.PASSPHRASE_MISSING);
        Explained.failedWith(reader.readKey(source, Optional.of(Secret.of("incorrect"))), PkiCode.PASSPHRASE_WRONG);
    }

    @Test
    void itIsTheKeyThatSshKeygenHasIn() {
        Openssl tools = new Openssl(folder);
        tools.file("key", Samples.source("openssh-ctr.pem").bytes());
        tools.run("chmod", "600", "key");
        if (tools.run("ssh-keygen", "-p", "-q", "-m", "PEM", "-P", "correct", "-N", "", "-f", "key")
                        .code()
                == 0) {
            assertThat(key(tools.source("key"))).isEqualTo(key(Samples.source("openssh-ctr.pem")));
        }
    }

    @Test
    void aCipherThatIsNotKnownHereIsNamed() {
        Diagnosis why = Explained.failedWith(
                reader.readKey(Samples.source("openssh-chacha.pem"), CORRECT), PkiCode.ENCRYPTION_UNKNOWN);
        assertThat(why.evidence())
                .anySatisfy(
                        seen -> assertThat(seen.args().values()).asString().contains("chacha20-poly1305@openssh.com"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, Integer.MAX_VALUE, -1, 0})
    void absurdRoundsAreRefusedNotComputed(int rounds) {
        Explained.failedWith(reader.readKey(asking(rounds), CORRECT), PkiCode.DERIVATION_TOO_EXPENSIVE);
    }

    @Test
    void theDerivationIsTheOneOfOpenBsd() {
        // computed with OpenBSD's own bcrypt_pbkdf, as it is kept in the tests of its ports
        byte[] key = Bcrypt.derive(
                "password".getBytes(StandardCharsets.US_ASCII), "salt".getBytes(StandardCharsets.US_ASCII), 4, 32);
        assertThat(HexFormat.of().formatHex(key))
                .isEqualTo("5bbf0cc293587f1c3635555c27796598d47e579071bf427e9d8fbe842aba34d9");
    }

    private PrivateKey key(Source source) {
        return reader.readKey(source, CORRECT).orThrow();
    }

    /** The same file with another number of rounds, which stands behind the salt of sixteen bytes. */
    private static Source asking(int rounds) {
        byte[] blob = Samples.der("openssh-encrypted.pem");
        OpenSshKey key = OpenSshKey.of(blob);
        int at = new String(blob, StandardCharsets.ISO_8859_1)
                .indexOf(new String(key.salt(), StandardCharsets.ISO_8859_1));
        ByteBuffer.wrap(blob).putInt(at + key.salt().length, rounds);
        return new Source("costly.key", blob);
    }
}
