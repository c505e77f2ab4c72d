package dev.gangway.vault.sqlite;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.vault.Vault;
import dev.gangway.vault.VaultCode;
import dev.gangway.vault.VaultInfo;
import dev.gangway.vault.Vaults;
import dev.gangway.vault.files.OwnerOnly;
import dev.gangway.vault.sealing.Argon2Cost;
import dev.gangway.vault.sealing.Header;
import dev.gangway.vault.sealing.Passphrase;
import dev.gangway.vault.sealing.VaultKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Vaults in SQLite files. Safe for use by several threads. */
public final class SqliteVaults implements Vaults {
    private final Supplier<Argon2Cost> cost;
    private final SecureRandom random = new SecureRandom();

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
        return locked(file, lock -> {
            if (Files.exists(file)) {
                return Faults.about(VaultCode.ALREADY_EXISTS, file).failed();
            }
            byte[] dataKey = new byte[VaultKeys.DATA_KEY_BYTES];
            random.nextBytes(dataKey);
            try {
                Header header = Header.wrap(dataKey, passphrase, cost.get(), random);
                write(file, header, dataKey);
                return open(file, lock, new VaultKeys(dataKey, random), actor, "vault.created");
            } finally {
                Arrays.fill(dataKey, (byte) 0);
            }
        });
    }

    @Override
    public Outcome<Vault> unlock(Path file, Secret passphrase, String actor) {
        return readable(file)
                .then(version -> locked(
                        file,
                        lock -> header(file).then(header -> {
                            Optional<byte[]> dataKey = header.unwrap(passphrase, random);
                            if (dataKey.isEmpty()) {
                                return Faults.about(VaultCode.WRONG_PASSPHRASE, file)
                                        .remedy("vault.check-passphrase")
                                        .failed();
                            }
                            if (version < Database.VERSION) {
                                Database.migrate(file);
                            }
                            try {
                                return open(file, lock, new VaultKeys(dataKey.get(), random), actor, "vault.unlocked");
                            } finally {
                                Arrays.fill(dataKey.get(), (byte) 0);
                            }
                        })));
    }

    @Override
    public Outcome<VaultInfo> inspect(Path file) {
        return readable(file)
                .then(version -> guarded(file, () -> {
                    boolean inUse;
                    try (ProcessLock lock = ProcessLock.tryAcquire(file).orElse(null)) {
                        inUse = lock == null;
                    }
                    long bytes = Files.size(file);
                    return header(file)
                            .map(Header::cost)
                            .map(is -> new VaultInfo(version, bytes, inUse, is.memoryKib(), is.passes(), is.lanes()));
                }));
    }

    /** The version of a file that this program can open. */
    private static Outcome<Integer> readable(Path file) {
        if (!Files.exists(file)) {
            return Faults.about(VaultCode.MISSING, file)
                    .remedy("vault.check-path")
                    .failed();
        }
        return guarded(file, () -> {
            Optional<Integer> version = Files.isRegularFile(file) ? Database.version(file) : Optional.empty();
            if (version.isEmpty()) {
                return Faults.about(VaultCode.NOT_A_VAULT, file)
                        .remedy("vault.check-path")
                        .failed();
            }
            return version.get() <= Database.VERSION
                    ? Outcome.ok(version.get())
                    : Faults.about(VaultCode.NEWER_VERSION, file)
                            .with("version", version.get())
                            .with("known", Database.VERSION)
                            .remedy("vault.update-program")
                            .failed();
        });
    }

    private static Outcome<Header> header(Path file) {
        return guarded(file, () -> {
            try (Handle handle = Database.open(file)) {
                return HeaderTable.read(handle).map(Outcome::ok).orElseGet(() -> Outcome.failed(Faults.damaged(file)));
            }
        });
    }

    /** Writes an empty vault under another name first, so that there is never half of one. */
    private void write(Path file, Header header, byte[] dataKey) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        for (String suffix : new String[] {"", "-wal", "-shm"}) {
            Files.deleteIfExists(fresh.resolveSibling(fresh.getFileName() + suffix));
        }
        OwnerOnly.createFile(fresh);
        Database.migrate(fresh);
        try (Handle handle = Database.open(fresh);
                VaultKeys keys = new VaultKeys(dataKey, random)) {
            handle.useTransaction(inside -> {
                HeaderTable.write(inside, header);
                Ledger.empty(header).save(inside, keys);
            });
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Checks the whole file and hands it out; takes lock and keys over where it succeeds. */
    private Outcome<Vault> open(Path file, ProcessLock lock, VaultKeys keys, String actor, String action) {
        Handle handle = Database.open(file);
        boolean handedOut = false;
        try {
            Optional<Ledger> ledger = HeaderTable.read(handle).flatMap(header -> Ledger.load(handle, keys, header));
            Optional<Diagnosis> fault = ledger.isEmpty()
                    ? Optional.of(Faults.damaged(file))
                    : Integrity.check(handle, keys, ledger.get(), file);
            if (fault.isPresent()) {
                return Outcome.failed(fault.get());
            }
            Session session = new Session(file, handle, keys, ledger.get(), lock);
            Vault vault = new SqliteVault(session, actor, cost, random);
            vault.audit().append(action, "vault", Map.of());
            handedOut = true;
            return Outcome.ok(vault);
        } finally {
            if (!handedOut) {
                keys.close();
                handle.close();
            }
        }
    }

    private static <T> Outcome<T> locked(Path file, Opening<T> opening) {
        return guarded(file, () -> {
            OwnerOnly.createFolder(parent(file));
            Optional<ProcessLock> lock = ProcessLock.tryAcquire(file);
            if (lock.isEmpty()) {
                return Outcome.failed(Faults.inUse(file));
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
        });
    }

    private static Path parent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("a vault needs a folder");
        }
        return parent;
    }

    /** Makes a value of what disk and database may throw. */
    private static <T> Outcome<T> guarded(Path file, Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            return Outcome.failed(Faults.of(e, file));
        } catch (RuntimeException e) {
            return Outcome.failed(Faults.of(e, file).orElseThrow(() -> e));
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
