package dev.gangway.pki.bouncycastle;

import static dev.gangway.pki.Samples.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.Explained;
import dev.gangway.pki.Finding;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Keys;
import dev.gangway.pki.Pem;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Samples;
import dev.gangway.pki.Source;
import dev.gangway.pki.importing.ImportItem;
import dev.gangway.pki.importing.ImportPreview;
import dev.gangway.pki.importing.Passphrases;
import dev.gangway.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BouncyCastleImporterTest {
    private static final Passphrases CORRECT = Passphrases.same(Secret.of("correct"));
    private static final Passphrases WRONG = Passphrases.same(Secret.of("incorrect"));

    private final BouncyCastleImporter importer = new BouncyCastleImporter(Clock.systemUTC());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ec.p12|PBES2, AES-256, 2048",
                "ec.rc2.p12|PKCS#12, SHA-1, 3DES, 2048",
                "ec.keytool.p12|",
                "ec.plain.p12|",
                "ec.jks|JKS",
                "ec.jceks|JCEKS",
                "ec.bcfks|"
            })
    void opensEveryKeyStoreAndSaysHowItWasProtected(String file, String scheme) {
        ImportItem item = only(read(CORRECT, source(file)));
        assertThat(item.name()).isEqualTo("CN=pump-0417,O=Plant 2");
        assertThat(Keys.match(item.key().orElseThrow(), item.chain().getFirst().getPublicKey()))
                .isTrue();
        assertThat(item.findings().stream()
                        .filter(finding -> finding.diagnosis().is(PkiCode.PROTECTION_WEAK))
                        .map(finding -> finding.diagnosis().args().get("scheme")))
                .containsExactlyElementsOf(scheme == null ? List.of() : List.of(scheme));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ec.p12", "ec.rc2.p12", "ec.keytool.p12", "ec.jks", "ec.jceks", "ec.bcfks"})
    void aKeyStoreWantsTheRightPassphrase(String file) {
        Explained.failedWith(importer.read(List.of(source(file)), Passphrases.none()), PkiCode.PASSPHRASE_MISSING);
        Explained.failedWith(importer.read(List.of(source(file)), WRONG), PkiCode.PASSPHRASE_WRONG);
    }

    @Test
    void aFileWithItsIntegrityUnderPbmac1IsOpened() {
        Identity identity = only(read(CORRECT, source("ec.p12"))).identity().orElseThrow();
        Source modern = new Source("modern.p12", KeyStoreFiles.pbmac1(identity, "correct", 20_000));
        assertThat(only(read(CORRECT, modern)).findings()).isEmpty();
        Explained.failedWith(importer.read(List.of(modern), WRONG), PkiCode.PASSPHRASE_WRONG);
    }

    @Test
    void aBillionIterationsAreRefusedNotComputed() {
        Source bomb =
                new Source("bomb.p12", KeyStoreFiles.claiming(source("ec.p12").bytes(), 1_000_000_000));
        Explained.failedWith(importer.read(List.of(bomb), CORRECT), PkiCode.DERIVATION_TOO_EXPENSIVE);
    }

    @Test
    void keysFindTheirCertificatesAndCertificatesTheirIssuersAcrossFiles() {
        Family family = new Family();
        ImportPreview preview = read(
                Passphrases.none(),
                Source.text("root.pem", Pem.certificate(family.root.leaf())),
                Source.text("device.key", Pem.privateKey(family.device.key()).reveal()),
                Source.text("intermediate.pem", Pem.certificate(family.intermediate.leaf())),
                Source.text("device.pem", Pem.certificate(family.device.leaf())));
        ImportItem item = only(preview);
        assertThat(item.chain()).containsExactly(family.device.leaf(), family.intermediate.leaf(), family.root.leaf());
        assertThat(item.files()).containsExactlyInAnyOrder("device.pem", "intermediate.pem", "root.pem", "device.key");
        assertThat(codes(item)).containsExactly(PkiCode.PROTECTION_NONE.id());
    }

    @Test
    void whatIsMissingIsNamed() {
        Family family = new Family();
        ImportPreview preview = read(
                Passphrases.none(),
                Source.text("device.pem", Pem.certificate(family.device.leaf())),
                source("ed25519.pkcs8.pem"));
        assertThat(preview.items()).hasSize(2);
        assertThat(codes(preview.items().get(0)))
                .containsExactly(PkiCode.PROTECTION_NONE.id(), PkiCode.KEY_WITHOUT_CERTIFICATE.id());
        assertThat(codes(preview.items().get(1)))
                .containsExactly(PkiCode.ISSUER_MISSING.id(), PkiCode.CERTIFICATE_WITHOUT_KEY.id());
    }

    @Test
    void anArchiveIsUnpackedAndForeignFilesAreLeftOut() throws IOException {
        byte[] zip = zip("certs/pump.crt", source("ec.cert.pem").bytes(), "README.txt", "hello".getBytes());
        ImportPreview preview = read(Passphrases.none(), new Source("all.zip", zip));
        assertThat(only(preview).files()).containsExactly("all.zip/certs/pump.crt");
        assertThat(preview.notices()).extracting(Evidence::key).containsExactly("pki.notice.not-recognised");
    }

    @Test
    void aLargeFileAmongOthersIsNotedAsSuch() {
        Source picture = new Source("plan.png", new byte[Source.MAX_CREDENTIAL_BYTES + 1]);
        assertThat(read(Passphrases.none(), source("ec.cert.pem"), picture).notices())
                .extracting(Evidence::key)
                .containsExactly("pki.notice.too-large");
    }

    @Test
    void anArchiveThatUnpacksToAnythingIsRefused() throws IOException {
        byte[] zip = zip("a", new byte[10 << 20], "b", new byte[10 << 20]);
        Explained.failedWith(
                importer.read(List.of(new Source("bomb.zip", zip)), Passphrases.none()), PkiCode.ARCHIVE_BOMB);
        Explained.failedWith(
                importer.read(List.of(new Source("cut.zip", Arrays.copyOf(zip, 40))), Passphrases.none()),
                PkiCode.ARCHIVE_DAMAGED);
    }

    @Test
    void theSameTwiceIsNotedOnce() {
        ImportPreview preview = read(Passphrases.none(), source("ec.cert.pem"), source("ec.cert.der"));
        assertThat(preview.items()).hasSize(1);
        assertThat(preview.notices()).extracting(Evidence::key).containsExactly("pki.notice.duplicate");
        assertThat(only(read(Passphrases.none(), source("ec.sec1.pem"), source("ec.pkcs8.pem")))
                        .key())
                .isPresent();
    }

    @Test
    void oneDamagedFileStopsTheWholeImport() {
        Source damaged = Source.text("a.pem", Samples.text("ec.cert.pem").substring(0, 300));
        Explained.failedWith(
                importer.read(List.of(source("ec.cert.pem"), damaged), Passphrases.none()), PkiCode.PEM_END_MISSING);
        Explained.failedWith(
                importer.read(List.of(source("ec.public.pem")), Passphrases.none()), PkiCode.NOTHING_FOUND);
    }

    private ImportPreview read(Passphrases passphrases, Source... sources) {
        Outcome<ImportPreview> outcome = importer.read(List.of(sources), passphrases);
        ImportPreview preview = outcome.orThrow();
        preview.notices().forEach(Explained::complete);
        preview.items().stream()
                .flatMap(item -> item.findings().stream())
                .map(Finding::diagnosis)
                .forEach(Explained::complete);
        return preview;
    }

    private static ImportItem only(ImportPreview preview) {
        assertThat(preview.items()).hasSize(1);
        return preview.items().getFirst();
    }

    private static List<String> codes(ImportItem item) {
        return item.findings().stream()
                .map(finding -> finding.diagnosis().code())
                .toList();
    }

    private static byte[] zip(String first, byte[] firstBytes, String second, byte[] secondBytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(first));
            zip.write(firstBytes);
            zip.putNextEntry(new ZipEntry(second));
            zip.write(secondBytes);
        }
        return bytes.toByteArray();
    }

    /** Root, intermediate and device. */
    private static final class Family {
        private final BouncyCastleMaker maker = new BouncyCastleMaker();
        private final Instant from = Instant.now().minus(Duration.ofHours(1));
        private final Instant to = from.plus(Duration.ofDays(30));
        final Identity root = self();
        final Identity intermediate = below(root, Purpose.INTERMEDIATE);
        final Identity device = below(intermediate, Purpose.DEVICE_CLIENT);

        private Identity self() {
            KeyPair keys = maker.newKey(KeyType.EC_P256);
            return new Identity(
                    List.of(maker.selfSigned(keys, spec(Purpose.ROOT)).orThrow()), keys.getPrivate());
        }

        private Identity below(Identity authority, Purpose purpose) {
            KeyPair keys = maker.newKey(KeyType.EC_P256);
            X509Certificate made =
                    maker.issue(keys.getPublic(), spec(purpose), authority).orThrow();
            return new Identity(List.of(made), keys.getPrivate());
        }

        private CertificateSpec spec(Purpose purpose) {
            return new CertificateSpec("CN=" + purpose, from, to, purpose, List.of(), List.of());
        }
    }
}
