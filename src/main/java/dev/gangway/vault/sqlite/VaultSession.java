package dev.gangway.vault.sqlite;

import dev.gangway.vault.VaultLockedException;
import dev.gangway.vault.sealing.Argon2Cost;
import dev.gangway.vault.sealing.VaultKeys;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one connection to an unlocked vault. One thread at a time uses it; the others wait. */
final class VaultSession implements AutoCloseable {
    private final ReentrantLock turn = new ReentrantLock();
    private final Path file;
    private final Connected connected;
    private final VaultKeys keys;
    private final ProcessLock processLock;
    private VaultIntegrity integrity;
    private boolean closed;
    private @Nullable WriteAheadSync sync;
    private boolean syncLookedFor;

    VaultSession(Path file, Connected connected, VaultKeys keys, VaultIntegrity integrity, ProcessLock processLock) {
        this.file = file;
        this.connected = connected;
        this.keys = keys;
        this.integrity = integrity;
        this.processLock = processLock;
    }

    Path file() {
        return file;
    }

    VaultKeys keys() {
        return keys;
    }

    /** Notes what it costs to unlock the vault from now on. */
    void describe(Argon2Cost cost) {
        processLock.describe(cost);
    }

    <R> R read(Function<Connected, R> use) {
        return inTurn(() -> use.apply(connected));
    }

    /** Writes a copy as it is now into an empty file; others wait for it, a moment for each hundred thousand rows. */
    void copyTo(Path empty) {
        turn.lock();
        try {
            if (closed) {
                throw new VaultLockedException();
            }
            connected.run("VACUUM INTO ?", empty.toString()); // its failures are those of the copy's disk
        } finally {
            turn.unlock();
        }
    }

    /**
     * Changes rows and ledger in one transaction, which is on disk when this returns; joins the one that the calling
     * thread is already in.
     */
    <R> R write(BiFunction<Connected, VaultIntegrity, R> change) {
        Written<R> written = inTurn(() -> {
            if (connected.isInTransaction()) {
                return new Written<>(change.apply(connected, integrity), null, 0);
            }
            R result = transaction(change);
            WriteAheadSync current = sync;
            if (current != null) {
                return new Written<>(result, current, current.committed());
            }
            syncFromNowOn();
            return new Written<>(result, null, 0);
        });
        if (written.sync() != null) {
            try {
                written.sync().await(written.commit());
            } catch (RuntimeException e) {
                throw SqliteErrors.wrapped(e, file);
            }
        }
        return written.result();
    }

    /** What a change came to, and the commit that is still to reach the disk. */
    private record Written<R>(R result, @Nullable WriteAheadSync sync, long commit) {}

    /** After the first commit, which SQLite has put on disk itself: the log is there now. */
    private void syncFromNowOn() {
        if (syncLookedFor) {
            return;
        }
        syncLookedFor = true;
        WriteAheadSync.beside(file).ifPresent(found -> {
            connected.run("PRAGMA synchronous = NORMAL");
            sync = found;
        });
    }

    /** The ledger as it is now. */
    VaultIntegrity integrity() {
        return inTurn(() -> integrity.copy());
    }

    @Override
    public void close() {
        turn.lock();
        try {
            if (closed) {
                return;
            }
            if (connected.isInTransaction()) {
                throw new IllegalStateException("a vault cannot be locked in the middle of its own transaction");
            }
            closed = true;
            try (processLock;
                    connected;
                    WriteAheadSync last = sync) { // each is let go of, whatever the other throws
                keys.close();
            } catch (RuntimeException e) {
                throw SqliteErrors.wrapped(e, file);
            }
        } finally {
            turn.unlock();
        }
    }

    private <R> R transaction(BiFunction<Connected, VaultIntegrity, R> change) {
        VaultIntegrity before = integrity.copy();
        connected.begin();
        try {
            R result = change.apply(connected, integrity);
            integrity.save(connected, keys);
            connected.commit();
            return result;
        } catch (RuntimeException | Error e) {
            integrity = before;
            connected.rollback();
            throw e;
        }
    }

    private <R> R inTurn(Supplier<R> use) {
        turn.lock();
        try {
            if (closed) {
                throw new VaultLockedException();
            }
            return use.get();
        } catch (RuntimeException e) {
            throw SqliteErrors.wrapped(e, file);
        } finally {
            turn.unlock();
        }
    }
}
