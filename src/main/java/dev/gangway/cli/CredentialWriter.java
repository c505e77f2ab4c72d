package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Printable;
import dev.gangway.pki.bouncycastle.BouncyCastleExporter;
import dev.gangway.pki.export.ExportFile;
import dev.gangway.pki.export.ExportFolder;
import dev.gangway.pki.export.ExportFormat;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerEntry;
import dev.gangway.transfer.exporting.Exportable;
import dev.gangway.transfer.exporting.Exports;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes a credential that no vault keeps: all or none, never over an existing file, secrets for their owner alone. */
final class CredentialWriter {
    private CredentialWriter() {}

    /** The paths written; none where the credential is nothing that a file could hold. */
    static List<Path> write(Path folder, Device device, ServerEntry server) {
        if (device.credential() instanceof Credential.AccessToken(Secret token)) {
            return token(folder, device.name(), token);
        }
        Optional<Exportable> certificate = Exportable.of(device);
        return certificate.isEmpty()
                ? List.of()
                : orFail(Exports.files(
                                new BouncyCastleExporter(),
                                certificate.get(),
                                Optional.of(server),
                                ExportFormat.PEM,
                                Optional.empty())
                        .then(files -> ExportFolder.write(folder, files)));
    }

    /** A token is a file with one line. */
    static List<Path> token(Path folder, String name, Secret token) {
        String file = Printable.fileName(name) + ".token";
        return orFail(ExportFolder.write(folder, List.of(new ExportFile(file, token, true))));
    }
}
