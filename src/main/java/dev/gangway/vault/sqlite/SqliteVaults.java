package dev.gangway.vault.sqlite;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.vault.Vault;
import dev.gangway.vault.VaultCode;
import dev.gangway.vault.Vaults;
import dev.gangway.vault.Vaults.VaultInfo;
import dev.gangway.vault.sealing.Argon2Cost;
import dev.gangway.vault.sealing.Passphrase;
import dev.gangway.vault.sealing.VaultHeader;
import dev.gangway.vault.sealing.VaultKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Vaults in SQLite files. Safe for use by several threads. */
public final class SqliteVaults implements Vaults {
    private final Supplier<Argon2Cost> cost;

    /** What only an opened vault needs: the program makes vaults before its first window, and these take a while. */
    private static final class Opened {
        private static final Logger LOG = LoggerFactory.getLogger(SqliteVaults.class);
        private static final SecureRandom RANDOM = new SecureRandom();
    }

    /** Vaults whose passphrases cost about a second to try. */
    public SqliteVaults() {
        this(Argon2Cost::tuned);
    }

    /** Vaults that cost this; asked anew for each passphrase that is set. */
    public SqliteVaults(Supplier<Argon2Cost> cost) {
        this.cost = cost;
    }

    @Override
    public boolean exists(Path file) {
        return Files.exists(file);
    }

    @Override
    public Outcome<Vault> create(Path file, Secret passphrase, String actor) {
        Optional<Diagnosis> objection = Passphrase.objection(passphrase);
        if (objection.isPresent()) {
            return Outcome.failed(objection.get());
        }
        return guarded(file, SqliteErrors::of, () -> {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return SqliteErrors.about(VaultCode.ALREADY_EXISTS, file).failed();
            }
            try (NewVault fresh = NewVault.at(file)) {
                return held(fresh.file(), lock -> create(fresh, lock, passphrase, actor));
            }
        });
    }

    private Outcome<Vault> create(NewVault fresh, ProcessLock lock, Secret passphrase, String actor)
            throws IOException {
        byte[] dataKey = new byte[VaultKeys.DATA_KEY_BYTES];
        try (fresh) { // while it is still locked
            if (!lock.lock()) {
                return Outcome.failed(SqliteErrors.inUse(fresh.file()));
            }
            fresh.undo(lock::discard);
            if (Files.exists(fresh.file())) {
                return SqliteErrors.about(VaultCode.ALREADY_EXISTS, fresh.file())
                        .failed();
            }
            Opened.RANDOM.nextBytes(dataKey);
            VaultHeader header = VaultHeader.wrap(dataKey, passphrase, cost.get(), Opened.RANDOM);
            fresh.write(header, () -> new VaultKeys(dataKey, Opened.RANDOM));
            lock.adopt();
            Connected connected = Database.open(fresh.file());
            Outcome<Vault> created =
                    open(connected, lock, header, new VaultKeys(dataKey, Opened.RANDOM), actor, "vault.created");
            if (created.isOk()) {
                fresh.keep();
            }
            return created;
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    @Override
    public Outcome<Vault> unlock(Path file, Secret passphrase, String actor) {
        return reserved(file, lock -> {
            if (lock.isHeldElsewhere()) {
                return Outcome.failed(SqliteErrors.inUse(file));
            }
            return look(lock.vault())
                    .then(version -> guarded(file, SqliteErrors::ofOpening, () -> {
                        if (!lock.lock()) {
                            return Outcome.failed(SqliteErrors.inUse(file));
                        }
                        if (version < Database.VERSION) {
                            Database.migrate(lock.vault());
                        }
                        return unlock(lock, passphrase, actor);
                    }));
        });
    }

    private Outcome<Vault> unlock(ProcessLock lock, Secret passphrase, String actor) {
        Path file = lock.vault();
        Connected connected = Database.open(file);
        Optional<byte[]> dataKey = Optional.empty();
        boolean kept = false;
        try {
            Optional<VaultHeader> header = HeaderTable.read(connected);
            if (header.isEmpty()) {
                return Outcome.failed(SqliteErrors.damaged(file));
            }
            dataKey = header.get().unwrap(passphrase, Opened.RANDOM);
            if (dataKey.isEmpty()) {
                return SqliteErrors.about(VaultCode.WRONG_PASSPHRASE, file)
                        .remedy("vault.check-passphrase")
                        .failed();
            }
            VaultKeys keys = new VaultKeys(dataKey.get(), Opened.RANDOM);
            Outcome<Vault> opened = open(connected, lock, header.get(), keys, actor, "vault.unlocked");
            kept = opened.isOk();
            return opened;
        } finally {
            dataKey.ifPresent(key -> Arrays.fill(key, (byte) 0));
            if (!kept) {
                connected.close(); // a second time does nothing
            }
        }
    }

    @Override
    public Outcome<VaultInfo> inspect(Path file) {
        return guarded(file, SqliteErrors::ofOpening, () -> {
            if (Files.isRegularFile(file)) {
                Path real = file.toRealPath();
                Optional<Argon2Cost> held = ProcessLock.costOfHeld(real);
                if (held.isPresent()) {
                    return Outcome.ok(info(Database.VERSION, real, true, held.get()));
                }
            }
            return reserved(
                    file,
                    lock -> look(lock.vault())
                            .then(version -> guarded(file, SqliteErrors::ofOpening, () -> {
                                boolean inUse = lock.isHeldElsewhere();
                                try (Connected connected = Database.look(lock.vault())) {
                                    Optional<VaultHeader> header = HeaderTable.read(connected);
                                    return header.isEmpty()
                                            ? Outcome.failed(SqliteErrors.damaged(file))
                                            : Outcome.ok(info(
                                                    version,
                                                    lock.vault(),
                                                    inUse,
                                                    header.get().cost()));
                                } finally {
                                    lock.close();
                                }
                            })));
        });
    }

    private static VaultInfo info(int version, Path file, boolean inUse, Argon2Cost cost) throws IOException {
        return new VaultInfo(version, Files.size(file), inUse, cost.memoryKib(), cost.passes(), cost.lanes());
    }

    /**
     * The version of a file that this program can open, and that holds nothing but a vault. Changes nothing: a file that
     * is refused stays as it is to the last byte.
     */
    private static Outcome<Integer> look(Path file) {
        return guarded(file, SqliteErrors::ofOpening, () -> {
            Optional<Integer> version = Database.version(file);
            if (version.isEmpty()) {
                return SqliteErrors.about(VaultCode.NOT_A_VAULT, file)
                        .remedy("vault.check-path")
                        .failed();
            }
            if (version.get() > Database.VERSION) {
                return SqliteErrors.about(VaultCode.NEWER_VERSION, file)
                        .with("version", version.get())
                        .with("known", Database.VERSION)
                        .remedy("vault.update-program")
                        .failed();
            }
            if (version.get() < 1) {
                return Outcome.failed(SqliteErrors.damaged(file));
            }
            try (Connected connected = Database.look(file)) {
                return Schema.fault(connected)
                        .map(what -> Outcome.<Integer>failed(SqliteErrors.foreign(what, file)))
                        .orElse(Outcome.ok(version.get()));
            }
        });
    }

    /** Checks the whole file and hands it out; takes connection, lock and keys over where it succeeds. */
    private Outcome<Vault> open(
            Connected connected, ProcessLock lock, VaultHeader header, VaultKeys keys, String actor, String action) {
        Path file = lock.vault();
        boolean handedOut = false;
        try {
            Optional<Diagnosis> fault = Schema.fault(connected).map(what -> SqliteErrors.foreign(what, file));
            if (fault.isPresent()) {
                return Outcome.failed(fault.get());
            }
            Optional<VaultIntegrity> ledger = VaultIntegrity.load(connected, keys, header);
            fault = ledger.isEmpty()
                    ? Optional.of(SqliteErrors.damaged(file))
                    : IntegrityCheck.check(connected, keys, ledger.get(), file);
            if (fault.isPresent()) {
                return Outcome.failed(fault.get());
            }
            lock.describe(header.cost());
            VaultSession session = new VaultSession(file, connected, keys, ledger.get(), lock);
            Vault vault = new SqliteVault(session, actor, cost, Opened.RANDOM);
            vault.audit().append(action, "vault", Map.of());
            handedOut = true;
            return Outcome.ok(vault);
        } finally {
            if (!handedOut) {
                keys.close();
                connected.close();
            }
        }
    }

    /** Reserves a file that exists in this process, before anything of it is opened; kept where a vault comes of it. */
    private static <T> Outcome<T> reserved(Path file, Opening<T> opening) {
        if (!Files.exists(file)) {
            return SqliteErrors.about(VaultCode.MISSING, file)
                    .remedy("vault.check-path")
                    .failed();
        }
        return guarded(file, SqliteErrors::ofOpening, () -> {
            if (!Files.isRegularFile(file)) {
                return SqliteErrors.about(VaultCode.NOT_A_VAULT, file)
                        .remedy("vault.check-path")
                        .failed();
            }
            return held(file.toRealPath(), opening);
        });
    }

    private static <T> Outcome<T> held(Path real, Opening<T> opening) throws IOException {
        Optional<ProcessLock> lock = ProcessLock.reserve(real);
        if (lock.isEmpty()) {
            return Outcome.failed(SqliteErrors.inUse(real));
        }
        boolean kept = false;
        try {
            Outcome<T> outcome = opening.with(lock.get());
            kept = outcome.isOk();
            return outcome;
        } finally {
            if (!kept) {
                lock.get().close();
            }
        }
    }

    /** Makes a value of what disk and database may throw. */
    private static <T> Outcome<T> guarded(
            Path file, BiFunction<RuntimeException, Path, Optional<Diagnosis>> meaning, Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            Opened.LOG.info("a vault failed", e);
            return Outcome.failed(SqliteErrors.of(e, file));
        } catch (RuntimeException e) {
            Diagnosis diagnosis = meaning.apply(e, file).orElseThrow(() -> e);
            Opened.LOG.info("a vault failed: {}", diagnosis.code(), e);
            return Outcome.failed(diagnosis);
        }
    }

    @FunctionalInterface
    private interface Opening<T> {
        Outcome<T> with(ProcessLock lock) throws IOException;
    }

    @FunctionalInterface
    private interface Reading<T> {
        Outcome<T> read() throws IOException;
    }
}
