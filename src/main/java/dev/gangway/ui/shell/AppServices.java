package dev.gangway.ui.shell;

import dev.gangway.background.Background;
import dev.gangway.server.Practice;
import dev.gangway.settings.SettingsFile;
import dev.gangway.support.SupportFile;
import dev.gangway.ui.kit.FilePicker;
import dev.gangway.vault.Vault;
import dev.gangway.vault.Vaults;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Function;

/**
 * What the window stands on. Wired up once.
 *
 * @param vaults creates and unlocks vaults
 * @param opening makes what can be done with an unlocked vault; called off the UI thread
 * @param practice starts the practice server
 * @param files has people pick files
 * @param settings where the settings are kept
 * @param vaultFile the vault to work with; need not exist yet
 * @param operator who works here, for the audit log
 * @param background runs what blocks; its executor is {@code Platform::runLater}
 * @param clock for auto-lock and for how long ago things were
 * @param systemLocale of this machine, for settings that follow it
 * @param support what is handed to somebody who helps
 */
public record AppServices(
        Vaults vaults,
        Function<Vault, WindowVault> opening,
        Practice practice,
        FilePicker files,
        SettingsFile settings,
        Path vaultFile,
        String operator,
        Background background,
        InstantSource clock,
        Locale systemLocale,
        SupportFile support) {}
