package dev.gangway.vault.sqlite;

import dev.gangway.vault.files.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps a second process from opening the same vault. The operating system holds it, so it goes when the process does,
 * however that ends. The file beside the vault stays: taking it away would let two processes lock two files.
 */
final class ProcessLock implements AutoCloseable {
    private final FileChannel channel;

    private ProcessLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock, unless someone has it. */
    static Optional<ProcessLock> tryAcquire(Path vault) throws IOException {
        Path file = vault.resolveSibling(vault.getFileName() + ".lock");
        if (!Files.exists(file)) {
            try {
                OwnerOnly.createFile(file);
            } catch (FileAlreadyExistsException e) {
                // another process was quicker, which is as good
            }
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new ProcessLock(channel));
            }
        } catch (OverlappingFileLockException e) {
            // this very process has it
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
