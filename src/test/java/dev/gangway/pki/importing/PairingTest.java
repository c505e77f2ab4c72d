package dev.gangway.pki.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Evidence;
import dev.gangway.pki.AuthorityLimits;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.Explained;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Pem;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Source;
import dev.gangway.pki.bouncycastle.BouncyCastleImporter;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which certificate goes to which key, and that none is lost. */
class PairingTest {
    private static final BouncyCastleMaker MAKER = new BouncyCastleMaker();
    private static final Instant NOW = Instant.now();

    private final BouncyCastleImporter importer = new BouncyCastleImporter(Clock.systemUTC());
    private final KeyPair keys = MAKER.newKey(KeyType.EC_P256);

    private static X509Certificate self(KeyPair keys, CertificateSpec spec) {
        return MAKER.selfSigned(keys, spec).orThrow();
    }

    private static CertificateSpec device(int fromDays, int toDays) {
        return CertificateSpec.device(
                "CN=pump", NOW.plus(Duration.ofDays(fromDays)), NOW.plus(Duration.ofDays(toDays)));
    }

    private static CertificateSpec root(int toDays) {
        return CertificateSpec.authority(
                "CN=Root",
                NOW.minus(Duration.ofDays(9)),
                NOW.plus(Duration.ofDays(toDays)),
                Purpose.ROOT,
                AuthorityLimits.NONE);
    }

    private static Source pem(String name, X509Certificate certificate) {
        return Source.text(name, Pem.certificate(certificate));
    }

    private Source key(String name, KeyPair pair) {
        return Source.text(name, Pem.privateKey(pair.getPrivate()).reveal());
    }

    private ImportPreview preview(Source... sources) {
        ImportPreview preview = importer.preview(List.of(sources), Passphrases.none());
        assertThat(preview.problems()).isEmpty();
        preview.notices().forEach(Explained::complete);
        preview.items().stream()
                .flatMap(item -> item.findings().stream())
                .forEach(finding -> Explained.complete(finding.diagnosis()));
        return preview;
    }

    @Test
    void theKeyGoesToTheValidCertificateInWhateverOrder() {
        X509Certificate expired = self(keys, device(-20, -10));
        X509Certificate valid = self(keys, device(-5, 10));
        X509Certificate later = self(keys, device(5, 300));
        for (List<String> names : List.of(List.of("a", "b", "c"), List.of("c", "b", "a"), List.of("b", "c", "a"))) {
            ImportPreview preview = preview(
                    pem(names.get(0), expired), pem(names.get(1), valid), key("key", keys), pem(names.get(2), later));
            assertThat(preview.items()).hasSize(1);
            assertThat(preview.items().getFirst().chain()).containsExactly(valid);
            assertThat(preview.notices())
                    .extracting(Evidence::key)
                    .containsExactly("pki.notice.older-certificate", "pki.notice.older-certificate");
        }
    }

    @Test
    void twoRootsOfOneNameAndKeyBothComeIn() {
        X509Certificate shorter = self(keys, root(100));
        X509Certificate longer = self(keys, root(3000));
        assertThat(preview(pem("a", shorter), pem("b", longer)).items())
                .extracting(item -> item.chain().getFirst())
                .containsExactlyInAnyOrder(shorter, longer);
        assertThat(preview(pem("a", shorter), pem("b", longer), key("k", keys)).items())
                .extracting(item -> item.chain().getFirst())
                .containsExactlyInAnyOrder(shorter, longer);
    }

    @Test
    void aWrongSignatureIsNotAMissingIssuer() {
        X509Certificate root = self(keys, root(100));
        KeyPair impostors = MAKER.newKey(KeyType.EC_P256);
        Identity impostor = new Identity(List.of(self(impostors, root(100))), impostors.getPrivate());
        KeyPair device = MAKER.newKey(KeyType.EC_P256);
        X509Certificate leaf =
                MAKER.issue(device.getPublic(), device(-1, 50), impostor).orThrow();
        List<ImportItem> items = preview(pem("root", root), pem("leaf", leaf), key("key", device))
                .items();
        assertThat(items.getFirst().findings())
                .anyMatch(finding -> finding.diagnosis().is(PkiCode.SIGNATURE_WRONG))
                .noneMatch(finding -> finding.diagnosis().is(PkiCode.ISSUER_MISSING));
        assertThat(items).hasSize(2);
    }
}
