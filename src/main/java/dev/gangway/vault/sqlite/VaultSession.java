package dev.gangway.vault.sqlite;

import dev.gangway.vault.VaultLockedException;
import dev.gangway.vault.sealing.Argon2Cost;
import dev.gangway.vault.sealing.VaultKeys;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** The one connection to an unlocked vault. One thread at a time uses it; the others wait. */
final class VaultSession implements AutoCloseable {
    private final ReentrantLock turn = new ReentrantLock();
    private final Path file;
    private final Connected connected;
    private final VaultKeys keys;
    private final ProcessLock processLock;
    private VaultIntegrity integrity;
    private boolean closed;

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

    /** Changes rows and ledger in one transaction; joins the one that the calling thread is already in. */
    <R> R write(BiFunction<Connected, VaultIntegrity, R> change) {
        return inTurn(() -> connected.isInTransaction() ? change.apply(connected, integrity) : transaction(change));
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
                    connected) { // each is let go of, whatever the other throws
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
