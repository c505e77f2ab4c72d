package dev.gangway.vault.memory;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.vault.AuditLog;
import dev.gangway.vault.RecordType;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import dev.gangway.vault.VaultLockedException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A vault that is kept nowhere: for work that leaves nothing behind, such as practising. Nothing of it touches a disk,
 * and what it holds is wiped when it closes. Behaves as the file does, but for what concerns the file itself. Safe for
 * use by several threads.
 */
public final class MemoryVault implements Vault {
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<RecordType<?>, MemoryRepository<?>> shelves = new HashMap<>();
    private final List<AuditLog.Entry> entries = new ArrayList<>();
    private final AuditLog audit;
    private final List<byte[]> spent = new ArrayList<>();
    private final List<Runnable> undo = new ArrayList<>();
    private boolean changing;
    private boolean closed;

    /** An empty one, worked with by this operator. */
    public MemoryVault(String actor, Clock clock) {
        audit = new MemoryAuditLog(this, entries, actor, clock);
    }

    @Override
    @SuppressWarnings("unchecked") // a shelf is kept under its own kind
    public <T> Repository<T> repository(RecordType<T> recordType) {
        return inTurn(() ->
                (Repository<T>) shelves.computeIfAbsent(recordType, its -> new MemoryRepository<>(this, recordType)));
    }

    @Override
    public void atomically(Runnable changes) {
        inTurn(() -> {
            if (changing) {
                changes.run();
                return Outcome.Done.DONE;
            }
            int logged = entries.size();
            changing = true;
            try {
                changes.run();
                spent.forEach(MemoryVault::wipe);
                return Outcome.Done.DONE;
            } catch (RuntimeException | Error failed) {
                undo.reversed().forEach(Runnable::run);
                entries.subList(logged, entries.size()).clear();
                throw failed;
            } finally {
                spent.clear();
                undo.clear();
                changing = false;
            }
        });
    }

    @Override
    public AuditLog audit() {
        return audit;
    }

    /** Never: there is no file to seal. */
    @Override
    public Outcome<Outcome.Done> changePassphrase(Secret current, Secret fresh) {
        throw new UnsupportedOperationException("a vault without a file has no passphrase");
    }

    /** Never: there is no file that is sealed. */
    @Override
    public Outcome<Outcome.Done> confirm(Secret passphrase) {
        throw new UnsupportedOperationException("a vault without a file has no passphrase");
    }

    /** Never: it is kept nowhere on purpose. */
    @Override
    public Outcome<Outcome.Done> backup(Path target) {
        throw new UnsupportedOperationException("a vault without a file is kept nowhere");
    }

    @Override
    public void close() {
        turn.lock();
        try {
            shelves.values().forEach(shelf -> shelf.bytes().forEach(MemoryVault::wipe));
            shelves.clear();
            entries.clear();
            closed = true;
        } finally {
            turn.unlock();
        }
    }

    <R> R inTurn(Supplier<R> use) {
        turn.lock();
        try {
            if (closed) {
                throw new VaultLockedException();
            }
            return use.get();
        } finally {
            turn.unlock();
        }
    }

    /** What was replaced or removed: wiped once it is sure that it stays so. */
    void spent(byte[] row) {
        spent.add(row);
    }

    /** How to take back what was just done, should the transaction fail. */
    void undoing(Runnable back) {
        undo.add(back);
    }

    private static void wipe(byte[] row) {
        Arrays.fill(row, (byte) 0);
    }
}
