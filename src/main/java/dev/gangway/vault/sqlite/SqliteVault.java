package dev.gangway.vault.sqlite;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.vault.AuditLog;
import dev.gangway.vault.RecordType;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import dev.gangway.vault.VaultCode;
import dev.gangway.vault.sealing.Argon2Cost;
import dev.gangway.vault.sealing.Passphrase;
import dev.gangway.vault.sealing.VaultHeader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** An unlocked vault file. */
final class SqliteVault implements Vault {
    private final VaultSession session;
    private final AuditLog audit;
    private final Supplier<Argon2Cost> cost;
    private final SecureRandom random;
    private final Map<RecordType<?>, SqliteRepository<?>> shelves = new ConcurrentHashMap<>();

    SqliteVault(VaultSession session, String actor, Supplier<Argon2Cost> cost, SecureRandom random) {
        this.session = session;
        audit = new SqliteAuditLog(session, actor, Clock.systemUTC());
        this.cost = cost;
        this.random = random;
    }

    /** Its connection, for tests of what goes wrong beneath. */
    VaultSession session() {
        return session;
    }

    @Override
    @SuppressWarnings("unchecked") // a shelf is kept under its own kind
    public <T> Repository<T> repository(RecordType<T> recordType) {
        return (Repository<T>) shelves.computeIfAbsent(recordType, k -> new SqliteRepository<>(session, k));
    }

    @Override
    public void atomically(Runnable changes) {
        session.write((connected, integrity) -> {
            changes.run();
            return Outcome.Done.DONE;
        });
    }

    @Override
    public AuditLog audit() {
        return audit;
    }

    @Override
    public Outcome<Outcome.Done> changePassphrase(Secret current, Secret fresh) {
        Optional<Diagnosis> objection = Passphrase.objection(fresh);
        if (objection.isPresent()) {
            return Outcome.failed(objection.get());
        }
        Optional<byte[]> dataKey = session.integrity().header().unwrap(current, random);
        if (dataKey.isEmpty()) {
            return SqliteErrors.about(VaultCode.WRONG_PASSPHRASE, session.file())
                    .remedy("vault.check-passphrase")
                    .failed();
        }
        VaultHeader header;
        try {
            header = VaultHeader.wrap(dataKey.get(), fresh, cost.get(), random);
        } finally {
            Arrays.fill(dataKey.get(), (byte) 0);
        }
        session.write((connected, integrity) -> {
            HeaderTable.write(connected, header);
            integrity.bindTo(header);
            audit.append("vault.passphrase-changed", "vault", Map.of());
            return Outcome.Done.DONE;
        });
        session.describe(header.cost());
        // the old wrapped key must not stay behind in the write-ahead log
        session.read(connected -> connected.number("PRAGMA wal_checkpoint(TRUNCATE)"));
        return Outcome.done();
    }

    @Override
    public Outcome<Outcome.Done> confirm(Secret passphrase) {
        Optional<byte[]> dataKey = session.integrity().header().unwrap(passphrase, random);
        dataKey.ifPresent(key -> Arrays.fill(key, (byte) 0));
        return dataKey.isPresent()
                ? Outcome.done()
                : SqliteErrors.about(VaultCode.WRONG_PASSPHRASE, session.file())
                        .remedy("vault.check-passphrase")
                        .failed();
    }

    @Override
    public Outcome<Outcome.Done> backup(Path target) {
        session.integrity(); // says so at once where the vault is locked
        return Backup.write(session, target).map(done -> {
            audit.append(
                    "vault.backed-up",
                    "vault",
                    Map.of("target", target.toAbsolutePath().toString()));
            return done;
        });
    }

    @Override
    public void close() {
        session.close();
    }
}
