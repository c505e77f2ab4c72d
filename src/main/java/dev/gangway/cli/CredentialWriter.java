package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.KeyRef;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Keys;
import dev.gangway.pki.bouncycastle.BouncyCastleExporter;
import dev.gangway.pki.export.ExportFile;
import dev.gangway.pki.export.ExportFolder;
import dev.gangway.pki.export.ExportFormat;
import dev.gangway.pki.export.ExportRequest;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.ServerEntry.HostPort;
import dev.gangway.server.TrustAnchors;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Writes a device's credential to files: all or none, never over an existing one, secrets for their owner alone. */
final class CredentialWriter {
    private final ExportFormat format;
    private final Optional<Secret> passphrase;

    /** One that writes certificates in this format; a token is a file with one line in any of them. */
    CredentialWriter(ExportFormat format, Optional<Secret> passphrase) {
        this.format = format;
        this.passphrase = passphrase;
    }

    /** The paths written; none where the credential is nothing that a file could hold. */
    List<Path> write(Path folder, Device device, Optional<ServerEntry> server) {
        return orFail(ExportFolder.write(folder, files(device, server)));
    }

    private List<ExportFile> files(Device device, Optional<ServerEntry> server) {
        return switch (device.credential()) {
            case Credential.AccessToken(Secret token) ->
                List.of(new ExportFile(device.name().replaceAll("[^A-Za-z0-9._-]", "_") + ".token", token, true));
            case Credential.X509Leaf(X509Certificate leaf, KeyRef key) -> files(device, List.of(leaf), key, server);
            case Credential.X509Chain(List<X509Certificate> chain, KeyRef key) -> files(device, chain, key, server);
            default -> List.of();
        };
    }

    private List<ExportFile> files(
            Device device, List<X509Certificate> chain, KeyRef key, Optional<ServerEntry> server) {
        if (!(key instanceof KeyRef.Stored(Secret pkcs8))) {
            throw CommandFailed.because(CliCode.KEY_ELSEWHERE, "name", device.name());
        }
        HostPort at = server.flatMap(ServerEntry::mqtts).orElse(new HostPort("localhost", 8883));
        List<X509Certificate> anchors =
                server.map(entry -> orFail(TrustAnchors.of(entry))).orElse(List.of());
        Identity identity = new Identity(chain, orFail(Keys.fromPkcs8(pkcs8)));
        return orFail(new BouncyCastleExporter()
                .export(format, new ExportRequest(device.name(), identity, anchors, passphrase, at.host(), at.port())));
    }
}
