package dev.gangway.transfer.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.KeyRef;
import dev.gangway.device.ServerState;
import dev.gangway.onboarding.Vaulted;
import dev.gangway.pki.Explained;
import dev.gangway.pki.Family;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Keys;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.export.ExportFormat;
import dev.gangway.vault.AuditLog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportsTest {
    @TempDir
    Path folder;

    private final Family family = new Family(KeyType.EC_P256);
    private Vaulted vault;

    @BeforeEach
    void open() {
        vault = Vaulted.in(folder);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void whatLeavesTheVaultIsWrittenDown() {
        Exportable pump = device(new KeyRef.Stored(Keys.pkcs8(family.device.key())));
        List<Path> written = exports()
                .write(pump, ExportFormat.PEM, Optional.empty(), folder.resolve("out"))
                .orThrow();
        assertThat(written).hasSize(3).allSatisfy(path -> assertThat(path).exists());
        AuditLog.Entry entry = vault.workspace().audit().newest(1).getFirst();
        assertThat(entry.action()).isEqualTo("credential.exported");
        assertThat(entry.subject()).isEqualTo(pump.id().toString());
        assertThat(entry.details()).containsEntry("format", "PEM").containsEntry("key", "with");
    }

    @Test
    void whatWasRefusedIsNotWrittenDown() {
        Exportable pump = device(new KeyRef.Stored(Keys.pkcs8(family.device.key())));
        Explained.failedWith(
                exports().write(pump, ExportFormat.PKCS12, Optional.empty(), folder), PkiCode.EXPORT_NEEDS_PASSPHRASE);
        exports().write(pump, ExportFormat.CHAIN, Optional.empty(), folder).orThrow();
        Explained.failedWith(
                exports().write(pump, ExportFormat.CHAIN, Optional.empty(), folder), PkiCode.EXPORT_EXISTS);
        assertThat(vault.workspace().audit().newest(10))
                .filteredOn(entry -> entry.action().equals("credential.exported"))
                .hasSize(1);
    }

    @Test
    void aKeyThatIsElsewhereStaysThere() {
        Exportable onDevice = device(new KeyRef.OnDevice());
        Explained.failedWith(
                exports().write(onDevice, ExportFormat.PEM, Optional.empty(), folder), PkiCode.EXPORT_WITHOUT_KEY);
        Exportable inToken = device(new KeyRef.InHardware("lib.so", "token", "key"));
        Explained.failedWith(
                exports().write(inToken, ExportFormat.PEM, Optional.empty(), folder), PkiCode.KEY_NOT_EXPORTABLE);
        assertThat(exports()
                        .write(inToken, ExportFormat.CHAIN, Optional.empty(), folder)
                        .isOk())
                .isTrue();
        assertThat(onDevice.fits(ExportFormat.PEM)).isFalse();
        assertThat(onDevice.fits(ExportFormat.ONE_LINE)).isTrue();
    }

    @Test
    void everyFormatIsOffered() {
        Set<ExportFormat> offered = EnumSet.noneOf(ExportFormat.class);
        Stream.of(FormatGroup.values()).forEach(group -> offered.addAll(group.formats()));
        assertThat(offered).containsExactlyInAnyOrder(ExportFormat.values());
    }

    private Exports exports() {
        return vault.workspace().exports();
    }

    private Exportable device(KeyRef key) {
        return Exportable.of(new Device(
                        UUID.randomUUID(),
                        "pump-0417",
                        Optional.empty(),
                        "default",
                        "",
                        new Credential.X509Chain(family.device.chain(), key),
                        ServerState.none(),
                        Instant.EPOCH))
                .orElseThrow();
    }
}
