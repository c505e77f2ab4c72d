package dev.gangway.pki.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.pki.Explained;
import dev.gangway.pki.Family;
import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.Identity;
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
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

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
            names = {"ONE_LINE", "C_HEADER", "CERTIFICATE", "CHAIN", "KEY"})
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
                "CERTIFICATE|x509 -noout -in pump.crt.pem",
                "CHAIN|verify -partial_chain -CAfile pump.chain.pem pump.chain.pem",
                "KEY|pkey -noout -in pump.key.pem",
                "TB_KEYGEN|pkcs12 -noout -in pump.jks -passin pass:correct",
                "TB_KEYGEN|ec -noout -check -in pump.nopass.pem",
                "TB_KEYGEN|x509 -noout -in pump.pub.pem",
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
        // Neither what came before the file that stopped it, nor anything half-written.
        assertThat(folder.resolve("pump.crt.pem")).doesNotExist();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).noneMatch(path -> path.toString().endsWith(".part"));
        }
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
    void withoutAKeyTheCertificateCanBeWrittenAlone() {
        ExportRequest request = new ExportRequest(
                "pump", family.device.chain(), Optional.empty(), List.of(), Optional.of(CORRECT), "localhost", 8883);
        for (ExportFormat format : ExportFormat.values()) {
            if (format.holdsKey()) {
                Explained.failedWith(exporter.export(format, request), PkiCode.EXPORT_WITHOUT_KEY);
            } else {
                assertThat(exporter.export(format, request).orThrow())
                        .noneMatch(ExportFile::isPrivate)
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void whatHoldsAKeyIsForItsOwnerAlone(ExportFormat format) {
        List<ExportFile> files = files(format, family);
        assertThat(files.stream().anyMatch(ExportFile::isPrivate)).isEqualTo(format.holdsKey());
        assertThat(files.stream().anyMatch(file -> file.content().reveal().contains("PRIVATE KEY-----")))
                .isEqualTo(format.showsKey() && format != ExportFormat.DER || format == ExportFormat.PEM_ENCRYPTED);
    }

    @Test
    void theGatewayFindsItsFieldsAndItsFiles() throws IOException {
        write(ExportFormat.TB_GATEWAY);
        JsonNode server = new ObjectMapper()
                .readTree(folder.resolve("pump.tb_gateway.json").toFile())
                .get("thingsboard");
        assertThat(server.get("host").textValue()).isEqualTo("localhost");
        assertThat(server.get("port").intValue()).isEqualTo(8883);
        JsonNode security = server.get("security");
        assertThat(security.get("type").textValue()).isEqualTo("tlsPrivateKey");
        assertThat(security.get("tls").booleanValue()).isTrue();
        for (String file : List.of("caCert", "privateKey", "cert")) {
            assertThat(folder.resolve(security.get(file).textValue())).exists();
        }
    }

    @Test
    void theGatewayTrustsItsSystemWhereNoAuthorityIsNamed() throws IOException {
        List<ExportFile> files = exporter.export(
                        ExportFormat.TB_GATEWAY,
                        new ExportRequest("pump", family.device, List.of(), Optional.empty(), "localhost", 8883))
                .orThrow();
        JsonNode security =
                new ObjectMapper().readTree(files.getLast().content().reveal()).at("/thingsboard/security");
        assertThat(security.has("caCert")).isFalse();
        assertThat(security.get("tls").booleanValue()).isTrue();
    }

    /** By the rules of Espressif's generator: four columns, a namespace first, keys of 15 characters at most. */
    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void theNvsTableIsWhatItsGeneratorTakes(int copies) throws IOException {
        List<X509Certificate> chain = new ArrayList<>();
        for (int i = 0; i < copies; i++) {
            chain.addAll(family.device.chain());
        }
        ExportRequest request = new ExportRequest(
                "pump",
                new Identity(chain, family.device.key()),
                family.root.chain(),
                Optional.empty(),
                "localhost",
                8883);
        ExportFolder.write(
                        folder, exporter.export(ExportFormat.ESP_NVS, request).orThrow())
                .orThrow();
        List<String> lines = Files.readAllLines(folder.resolve("pump.nvs.csv"));
        assertThat(lines).startsWith("key,type,encoding,value", "mqtt,namespace,,");
        for (String line : lines.subList(2, lines.size())) {
            String[] cells = line.split(",", -1);
            assertThat(cells).hasSize(4);
            assertThat(cells[0]).hasSizeLessThanOrEqualTo(15);
            if (cells[1].equals("file")) {
                assertThat(cells[2]).isIn("string", "binary");
                assertThat(folder.resolve(cells[3])).exists();
                if (cells[2].equals("string")) {
                    assertThat(Files.size(folder.resolve(cells[3]))).isLessThan(4_000);
                }
            } else {
                assertThat(cells[1]).isEqualTo("data");
                assertThat(cells[2]).isIn("string", "u16");
            }
        }
        assertThat(lines).anyMatch(line -> line.startsWith("client_cert,file," + (copies == 1 ? "string" : "binary")));
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
