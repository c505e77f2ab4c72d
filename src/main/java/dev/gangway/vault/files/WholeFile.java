package dev.gangway.vault.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Files without a secret that are written whole or not at all: a full disk leaves neither half of one nor, where it would
 * have been replaced, less than was there. Each is written under another name beside its own, and renamed.
 */
public final class WholeFile {
    private WholeFile() {}

    /** Writes a file, in place of one that is there; through a link, and straight into a pipe or a device. */
    public static void replace(Path file, byte[] content) throws IOException {
        boolean exists = Files.exists(file);
        if (exists && !Files.isRegularFile(file)) {
            Files.write(file, content);
        } else {
            write(
                    exists ? file.toRealPath() : file,
                    out -> out.write(content),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Writes a new file.
     *
     * @throws FileAlreadyExistsException where there is one; it stays as it is
     */
    public static void create(Path file, OwnerOnly.Content content) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        write(file, content);
    }

    private static void write(Path file, OwnerOnly.Content content, StandardCopyOption... how) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                content.write(out);
            }
            Files.move(part, file, how);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
