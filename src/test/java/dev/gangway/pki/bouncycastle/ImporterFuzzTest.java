package dev.gangway.pki.bouncycastle;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.gangway.pki.Source;
import dev.gangway.pki.importing.Passphrases;
import dev.gangway.secret.Secret;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Feeds the readers with anything. The normal build runs the inputs that are kept in the resources; with
 * {@code JAZZER_FUZZ=1} Jazzer looks for more.
 */
class ImporterFuzzTest {
    private final BouncyCastleImporter importer = new BouncyCastleImporter(Clock.systemUTC());
    private final BouncyCastleReader reader = new BouncyCastleReader();
    private final Secret passphrase = Secret.of("correct");

    @FuzzTest(maxDuration = "60s")
    void whateverIsImportedEndsWithAValue(byte[] input) {
        Source source = new Source("input", input);
        importer.read(List.of(source), Passphrases.same(passphrase));
        reader.read(source, Optional.of(passphrase));
        reader.readCertificate(source);
    }
}
