package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.secret.Secret;
import dev.gangway.vault.Vault;
import dev.gangway.vault.Vaults.VaultInfo;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The vault itself. */
@Command(name = "vault", description = "Creates and looks after the vault.")
final class VaultCommands {
    private final Context context;

    VaultCommands(Context context) {
        this.context = context;
    }

    @Command(name = "create", description = "Creates a vault.")
    int create(@Mixin VaultOptions vault) {
        Path file = vault.file(context.tools());
        try (Secret passphrase = context.secrets().newPassphrase(vault.passphraseFile())) {
            orFail(context.tools().vaults().create(file, passphrase, VaultOptions.actor()))
                    .close();
        }
        context.terminal().say("vault.created", "file", file);
        return ExitCode.PASS;
    }

    @Command(name = "status", description = "Says what can be told of a vault without its passphrase.")
    int status(@Mixin VaultOptions vault) {
        Path file = vault.file(context.tools());
        VaultInfo info = orFail(context.tools().vaults().inspect(file));
        context.terminal()
                .say(
                        "vault.status",
                        "file",
                        file,
                        "version",
                        info.version(),
                        "size",
                        context.words().formats().bytes(info.bytes()),
                        "memory",
                        info.memoryKib() / 1024,
                        "passes",
                        info.passes(),
                        "lanes",
                        info.lanes());
        context.terminal().say(info.inUse() ? "vault.in-use" : "vault.free");
        return ExitCode.PASS;
    }

    @Command(
            name = "passphrase",
            description = "Seals the vault with another passphrase. The old one comes from --passphrase-file or"
                    + " GANGWAY_PASSPHRASE, the new one from --new-passphrase-file; else they are asked for.")
    int passphrase(
            @Mixin VaultOptions vault,
            @Option(
                            names = "--new-passphrase-file",
                            paramLabel = "FILE",
                            description = "The first line is the new passphrase.")
                    Optional<Path> fresh) {
        try (Vault open = vault.unlock(context);
                Secret current = context.secrets().passphrase(vault.passphraseFile());
                Secret replacement = context.secrets().replacement(fresh)) {
            orFail(open.changePassphrase(current, replacement));
        }
        context.terminal().say("vault.passphrase-changed");
        return ExitCode.PASS;
    }

    @Command(name = "backup", description = "Writes a copy that was read back; it opens with the same passphrase.")
    int backup(
            @Mixin VaultOptions vault,
            @Parameters(paramLabel = "FILE", description = "Where to; must not exist.") Path target) {
        try (Vault open = vault.unlock(context)) {
            orFail(open.backup(target));
        }
        context.terminal().say("vault.backed-up", "file", target);
        return ExitCode.PASS;
    }
}
