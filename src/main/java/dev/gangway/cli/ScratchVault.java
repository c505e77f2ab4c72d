package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.secret.Secret;
import dev.gangway.vault.Vault;
import dev.gangway.vault.sealing.Argon2Cost;
import dev.gangway.vault.sqlite.SqliteVaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Stream;

/** A vault for one command, in a folder that goes with it. Its passphrase is random and nobody ever learns it. */
final class ScratchVault implements AutoCloseable {
    private final Path folder;
    private final Vault vault;

    private ScratchVault(Path folder, Vault vault) {
        this.folder = folder;
        this.vault = vault;
    }

    static ScratchVault open() {
        try {
            Path folder = Files.createTempDirectory("gangway-");
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            // 256 random bits need no stretching
            SqliteVaults vaults = new SqliteVaults(() -> new Argon2Cost(64, 1, 1));
            try (Secret passphrase = Secret.of(HexFormat.of().formatHex(random))) {
                return new ScratchVault(
                        folder, orFail(vaults.create(folder.resolve("vault"), passphrase, VaultOptions.actor())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Vault vault() {
        return vault;
    }

    @Override
    public void close() {
        vault.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
