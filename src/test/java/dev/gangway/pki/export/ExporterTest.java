package dev.gangway.pki.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.pki.Explained;
import dev.gangway.pki.Family;
import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Openssl;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.bouncycastle.BouncyCastleExporter;
import dev.gangway.pki.bouncycastle.BouncyCastleImporter;
import dev.gangway.pki.importing.Gathered;
import dev.gangway.pki.importing.ImportItem;
import dev.gangway.pki.importing.Passphrases;
import dev.gangway.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ExporterTest {
    private static final Secret CORRECT = Secret.of("correct");

    private final BouncyCastleExporter exporter = new BouncyCastleExporter();
    private final Family family = new Family(KeyType.EC_P256);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = ExportFormat.class,
            mode = Mode.EXCLUDE,
            names = {"ONE_LINE", "C_HEADER"})
    void whatIsWrittenCanBeImported(ExportFormat format) {
        write(format);
        ImportItem item = new BouncyCastleImporter(Clock.systemUTC())
                .preview(Gathered.of(List.of(folder)).sources(), Passphrases.same(CORRECT)).items().stream()
                        .filter(each -> each.key().isPresent())
                        .findFirst()
                        .orElseThrow();
        assertThat(item.chain()).startsWith(family.device.leaf());
        assertThat(item.identity()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PEM|pkey -noout -in pump.key.pem",
                "PEM|verify -CAfile pump.ca.pem -untrusted pump.chain.pem pump.crt.pem",
                "PEM_TRADITIONAL|ec -noout -check -in pump.key.pem",
                "PEM_ENCRYPTED|pkey -noout -in pump.key.pem -passin pass:correct",
                "PEM_BUNDLE|pkey -noout -in pump.pem",
                "PEM_BUNDLE|x509 -noout -in pump.pem",
                "DER|pkey -inform DER -noout -in pump.key.der",
                "DER|x509 -inform DER -noout -in pump.crt.der",
                "PKCS12|pkcs12 -noout -in pump.p12 -passin pass:correct",
                "PKCS12_LEGACY|pkcs12 -legacy -noout -in pump.p12 -passin pass:correct"
            })
    void opensslReadsWhatIsWritten(ExportFormat format, String command) {
        write(format);
        Openssl.Result result = new Openssl(folder).openssl(command.split(" "));
        assertThat(result.code()).as(result.output()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"PKCS12,pump.p12", "JKS,pump.jks", "PKCS12_LEGACY,pump.p12"})
    void keytoolReadsWhatIsWritten(ExportFormat format, String file) {
        write(format);
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Openssl.Result result = new Openssl(folder)
                .run(keytool, "-J-XX:TieredStopAtLevel=1", "-list", "-keystore", file, "-storepass", "correct");
        assertThat(result.output()).contains("PrivateKeyEntry", Fingerprints.sha256(family.device.leaf()));
    }

    @Test
    void anRsaKeyIsWrittenInItsTraditionalForm() {
        Family rsa = new Family(KeyType.RSA_2048);
        ExportFolder.write(folder, files(ExportFormat.PEM_TRADITIONAL, rsa)).orThrow();
        assertThat(new Openssl(folder)
                        .openssl("rsa", "-noout", "-check", "-in", "pump.key.pem")
                        .output())
                .contains("RSA key ok");
    }

    @Test
    void theOneLineIsWhatThingsBoardDigests() throws Exception {
        String line = files(ExportFormat.ONE_LINE, family).getFirst().content().reveal();
        byte[] digest = MessageDigest.getInstance("SHA3-256").digest(line.getBytes(StandardCharsets.US_ASCII));
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(Fingerprints.credentialsId(family.device.leaf()));
    }

    @Test
    void theHeaderIsC() throws IOException {
        write(ExportFormat.C_HEADER);
        String header = Files.readString(folder.resolve("pump.h"));
        assertThat(header).contains("static const char pump_private_key[] =\n    \"-----BEGIN PRIVATE KEY-----\\n\"");
        Openssl tools = new Openssl(folder);
        if (tools.run("cc", "--version").code() == 0) {
            tools.file("main.c", "#include \"pump.h\"\nint main(void) { return pump_private_key[0] != '-'; }\n");
            assertThat(tools.run("cc", "-Wall", "-o", "main", "main.c").output())
                    .doesNotContain("error");
        }
    }

    @Test
    void privateFilesAreForTheirOwnerAndNothingIsOverwritten() throws IOException {
        List<Path> written = write(ExportFormat.PEM);
        for (Path path : written) {
            boolean isKey = path.toString().endsWith(".key.pem");
            if (isKey && Files.getFileStore(path).supportsFileAttributeView("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .isEqualTo("rw-------");
            }
        }
        Files.delete(folder.resolve("pump.crt.pem"));
        Explained.failedWith(ExportFolder.write(folder, files(ExportFormat.PEM, family)), PkiCode.EXPORT_EXISTS);
        // The first file had been written again when the second stopped it: it was taken back.
        assertThat(folder.resolve("pump.crt.pem")).doesNotExist();
    }

    @Test
    void aPassphraseIsAskedFor() {
        ExportRequest request =
                new ExportRequest("pump", family.device, List.of(), Optional.empty(), "localhost", 8883);
        for (ExportFormat format : ExportFormat.values()) {
            if (format.needsPassphrase()) {
                Explained.failedWith(exporter.export(format, request), PkiCode.EXPORT_NEEDS_PASSPHRASE);
            } else {
                assertThat(exporter.export(format, request).isOk()).isTrue();
            }
        }
    }

    @Test
    void aNameFromADeviceIsNoPath() {
        assertThat(new ExportRequest("../Pumpe 4", family.device, List.of(), Optional.empty(), "h", 1).baseName())
                .isEqualTo(".._Pumpe_4");
    }

    private List<Path> write(ExportFormat format) {
        return ExportFolder.write(folder, files(format, family)).orThrow();
    }

    private List<ExportFile> files(ExportFormat format, Family of) {
        return exporter.export(
                        format,
                        new ExportRequest("pump", of.device, of.root.chain(), Optional.of(CORRECT), "localhost", 8883))
                .orThrow();
    }
}
