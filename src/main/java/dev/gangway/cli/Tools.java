package dev.gangway.cli;

import dev.gangway.background.Cancellation;
import dev.gangway.settings.PlatformPaths;
import dev.gangway.vault.Vaults;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;

/**
 * What commands work with.
 *
 * @param vaults creates and unlocks vaults
 * @param paths where files are unless a command says otherwise
 * @param environment variables of the process
 * @param input what is typed or piped into the process
 * @param clock for dates of certificates and records
 * @param cancellation of everything that runs
 * @param make what takes time to start, made when a command asks for it
 */
public record Tools(
        Vaults vaults,
        PlatformPaths paths,
        Map<String, String> environment,
        InputStream input,
        Clock clock,
        Cancellation cancellation,
        Assembly make) {}
