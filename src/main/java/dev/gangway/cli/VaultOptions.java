package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.credentials.PinSource;
import dev.gangway.secret.Secret;
import dev.gangway.vault.Vault;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which vault, and where its passphrase comes from. */
final class VaultOptions {
    @Option(names = "--vault", paramLabel = "FILE", description = "The vault; the window's own without this.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "The first line is the passphrase. Without this it is taken from GANGWAY_PASSPHRASE, else"
                    + " asked for.")
    private Optional<Path> passphraseFile = Optional.empty();

    boolean isGiven() {
        return file.isPresent();
    }

    Path file(Tools tools) {
        return file.orElse(tools.paths().vaultFile());
    }

    Optional<Path> passphraseFile() {
        return passphraseFile;
    }

    Vault unlock(Context context) {
        if (context.tools().vaults() instanceof SessionVaults session && session.isShared(file(context.tools()))) {
            return session.shared();
        }
        // asked for the passphrase only where there is something to open
        orFail(context.tools().vaults().inspect(file(context.tools())));
        try (Secret passphrase = context.secrets().passphrase(passphraseFile)) {
            return orFail(context.tools().vaults().unlock(file(context.tools()), passphrase, actor()));
        }
    }

    /** Everything that can be done with the vault; the caller closes it. */
    UseCases open(Context context) {
        return open(context, context.secrets().pins(Optional.empty()));
    }

    /** The same, with PINs of hardware tokens from this source. */
    UseCases open(Context context, PinSource pins) {
        return context.tools().make().over(unlock(context), pins);
    }

    static String actor() {
        return System.getProperty("user.name", "");
    }
}
