package dev.gangway.transfer.exporting;

import dev.gangway.device.KeyRef;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.Servers;
import dev.gangway.pki.Keys;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.export.ExportFile;
import dev.gangway.pki.export.ExportFolder;
import dev.gangway.pki.export.ExportFormat;
import dev.gangway.pki.export.ExportRequest;
import dev.gangway.pki.export.Exporter;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.ServerEntry.HostPort;
import dev.gangway.server.TrustAnchors;
import dev.gangway.vault.Vault;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes certificates and keys of the vault to files: all or none, never over an existing file, keys for their owner
 * alone, each export in the audit log. Safe for use by several threads; blocks for the disk.
 */
public final class Exports {
    private static final HostPort NO_SERVER = new HostPort("localhost", 8883);

    private final Vault vault;
    private final Servers servers;
    private final Exporter exporter;

    /** Exports from this vault. */
    public Exports(Vault vault, Servers servers, Exporter exporter) {
        this.vault = vault;
        this.servers = servers;
        this.exporter = exporter;
    }

    /**
     * Writes what is wanted into a folder, which is made where it is missing.
     *
     * @param passphrase for the formats that need one
     * @return the paths written
     */
    public Outcome<List<Path>> write(Exportable what, ExportFormat format, Optional<Secret> passphrase, Path folder) {
        return files(what, format, passphrase).then(files -> write(what, format, folder, files));
    }

    /** Several at once; nothing is written yet. */
    public SeveralExports several(SeveralExports.Choice choice, List<Exportable> all) {
        return new SeveralExports(this, choice, all);
    }

    /** The files, without writing them. Nothing is logged, so they are for looking at their names. */
    Outcome<List<ExportFile>> files(Exportable what, ExportFormat format, Optional<Secret> passphrase) {
        return files(exporter, what, what.server().flatMap(servers::get), format, passphrase);
    }

    /**
     * The files of a credential that is in no vault.
     *
     * @param server whose address and authority go into the files
     */
    public static Outcome<List<ExportFile>> files(
            Exporter exporter,
            Exportable what,
            Optional<ServerEntry> server,
            ExportFormat format,
            Optional<Secret> passphrase) {
        HostPort at = server.flatMap(ServerEntry::mqtts).orElse(NO_SERVER);
        Outcome<List<X509Certificate>> anchors = server.map(TrustAnchors::of).orElseGet(() -> Outcome.ok(List.of()));
        return anchors.then(authorities -> key(what, format)
                .then(key -> exporter.export(
                        format,
                        new ExportRequest(
                                what.name(), what.chain(), key, authorities, passphrase, at.host(), at.port()))));
    }

    private static Outcome<Optional<PrivateKey>> key(Exportable what, ExportFormat format) {
        if (!format.holdsKey()) {
            return Outcome.ok(Optional.empty());
        }
        return switch (what.key().orElseGet(KeyRef.OnDevice::new)) {
            case KeyRef.Stored(Secret pkcs8) -> Keys.fromPkcs8(pkcs8).map(Optional::of);
            case KeyRef.InHardware hardware ->
                Diagnosis.of(PkiCode.KEY_NOT_EXPORTABLE)
                        .remedy("pki.export-certificate-only")
                        .failed();
            case KeyRef.OnDevice elsewhere ->
                Diagnosis.of(PkiCode.EXPORT_WITHOUT_KEY)
                        .remedy("pki.export-certificate-only")
                        .failed();
        };
    }

    private Outcome<List<Path>> write(Exportable what, ExportFormat format, Path folder, List<ExportFile> files) {
        return ExportFolder.write(folder, files).map(written -> {
            log(List.of(what), format, written);
            return written;
        });
    }

    /** Nothing leaves the vault without a trace: what cannot be logged is taken away again. */
    void log(Collection<Exportable> exported, ExportFormat format, List<Path> written) {
        try {
            vault.atomically(() -> exported.forEach(what -> vault.audit()
                    .append(
                            "credential.exported",
                            what.id().toString(),
                            Map.of(
                                    "name", what.name(),
                                    "format", format.name(),
                                    "key", format.holdsKey() ? "with" : "without"))));
        } catch (RuntimeException unlogged) {
            ExportFolder.takeBack(written);
            throw unlogged;
        }
    }
}
