package dev.gangway.vault.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Puts commits on disk, those of several threads at once: while one waits for the disk, the others commit, and the next
 * sync is for them all. SQLite itself then syncs at checkpoints only ({@code synchronous = NORMAL}), which keeps the file
 * whole; that what was committed is there after a loss of power is up to this (https://www.sqlite.org/wal.html,
 * "Performance Considerations"). Safe for use by several threads.
 */
final class WriteAheadSync implements AutoCloseable {
    private final FileChannel log;
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicLong committed = new AtomicLong();
    private long synced;

    private WriteAheadSync(FileChannel log) {
        this.log = log;
    }

    /** Over the write-ahead log beside a vault; empty where it is not where SQLite documents it. */
    static Optional<WriteAheadSync> beside(Path vault) {
        try {
            Path real = vault.toRealPath();
            return Optional.of(new WriteAheadSync(
                    FileChannel.open(real.resolveSibling(real.getFileName() + "-wal"), StandardOpenOption.WRITE)));
        } catch (IOException elsewhere) {
            return Optional.empty();
        }
    }

    /** A commit was made; what it is to be awaited by. */
    long committed() {
        return committed.incrementAndGet();
    }

    /** Returns once this commit and all before it are on disk. */
    void await(long commit) {
        turn.lock();
        try {
            if (synced >= commit) {
                return;
            }
            long all = committed.get();
            log.force(false);
            synced = all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            turn.unlock();
        }
    }

    /** Puts the last commits on disk; who still waits for one then has it. */
    @Override
    public void close() {
        turn.lock();
        try (log) {
            log.force(false);
            synced = Long.MAX_VALUE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            turn.unlock();
        }
    }
}
