package dev.gangway.pki.bouncycastle;

import static dev.gangway.pki.Samples.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.pki.Explained;
import dev.gangway.pki.Keys;
import dev.gangway.pki.MbedTls;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Samples;
import dev.gangway.pki.Source;
import dev.gangway.pki.importing.FileProblem;
import dev.gangway.pki.importing.ImportItem;
import dev.gangway.pki.importing.ImportPreview;
import dev.gangway.pki.importing.Passphrases;
import dev.gangway.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What GnuTLS, OpenSSL, keytool, ssh-keygen, PuTTY, GnuPG, age, OpenVPN and NSS have written. */
class OtherToolsFilesTest {
    private static final Passphrases SECRET = Passphrases.same(Secret.of("secret1"));

    private final BouncyCastleImporter importer = new BouncyCastleImporter(Clock.systemUTC());

    @ParameterizedTest
    @CsvSource({
        "certtool.p12,",
        "certtool-empty.p12,PROTECTION_EMPTY",
        "certtool-null.p12,PROTECTION_EMPTY",
        "openssl-empty.p12,PROTECTION_EMPTY",
        "legacy-empty.p12,PROTECTION_EMPTY"
    })
    void pkcs12OfOthersOpens(String file, PkiCode weakness) {
        ImportItem item = only(preview(SECRET, other(file)));
        assertThat(Keys.match(item.key().orElseThrow(), item.chain().getFirst().getPublicKey()))
                .isTrue();
        assertThat(item.findings().stream()
                        .anyMatch(finding -> finding.diagnosis().is(PkiCode.PROTECTION_EMPTY)))
                .isEqualTo(weakness != null);
    }

    @Test
    void anEmptyPassphraseIsNotAskedFor() {
        assertThat(preview(Passphrases.none(), other("openssl-empty.p12")).problems())
                .isEmpty();
        assertThat(problem(Passphrases.none(), other("certtool.p12"))).isEqualTo(PkiCode.PASSPHRASE_MISSING.id());
        assertThat(problem(Passphrases.same(Secret.of("wrong")), other("certtool.p12")))
                .isEqualTo(PkiCode.PASSPHRASE_WRONG.id());
    }

    @ParameterizedTest
    @CsvSource({
        "putty.ppk,PuTTY",
        "pvk.pvk,PVK",
        "msblob.key,MSBLOB",
        "ta.key,OpenVPN",
        "rfc4716.pub,RFC 4716",
        "ssh_ec.pub,OpenSSH",
        "tpm.key,TPM 2",
        "pgp.asc,PGP",
        "pgp.gpg,PGP",
        "age.key,age",
        "wg0.conf,WireGuard",
        "pkcs11.txt,NSS",
        "dh.pem,parameters",
        "enveloped.pem,CMS",
        "pkey.txt,openssl pkey -text",
        "pkey-ed25519.txt,openssl pkey -text",
        "asn1parse.txt,asn1parse",
        "x509.txt,printed as text",
        "certtool.txt,printed as text",
        "keytool.txt,printed as text"
    })
    void whatCannotBeUsedIsCalledWhatItIs(String file, String format) {
        FileProblem problem = preview(SECRET, other(file)).problems().getFirst();
        assertThat(problem.diagnosis().code()).isEqualTo(PkiCode.FORMAT_OTHER.id());
        assertThat(problem.diagnosis().args().get("format")).contains(format);
    }

    @ParameterizedTest
    @CsvSource({
        "explicit.key,KEY_NOT_FOR_TLS,explicit parameters of P-256",
        "SM2.key,KEY_NOT_FOR_TLS,SM2",
        "brainpoolP256t1.key,KEY_NOT_FOR_TLS,brainpoolP256t1",
        "three.key,KEY_NOT_FOR_TLS,three primes",
        "dsa.key,KEY_NOT_FOR_TLS,DSA",
        "x25519.key,KEY_NOT_FOR_TLS,X25519",
        "explicit.crt,CERTIFICATE_UNSUPPORTED,explicit parameters of P-256",
        "SM2.crt,CERTIFICATE_UNSUPPORTED,SM2",
        "secp256k1.crt,CERTIFICATE_UNSUPPORTED,secp256k1",
        "brainpoolP256t1.crt,CERTIFICATE_UNSUPPORTED,brainpoolP256t1"
    })
    void soundKeysOfOtherKindsAreNotCalledDamaged(String file, PkiCode code, String algorithm) {
        FileProblem problem = preview(SECRET, other(file)).problems().getFirst();
        assertThat(problem.diagnosis().code()).isEqualTo(code.id());
        assertThat(problem.diagnosis().args().get("algorithm")).contains(algorithm);
    }

    @ParameterizedTest
    @CsvSource({"xxd.txt", "hexdump.txt", "hexdump-plain.txt", "od.txt"})
    void listingsOfBytesAreRead(String file) {
        assertThat(only(preview(SECRET, other(file))).chain().getFirst().getSubjectX500Principal())
                .hasToString("CN=dump-0417");
    }

    @Test
    void aListingThatLacksALineIsNotRead() {
        String whole = new String(other("xxd.txt").bytes(), java.nio.charset.StandardCharsets.US_ASCII);
        String without = whole.replaceFirst("(?m)^00000030.*\\n", "");
        assertThat(without).isNotEqualTo(whole);
        assertThat(preview(SECRET, Source.text("xxd.txt", without)).problems()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"pss-free.key,pss-free.crt", "pss-bound.key,pss-bound.crt", "pss-traditional.key,pss-free.crt"})
    void keysBoundToPssAreReadWithWhatTheyAreBoundTo(String keyFile, String certificateFile) {
        ImportItem item = only(preview(SECRET, other(keyFile), other(certificateFile)));
        PrivateKey key = item.identity().orElseThrow().key();
        PublicKey certified = item.chain().getFirst().getPublicKey();
        assertThat(key.getAlgorithm()).isEqualTo("RSASSA-PSS");
        assertThat(Keys.describe(certified)).isEqualTo("RSA-PSS 2048");
        // made and signed by it, and the signature verified
        BouncyCastleRequests requests = new BouncyCastleRequests();
        String request =
                requests.make(new KeyPair(certified, key), "CN=pump-0417").orThrow();
        assertThat(requests.read(Source.text("pump.csr", request)).orThrow().key())
                .isEqualTo(certified);
        assertThat(MbedTls.of(item.chain()))
                .anyMatch(note -> "RSA-PSS".equals(note.diagnosis().args().get("key")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pss-bound.csr", "pss-signed.csr"})
    void requestsSignedByPssAreRead(String file) {
        assertThat(new BouncyCastleRequests().read(other(file)).isOk()).isTrue();
    }

    @Test
    void aKeyBoundToPssAloneIsOne() {
        assertThat(only(preview(SECRET, other("pss.key"))).key().orElseThrow().getAlgorithm())
                .isEqualTo("RSASSA-PSS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JKS", "JCEKS", "BKS", "UBER"})
    void aKeyMayHaveAnotherPassphraseThanItsStore(String type) throws Exception {
        Source store = store(type, "correct", "another");
        assertThat(problem(Passphrases.same(Secret.of("correct")), store))
                .isEqualTo(PkiCode.ENTRY_PASSPHRASE_MISSING.id());
        assertThat(problem(Passphrases.same(Secret.of("wrong")), store)).isEqualTo(PkiCode.PASSPHRASE_WRONG.id());
        assertThat(problem(both("correct", "wrong"), store)).isEqualTo(PkiCode.ENTRY_PASSPHRASE_WRONG.id());
        assertThat(only(preview(both("correct", "another"), store)).identity()).isPresent();
        assertThat(only(preview(both("correct", "wrong"), store(type, "correct", "correct")))
                        .identity())
                .isPresent();
    }

    /** What is encrypted may begin as the end of a plain store's entries does: in one of 256. */
    @Test
    void aSealedStoreIsNeverTakenForAPlainOne() throws Exception {
        byte[] sealed = store("UBER", "correct", "correct").bytes();
        byte[] plain = store("BKS", "correct", "correct").bytes();
        for (int first = 0; first < 256; first++) {
            sealed[32] = (byte) first; // after version, salt and iterations
            assertThat(BksCost.isPlain(sealed)).as("first byte %d", first).isFalse();
        }
        assertThat(BksCost.isPlain(plain)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JKS", "BKS"})
    void aStoreOfAuthoritiesNeedsNoPassphrase(String type) throws Exception {
        KeyStore store = type.equals("BKS") ? KeyStore.getInstance(type, Providers.BC) : KeyStore.getInstance(type);
        store.load(null, null);
        store.setCertificateEntry("ca", certificate());
        ImportPreview preview = preview(Passphrases.none(), new Source("trust", bytes(store, "changeit")));
        assertThat(only(preview).chain()).hasSize(1);
        assertThat(preview.notices()).anyMatch(notice -> notice.key().equals("pki.notice.not-checked"));
    }

    @Test
    void aBouncyCastleStoreThatAsksForABillionIterationsIsRefused() throws Exception {
        for (String type : List.of("BKS", "UBER")) {
            byte[] bytes = store(type, "correct", "correct").bytes();
            bytes[28] = 0x40; // the first byte of its number of iterations
            assertThat(problem(Passphrases.same(Secret.of("correct")), new Source("bomb", bytes)))
                    .isEqualTo(PkiCode.DERIVATION_TOO_EXPENSIVE.id());
        }
    }

    @Test
    void aFolderWithACredentialThatCannotBeReadNamesIt() {
        for (String file : List.of("putty.ppk", "tpm.key", "explicit.key", "enveloped.pem")) {
            assertThat(preview(SECRET, source("ec.cert.pem"), other(file)).problems())
                    .extracting(FileProblem::file)
                    .containsExactly("others/" + file);
        }
        for (String file : List.of("ta.key", "dh.pem", "pgp.asc", "ssh_ec.pub", "wg0.conf")) {
            ImportPreview preview = preview(SECRET, source("ec.cert.pem"), other(file));
            assertThat(preview.problems()).isEmpty();
            assertThat(preview.notices()).anyMatch(notice -> notice.key().equals("pki.notice.other-format"));
        }
    }

    @Test
    void aSignedMailIsRead() {
        assertThat(preview(SECRET, other("signed.eml")).items()).hasSize(1);
    }

    private static Source other(String file) {
        return source("others/" + file);
    }

    private static Passphrases both(String store, String entries) {
        return Passphrases.of(Passphrases.same(Secret.of(store)), Passphrases.same(Secret.of(entries)));
    }

    private Certificate certificate() {
        return only(preview(SECRET, source("ec.cert.pem"))).chain().getFirst();
    }

    private Source store(String type, String passphrase, String keyPassphrase) throws Exception {
        ImportItem item =
                only(preview(SECRET, source("ec.cert.pem"), Source.text("k.pem", Samples.text("ec.pkcs8.pem"))));
        KeyStore store = type.equals("BKS") || type.equals("UBER")
                ? KeyStore.getInstance(type, Providers.BC)
                : KeyStore.getInstance(type);
        store.load(null, null);
        store.setKeyEntry(
                "device",
                item.key().orElseThrow(),
                keyPassphrase.toCharArray(),
                item.chain().toArray(Certificate[]::new));
        return new Source("store", bytes(store, passphrase));
    }

    private static byte[] bytes(KeyStore store, String passphrase) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, passphrase.toCharArray());
        return out.toByteArray();
    }

    private String problem(Passphrases passphrases, Source source) {
        Optional<FileProblem> first =
                preview(passphrases, source).problems().stream().findFirst();
        return first.map(problem -> problem.diagnosis().code()).orElse("none");
    }

    private ImportPreview preview(Passphrases passphrases, Source... sources) {
        ImportPreview preview = importer.preview(List.of(sources), passphrases);
        preview.problems().forEach(problem -> Explained.complete(problem.diagnosis()));
        preview.notices().forEach(Explained::complete);
        return preview;
    }

    private static ImportItem only(ImportPreview preview) {
        assertThat(preview.problems()).isEmpty();
        assertThat(preview.items()).hasSize(1);
        return preview.items().getFirst();
    }
}
