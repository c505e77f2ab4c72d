package dev.gangway.onboarding;

import dev.gangway.app.Workspace;
import dev.gangway.bench.engine.Bench;
import dev.gangway.http.HttpClients;
import dev.gangway.pki.TestWorkshop;
import dev.gangway.server.thingsboard.ThingsBoard;
import dev.gangway.vault.TestVaults;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What can be done with a vault, for tests that connect nothing.
 *
 * @param workspace over a fresh vault
 */
public record Vaulted(Workspace workspace) implements AutoCloseable {
    /** A fresh vault in this folder. */
    public static Vaulted in(Path folder) {
        return at(folder.resolve("fresh.vault"));
    }

    /** A fresh vault in this file. */
    public static Vaulted at(Path file) {
        return new Vaulted(new Workspace(
                TestVaults.create(file),
                Station.kinds(new ThingsBoard(new HttpClients())),
                new HttpClients(),
                new Bench((_, _, _) -> {
                    throw new AssertionError("no test was asked for");
                }),
                TestWorkshop.real(),
                Station.hardware(),
                Clock.systemUTC()));
    }

    @Override
    public void close() {
        workspace.close();
    }
}
