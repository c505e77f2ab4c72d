package dev.gangway.vault.sqlite;

import java.io.IOException;
import java.util.List;

/** Processes that see other mounts (Linux): full and read-only disks without a right that this one lacks. */
public final class Mounts {
    private Mounts() {}

    /** Whether this system lets us. */
    public static boolean work() throws IOException, InterruptedException {
        try {
            return new ProcessBuilder("unshare", "--user", "--map-root-user", "--mount", "true")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    /** The command to put before another, so that it runs after this line of the shell. */
    public static List<String> with(String line) {
        return List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", line + " && exec \"$0\" \"$@\"");
    }
}
