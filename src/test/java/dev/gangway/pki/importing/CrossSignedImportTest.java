package dev.gangway.pki.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.faultlab.Forge;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Pem;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Source;
import dev.gangway.pki.bouncycastle.BouncyCastleImporter;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No certificate gets lost, however the authorities vouch for each other. */
class CrossSignedImportTest {
    private final Importer importer = new BouncyCastleImporter(Clock.systemUTC());

    @Test
    void whatIsCrossSignedComesInInEveryOrder() {
        KeyPair pair = Forge.ec();
        Identity rootA = Forge.authority("CN=Root A").make();
        Identity rootB = Forge.authority("CN=Root B").make();
        Identity interA = Forge.authority("CN=Inter").with(pair).by(rootA).make();
        Identity interB = Forge.authority("CN=Inter").with(pair).by(rootB).make();
        Identity device = Forge.client("CN=pump").by(interA).make();
        List<X509Certificate> all = new ArrayList<>(Stream.of(device, interA, interB, rootA, rootB)
                .map(Identity::leaf)
                .toList());
        for (int turn = 0; turn < all.size(); turn++) {
            Collections.rotate(all, 1);
            ImportPreview preview = read(all);
            assertThat(preview.items().stream().flatMap(item -> item.chain().stream()))
                    .containsAll(all);
            assertThat(preview.items())
                    .allSatisfy(item -> assertThat(item.findings())
                            .noneMatch(finding -> finding.diagnosis().is(PkiCode.ISSUER_MISSING)));
        }
    }

    private ImportPreview read(List<X509Certificate> certificates) {
        byte[] pem = Pem.certificates(certificates).getBytes(StandardCharsets.US_ASCII);
        return importer.preview(List.of(new Source("all.pem", pem)), Passphrases.none());
    }
}
