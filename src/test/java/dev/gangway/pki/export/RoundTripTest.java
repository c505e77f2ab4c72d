package dev.gangway.pki.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.pki.Family;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Keys;
import dev.gangway.pki.Pem;
import dev.gangway.pki.Source;
import dev.gangway.pki.bouncycastle.BouncyCastleExporter;
import dev.gangway.pki.bouncycastle.BouncyCastleImporter;
import dev.gangway.pki.importing.ImportItem;
import dev.gangway.pki.importing.ImportPreview;
import dev.gangway.pki.importing.Passphrases;
import dev.gangway.secret.Secret;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What we write we read again: each format, and each of its files alone that holds anything. */
class RoundTripTest {
    private static final String PASSPHRASE = "correct horse";

    private final BouncyCastleExporter exporter = new BouncyCastleExporter();
    private final BouncyCastleImporter importer = new BouncyCastleImporter(Clock.systemUTC());

    @TestFactory
    Stream<DynamicTest> everyFormatOfEveryKeyIsReadAgain() {
        return Stream.of(KeyType.EC_P256, KeyType.EC_P521, KeyType.RSA_2048, KeyType.ED25519, KeyType.ED448)
                .flatMap(type -> {
                    Family family = new Family(type);
                    return Stream.of(ExportFormat.values())
                            .map(format ->
                                    DynamicTest.dynamicTest(type + " " + format, () -> isReadAgain(family, format)));
                });
    }

    @Test
    void aLongChainForNvsEndsWithAZero() {
        Family family = new Family(KeyType.RSA_2048);
        Identity device = family.device;
        List<X509Certificate> chain = Stream.concat(
                        device.chain().stream(),
                        Stream.generate(family.root::leaf).limit(4))
                .toList();
        List<ExportFile> files = exporter.export(
                        ExportFormat.ESP_NVS,
                        new ExportRequest(
                                "pump", chain, Optional.of(device.key()), List.of(), Optional.empty(), "h", 8883))
                .orThrow();
        String csv = files.stream()
                .filter(file -> file.name().endsWith(".csv"))
                .map(file -> file.content().reveal())
                .findFirst()
                .orElseThrow();
        String named = csv.lines()
                .filter(line -> line.startsWith("client_cert,file,binary,"))
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .findFirst()
                .orElseThrow();
        String blob = files.stream()
                .filter(file -> file.name().equals(named))
                .map(file -> file.content().reveal())
                .findFirst()
                .orElseThrow();
        assertThat(blob).endsWith("-----END CERTIFICATE-----\n\0").hasSizeGreaterThan(4_000);
    }

    private void isReadAgain(Family family, ExportFormat format) {
        Identity device = family.device;
        List<ExportFile> files = exporter.export(
                        format,
                        new ExportRequest(
                                "pump-0417",
                                device.chain(),
                                Optional.of(device.key()),
                                List.of(family.root.leaf()),
                                Optional.of(Secret.of(PASSPHRASE)),
                                "mqtt.example",
                                8883))
                .orThrow();
        List<Source> sources = files.stream()
                .map(file -> new Source(file.name(), file.content().withBytes(byte[]::clone)))
                .toList();
        if (format == ExportFormat.KEY) {
            sources = Stream.concat(
                            sources.stream(), Stream.of(Source.text("pump.pem", Pem.certificate(device.leaf()))))
                    .toList();
        }
        ImportPreview preview = importer.preview(sources, Passphrases.same(Secret.of(PASSPHRASE)));
        assertThat(preview.problems()).isEmpty();
        ImportItem item = preview.items().stream()
                .filter(each -> each.chain().contains(device.leaf()))
                .findFirst()
                .orElseThrow();
        assertThat(item.key().isPresent()).isEqualTo(format.holdsKey());
        item.key()
                .ifPresent(key -> assertThat(Keys.match(key, device.leaf().getPublicKey()))
                        .isTrue());
        assertThat(item.chain().getFirst()).isEqualTo(device.leaf());
    }
}
