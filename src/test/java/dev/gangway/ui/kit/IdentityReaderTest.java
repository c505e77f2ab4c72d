package dev.gangway.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.pki.Explained;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Samples;
import dev.gangway.pki.bouncycastle.BouncyCastleImporter;
import dev.gangway.pki.bouncycastle.BouncyCastleReader;
import dev.gangway.pki.checks.CredentialCheck;
import dev.gangway.secret.Secret;
import dev.gangway.ui.kit.IdentityReader.Wanted;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where one certificate with its key belongs, a key store that holds just that will do. */
class IdentityReaderTest {
    private final IdentityReader reader = new IdentityReader(
            new BouncyCastleReader(),
            new BouncyCastleImporter(Clock.systemUTC()),
            new CredentialCheck(Clock.systemUTC()));

    @ParameterizedTest
    @ValueSource(strings = {"ec.p12", "ec.keytool.p12", "ec.jks", "ec.bcfks"})
    void aKeyStoreHoldsBoth(String file) {
        Imported imported = read(file, "correct");
        assertThat(imported.error()).isEmpty();
        assertThat(imported.identity()).isPresent();
    }

    @Test
    void aClosedOneAsksForItsPassphrase() {
        assertThat(read("ec.p12", "").error()).hasValueSatisfying(why -> expect(why, PkiCode.PASSPHRASE_MISSING));
        assertThat(read("ec.p12", "incorrect").error())
                .hasValueSatisfying(why -> expect(why, PkiCode.PASSPHRASE_WRONG));
    }

    private static void expect(Diagnosis why, PkiCode code) {
        assertThat(why.is(code)).as(why.code()).isTrue();
        Explained.complete(why);
    }

    private Imported read(String file, String passphrase) {
        return reader.read(
                Optional.of(Samples.source(file)),
                Optional.empty(),
                Optional.of(passphrase).filter(text -> !text.isEmpty()).map(Secret::of),
                Wanted.LEAF);
    }
}
