package dev.gangway.ui.shell;

import dev.gangway.background.Background;
import dev.gangway.ui.kit.CurrentServer;
import dev.gangway.ui.kit.FreshRuns;
import dev.gangway.ui.kit.LastConnection;
import dev.gangway.ui.kit.RunningWork;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/**
 * What lives as long as the vault is unlocked, however often the screens are built anew for another language.
 *
 * @param vault unlocked
 * @param server the servers in it, and the one that is worked with
 * @param work what is running
 * @param freshRuns tests on their way to the test bench
 * @param lastConnection the protocols of the last test
 */
record UnlockedSession(
        WindowVault vault, CurrentServer server, RunningWork work, FreshRuns freshRuns, LastConnection lastConnection) {
    static UnlockedSession open(
            WindowVault vault, Background background, InstantSource clock, Optional<UUID> lastServer) {
        return new UnlockedSession(
                vault,
                new CurrentServer(vault.servers(), background, lastServer),
                new RunningWork(clock),
                new FreshRuns(),
                new LastConnection());
    }

    /** Stops what runs and locks the vault; blocks until the last transaction is over. */
    void close() {
        work.items().forEach(RunningWork.Item::cancel);
        server.close();
        freshRuns.clear();
        vault.close();
    }
}
