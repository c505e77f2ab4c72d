package dev.gangway.pki.bouncycastle;

import static dev.gangway.pki.Samples.source;
import static dev.gangway.pki.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.pki.CredentialReader.Contents;
import dev.gangway.pki.Explained;
import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Keys;
import dev.gangway.pki.Pem;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Source;
import dev.gangway.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BouncyCastleReaderTest {
    private static final Optional<Secret> NONE = Optional.empty();
    private static final Optional<Secret> CORRECT = Optional.of(Secret.of("correct"));
    private static final Optional<Secret> WRONG = Optional.of(Secret.of("incorrect"));
    private static final String ID = "42e85c3444c17895be71be9bfa5866ef51c69b3d7818b8d1e410ff16144ae21b";

    private final BouncyCastleReader reader = new BouncyCastleReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ec.cert.pem",
                "ec.cert.der",
                "ec.cert.text.pem",
                "ec.cert.trusted.pem",
                "ec.bag-attributes.pem",
                "ec.p7b"
            })
    void readsACertificateInEveryForm(String file) {
        assertThat(Fingerprints.credentialsId(
                        reader.readCertificate(source(file)).orThrow()))
                .isEqualTo(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ec.pkcs8.pem",
                "ec.pkcs8.der",
                "ec.sec1.pem",
                "ec.bag-attributes.pem",
                "ec.pbes2-aes.pem",
                "ec.pbes2-3des.pem",
                "ec.scrypt.pem",
                "ec.pbes1-sha1-3des.pem",
                "ec.pbes1-md5-des.pem",
                "ec.legacy-aes.pem",
                "ec.legacy-3des.pem"
            })
    void readsAKeyInEveryForm(String file) {
        PrivateKey key = reader.readKey(source(file), CORRECT).orThrow();
        X509Certificate certificate =
                reader.readCertificate(source("ec.cert.pem")).orThrow();
        assertThat(Keys.match(key, certificate.getPublicKey())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"rsa.pkcs1.pem,RSA", "rsa.legacy-aes.pem,RSA", "ed25519.pkcs8.pem,EdDSA", "openssh.pem,EC"})
    void readsKeysOfOtherKinds(String file, String algorithm) {
        assertThat(reader.readKey(source(file), CORRECT).orThrow().getAlgorithm())
                .isEqualTo(algorithm);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ec.pbes2-aes.pem",
                "ec.pbes2-3des.pem",
                "ec.scrypt.pem",
                "ec.pbes1-sha1-3des.pem",
                "ec.pbes1-md5-des.pem",
                "ec.legacy-aes.pem",
                "ec.legacy-3des.pem",
                "rsa.legacy-aes.pem",
                "openssh-encrypted.pem"
            })
    void anEncryptedKeyWantsTheRightPassphrase(String file) {
        Explained.failedWith(reader.readKey(source(file), NONE), PkiCode.PASSPHRASE_MISSING);
        Explained.failedWith(reader.readKey(source(file), WRONG), PkiCode.PASSPHRASE_WRONG);
    }

    @ParameterizedTest
    @CsvSource({
        "ec.request.pem,REQUEST_FOR_CERTIFICATE",
        "ec.pkcs8.pem,PRIVATE_KEY_FOR_CERTIFICATE",
        "ec.pbes2-aes.pem,PRIVATE_KEY_FOR_CERTIFICATE",
        "rsa.legacy-aes.pem,PRIVATE_KEY_FOR_CERTIFICATE",
        "ec.public.pem,PUBLIC_KEY_FOR_CERTIFICATE",
        "ec.p12,KEY_STORE_FOR_PEM"
    })
    void somethingElseThanACertificateIsNamed(String file, PkiCode code) {
        Diagnosis diagnosis = Explained.failedWith(reader.readCertificate(source(file)), code);
        assertThat(diagnosis.args()).containsEntry("file", file);
    }

    @ParameterizedTest
    @CsvSource({
        "ec.request.pem,REQUEST_FOR_KEY",
        "ec.cert.pem,CERTIFICATE_FOR_KEY",
        "ec.public.pem,PUBLIC_KEY_FOR_KEY",
        "ec.p12,KEY_STORE_FOR_PEM",
        "secp256k1.pkcs8.pem,KEY_NOT_FOR_TLS"
    })
    void somethingElseThanAKeyIsNamed(String file, PkiCode code) {
        Explained.failedWith(reader.readKey(source(file), CORRECT), code);
    }

    @Test
    void whatTheLabelSaysDoesNotCount() {
        String request = text("ec.request.pem").replace("CERTIFICATE REQUEST", "CERTIFICATE");
        Explained.failedWith(reader.readCertificate(Source.text("a.crt", request)), PkiCode.REQUEST_FOR_CERTIFICATE);
    }

    @Test
    void aChainWhereOneBelongsCanBeCutToItsLeaf() {
        Source chain = Source.text("chain.pem", text("ec.cert.pem") + text("ec.cert.pem"));
        Diagnosis diagnosis = Explained.failedWith(reader.readCertificate(chain), PkiCode.CHAIN_FOR_CERTIFICATE);
        assertThat(diagnosis.fix().orElseThrow().action()).isEqualTo(Action.TAKE_LEAF);
        assertThat(reader.readChain(chain).orThrow()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ec.cert.text.pem|pki.notice.text-dump|1",
                "ec.bag-attributes.pem|pki.notice.bag-attributes|1",
                "ec.cert.trusted.pem|pki.notice.trusted|1"
            })
    void whatIsLeftOutIsNoted(String file, String notice, int line) {
        assertThat(notices(source(file))).anySatisfy(found -> {
            assertThat(found.key()).isEqualTo(notice);
            assertThat(found.place()).isEqualTo(new Evidence.Place.InFile(file, line));
        });
    }

    @Test
    void untidyTextIsReadAndNoted() {
        String pem = text("ec.cert.pem");
        assertNoted(pem.replace("\n", "\r\n"), "pki.notice.crlf");
        assertNoted("\n\n" + pem.replace("\n", " \n\t"), "pki.notice.spaces");
        assertNoted(pem.replace("\n", " "), "pki.notice.spaces");
        assertNoted(pem.replace("\n", "\\n"), "pki.notice.escaped-lines");
        assertNoted("\uFEFF" + pem, "pki.notice.bom");
        assertNoted("Best regards\n" + pem, "pki.notice.text-around");
        assertNoted(pem.replaceAll("-----.*-----\n", ""), "pki.notice.bare-base64");
        Source utf16 = new Source("a.pem", ("\uFEFF" + pem).getBytes(StandardCharsets.UTF_16LE));
        assertThat(notices(utf16)).extracting(Evidence::key).contains("pki.notice.utf16");
    }

    private void assertNoted(String text, String notice) {
        Source source = Source.text("a.pem", text);
        assertThat(notices(source)).extracting(Evidence::key).contains(notice);
        assertThat(Fingerprints.credentialsId(reader.readCertificate(source).orThrow()))
                .isEqualTo(ID);
    }

    private List<Evidence> notices(Source source) {
        Contents contents = reader.read(source, NONE).orThrow();
        contents.notices().forEach(Explained::complete);
        return contents.notices();
    }

    @Test
    void damageIsFoundInItsLine() {
        List<String> lines = text("ec.cert.pem").lines().toList();
        assertDamaged(replaced(lines, 4, lines.get(4).replaceFirst("...$", "%!?")), PkiCode.PEM_BASE64, 5);
        assertDamaged(replaced(lines, 4, lines.get(4).substring(1)), PkiCode.PEM_BASE64, 5);
        assertDamaged(replaced(lines, 3, "QUJD" + "=" + lines.get(3).substring(5)), PkiCode.PEM_BASE64, 4);
        assertDamaged(lines.subList(0, lines.size() - 1), PkiCode.PEM_END_MISSING, 1);
        assertDamaged(
                Stream.concat(lines.subList(0, lines.size() - 1).stream(), lines.stream())
                        .toList(),
                PkiCode.PEM_END_MISSING,
                1);
        assertDamaged(lines.subList(1, lines.size()), PkiCode.PEM_BEGIN_MISSING, lines.size() - 1);
        assertDamaged(replaced(lines, lines.size() - 1, "-----END CERTIFICATE----"), PkiCode.PEM_MARKER, lines.size());
        assertDamaged(replaced(lines, 0, "—–BEGIN CERTIFICATE—–"), PkiCode.PEM_BEGIN_MISSING, lines.size());
        assertDamaged(replaced(lines, lines.size() - 1, "-----END PRIVATE KEY-----"), PkiCode.PEM_LABELS_DIFFER, 1);
        assertDamaged(without(lines, 3), PkiCode.CUT_OFF, 1);
    }

    private void assertDamaged(List<String> lines, PkiCode code, int line) {
        Diagnosis diagnosis =
                Explained.failedWith(reader.readCertificate(Source.text("a.pem", String.join("\n", lines))), code);
        assertThat(diagnosis.evidence().getFirst().place()).isEqualTo(new Evidence.Place.InFile("a.pem", line));
    }

    private static List<String> replaced(List<String> lines, int index, String line) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(index, line);
        return changed;
    }

    private static List<String> without(List<String> lines, int index) {
        List<String> changed = new ArrayList<>(lines);
        changed.remove(index);
        return changed;
    }

    @Test
    void filesThatAreNothingAreNamed() {
        Explained.failedWith(reader.readCertificate(Source.text("a.pem", " \r\n\t")), PkiCode.FILE_EMPTY);
        Explained.failedWith(reader.readCertificate(Source.text("a.pem", "hello")), PkiCode.NOT_RECOGNISED);
        Explained.failedWith(
                reader.readKey(new Source("a.bin", new byte[] {1, 2, 3, 0, 5}), NONE), PkiCode.NOT_RECOGNISED);
        Explained.failedWith(
                reader.readCertificate(new Source("a.pem", new byte[Source.MAX_CREDENTIAL_BYTES + 1])),
                PkiCode.FILE_TOO_LARGE);
        byte[] der = source("ec.cert.der").bytes();
        Explained.failedWith(reader.readCertificate(new Source("a.der", Arrays.copyOf(der, 200))), PkiCode.CUT_OFF);
        der[4] = 0x31;
        Explained.failedWith(reader.readCertificate(new Source("a.der", der)), PkiCode.NOT_RECOGNISED);
    }

    @Test
    void aKeyMadeToKeepUsBusyIsRefused() {
        byte[] der = Base64.getMimeDecoder().decode(text("ec.pbes2-aes.pem").replaceAll("-----.*-----", ""));
        byte[] costly = Costly.withIterations(der, 0x7FFFFFFF);
        Explained.failedWith(reader.readKey(new Source("bomb.der", costly), CORRECT), PkiCode.DERIVATION_TOO_EXPENSIVE);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Identity identity = reader.readIdentity(source("ec.cert.pem"), source("ec.pkcs8.pem"), NONE)
                .orThrow();
        String pem = Pem.privateKey(identity.key()).reveal();
        assertThat(pem).isEqualTo(text("ec.pkcs8.pem"));
        assertThat(Keys.fromPkcs8(Keys.pkcs8(identity.key())).orThrow()).isEqualTo(identity.key());
    }
}
