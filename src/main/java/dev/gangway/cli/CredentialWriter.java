package dev.gangway.cli;

import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.KeyRef;
import dev.gangway.pki.Pem;
import dev.gangway.secret.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Writes a device's credential to files for its owner alone, where no vault keeps it. */
final class CredentialWriter {
    private final Path folder;
    private final List<Path> written = new ArrayList<>();

    CredentialWriter(Path folder) {
        this.folder = folder;
    }

    /** Writes the files; fails where one exists. */
    List<Path> write(Device device) {
        String stem = device.name().replaceAll("[^A-Za-z0-9._-]", "_");
        switch (device.credential()) {
            case Credential.AccessToken(Secret token) -> secret(stem + ".token", token);
            case Credential.X509Leaf(X509Certificate leaf, KeyRef key) -> identity(stem, List.of(leaf), key);
            case Credential.X509Chain(List<X509Certificate> chain, KeyRef key) -> identity(stem, chain, key);
            default -> {
                // the others were handed in by whoever runs the command
            }
        }
        return List.copyOf(written);
    }

    private void identity(String stem, List<X509Certificate> chain, KeyRef key) {
        try (Secret certificates = Secret.of(Pem.certificates(chain))) {
            secret(stem + ".cert.pem", certificates);
        }
        if (key instanceof KeyRef.Stored(Secret pkcs8)) {
            try (Secret pem = pkcs8.withBytes(der -> Pem.secretBlock("PRIVATE KEY", der))) {
                secret(stem + ".key.pem", pem);
            }
        }
    }

    private void secret(String name, Secret content) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            FileAttribute<?>[] ownerOnly =
                    folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                            ? new FileAttribute<?>[] {
                                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                            }
                            : new FileAttribute<?>[0];
            try (OutputStream out = Channels.newOutputStream(Files.newByteChannel(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly))) {
                byte[] bytes = content.withBytes(byte[]::clone);
                try {
                    out.write(bytes);
                } finally {
                    Arrays.fill(bytes, (byte) 0);
                }
            }
            written.add(file);
        } catch (IOException e) {
            throw CommandFailed.because(CliCode.CANNOT_WRITE, "file", file);
        }
    }
}
