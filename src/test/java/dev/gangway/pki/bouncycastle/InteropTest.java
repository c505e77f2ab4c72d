package dev.gangway.pki.bouncycastle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.pki.Explained;
import dev.gangway.pki.Family;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Keys;
import dev.gangway.pki.Openssl;
import dev.gangway.pki.Pem;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Samples;
import dev.gangway.pki.Source;
import dev.gangway.pki.importing.ImportItem;
import dev.gangway.pki.importing.Passphrases;
import dev.gangway.secret.Secret;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** We read everything that openssl and keytool write, in all the ways in which they can be asked to. */
class InteropTest {
    private static final Passphrases CORRECT = Passphrases.same(Secret.of("correct"));

    private final BouncyCastleImporter importer = new BouncyCastleImporter(Clock.systemUTC());
    private final Family family = new Family(KeyType.EC_P256);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-legacy",
                "-legacy -keypbe PBE-SHA1-RC2-40 -certpbe PBE-SHA1-RC2-40",
                "-legacy -keypbe PBE-SHA1-RC2-128 -certpbe PBE-SHA1-RC2-128",
                "-legacy -keypbe PBE-SHA1-RC4-128 -certpbe PBE-SHA1-RC4-40",
                "-keypbe PBE-SHA1-2DES -certpbe PBE-SHA1-3DES -macalg sha1",
                "-keypbe AES-128-CBC -certpbe AES-192-CBC -macalg sha512 -iter 30000",
                "-keypbe NONE -certpbe NONE",
                "-nomac -name pump -caname root"
            })
    void pkcs12(String options) {
        Openssl tools = files();
        tools.file("chain.pem", Pem.certificates(family.device.chain()));
        run(tools, "pkcs12 -export -inkey key.pem -in chain.pem -out a.p12 -passout pass:correct " + options);
        assertThat(only(tools, "a.p12").chain()).startsWith(family.device.leaf(), family.intermediate.leaf());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-v1 PBE-MD5-DES -provider legacy -provider default",
                "-v1 PBE-SHA1-RC2-64 -provider legacy -provider default",
                "-v1 PBE-MD5-RC2-64 -provider legacy -provider default",
                "-v1 PBE-SHA1-RC4-40 -provider legacy -provider default",
                "-v1 PBE-SHA1-3DES",
                "-v2 aes-128-cbc -v2prf hmacWithSHA512",
                "-v2 aes-256-cbc -v2prf hmacWithSHA1 -iter 1",
                "-v2 des3",
                "-v2 camellia-256-cbc",
                "-scrypt",
                "-nocrypt"
            })
    void pkcs8(String options) {
        for (String form : List.of("PEM", "DER")) {
            Openssl tools = files();
            run(tools, "pkcs8 -topk8 -in key.pem -out a.key -outform " + form + " -passout pass:correct " + options);
            assertThat(only(tools, "a.key", "cert.pem").identity()).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-aes128", "-aes256", "-des3", "-camellia256", "-aria128", "-outform DER", ""})
    void traditionalKeys(String options) {
        for (KeyType type : List.of(KeyType.EC_P256, KeyType.RSA_2048)) {
            Family of = new Family(type);
            Openssl tools = files(of);
            String command = type == KeyType.EC_P256 ? "ec" : "rsa -traditional";
            run(tools, command + " -in key.pem -out a.key -passout pass:correct " + options);
            assertThat(only(tools, "a.key", "cert.pem").identity()).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PEM", "DER"})
    void pkcs7(String form) {
        Openssl tools = files();
        tools.file("chain.pem", Pem.certificates(family.device.chain()));
        run(tools, "crl2pkcs7 -nocrl -certfile chain.pem -out a.p7b -outform " + form);
        assertThat(only(tools, "a.p7b", "key.pem").identity()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JKS", "JCEKS", "PKCS12"})
    void keyStoresOfJava(String type) {
        Openssl tools = new Openssl(folder);
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Openssl.Result made = tools.run(
                keytool,
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-alias",
                "pump",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=pump-0417",
                "-storetype",
                type,
                "-keystore",
                "a.store",
                "-storepass",
                "correct",
                "-keypass",
                "correct");
        assertThat(made.code()).as(made.output()).isZero();
        ImportItem item = only(tools, "a.store");
        assertThat(item.identity()).isPresent();
        assertThat(item.findings().stream()
                        .anyMatch(finding -> finding.diagnosis().is(PkiCode.PROTECTION_WEAK)))
                .isEqualTo(!type.equals("PKCS12"));
    }

    @Test
    void integrityUnderPbmac1AsJavasOwnCryptographyComputesIt() {
        Source made = new Source(
                "mac.p12", Pbmac1.over(Samples.source("ec.keytool.p12").bytes(), "correct", 20_000));
        assertThat(importer.read(List.of(made), CORRECT).orThrow().items())
                .singleElement()
                .matches(item -> item.identity().isPresent());
        Source other = new Source(
                "mac.p12", Pbmac1.over(Samples.source("ec.keytool.p12").bytes(), "other", 20_000));
        Explained.failedWith(importer.read(List.of(other), CORRECT), PkiCode.PASSPHRASE_WRONG);
        Source costly = new Source(
                "mac.p12", Pbmac1.claiming(Samples.source("ec.keytool.p12").bytes(), 1_000_000_000));
        Explained.failedWith(importer.read(List.of(costly), CORRECT), PkiCode.DERIVATION_TOO_EXPENSIVE);
    }

    private ImportItem only(Openssl tools, String... names) {
        List<Source> sources = List.of(names).stream().map(tools::source).toList();
        List<ImportItem> items = importer.read(sources, CORRECT).orThrow().items();
        assertThat(items).hasSize(1);
        items.getFirst()
                .identity()
                .ifPresent(identity -> assertThat(
                                Keys.match(identity.key(), identity.leaf().getPublicKey()))
                        .isTrue());
        return items.getFirst();
    }

    private Openssl files() {
        return files(family);
    }

    private Openssl files(Family of) {
        Openssl tools = new Openssl(folder);
        tools.file("key.pem", Pem.privateKey(of.device.key()).reveal());
        tools.file("cert.pem", Pem.certificate(of.device.leaf()));
        return tools;
    }

    private static void run(Openssl tools, String command) {
        Openssl.Result result = tools.openssl(command.strip().split(" +"));
        assertThat(result.code()).as(result.output()).isZero();
    }
}
