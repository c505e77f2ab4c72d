package dev.gangway.cli;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.vault.AuditLog;
import dev.gangway.vault.RecordType;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import dev.gangway.vault.Vaults;
import dev.gangway.vault.Vaults.VaultInfo;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The vaults of many commands in one process: theirs is opened by the first that needs it, and shut after the last. */
final class SessionVaults implements Vaults, AutoCloseable {
    private final Context context;
    private final VaultOptions options;
    private @Nullable Vault open;

    /** {@code options} name the vault, and where its passphrase comes from. */
    SessionVaults(Context context, VaultOptions options) {
        this.context = context;
        this.options = options;
    }

    /** Whether this is the vault that all commands share. */
    boolean isShared(Path file) {
        return file.toAbsolutePath()
                .normalize()
                .equals(options.file(context.tools()).toAbsolutePath().normalize());
    }

    /** The vault that all commands share; closing what is returned leaves it open for the next. */
    Vault shared() {
        if (open == null) {
            open = options.unlock(context);
        }
        return new Lent(open);
    }

    @Override
    public boolean exists(Path file) {
        return context.tools().vaults().exists(file);
    }

    @Override
    public Outcome<Vault> create(Path file, Secret passphrase, String actor) {
        return context.tools().vaults().create(file, passphrase, actor);
    }

    @Override
    public Outcome<Vault> unlock(Path file, Secret passphrase, String actor) {
        return context.tools().vaults().unlock(file, passphrase, actor);
    }

    @Override
    public Outcome<VaultInfo> inspect(Path file) {
        return context.tools().vaults().inspect(file);
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
        }
    }

    /** A vault that somebody else closes. */
    private record Lent(Vault vault) implements Vault {
        @Override
        public <T> Repository<T> repository(RecordType<T> recordType) {
            return vault.repository(recordType);
        }

        @Override
        public void atomically(Runnable changes) {
            vault.atomically(changes);
        }

        @Override
        public AuditLog audit() {
            return vault.audit();
        }

        @Override
        public Outcome<Outcome.Done> changePassphrase(Secret current, Secret fresh) {
            return vault.changePassphrase(current, fresh);
        }

        @Override
        public Outcome<Outcome.Done> confirm(Secret passphrase) {
            return vault.confirm(passphrase);
        }

        @Override
        public Outcome<Outcome.Done> backup(Path target) {
            return vault.backup(target);
        }

        @Override
        public void close() {
            // the session closes it
        }
    }
}
