package dev.gangway.ui.kit;

import dev.gangway.bench.model.Run;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Finished tests on their way from the screen that ran them to the test bench, by device. A run holds secrets, so it
 * is kept in memory alone, and only until it is taken. Used on the UI thread only.
 */
public final class FreshRuns {
    private final Map<UUID, Run> runs = new HashMap<>();

    /** Hands a run over, in place of an older one of the device. */
    public void put(UUID device, Run run) {
        runs.put(device, run);
    }

    /** The run of this device, once. */
    public Optional<Run> take(UUID device) {
        return Optional.ofNullable(runs.remove(device));
    }

    /** Forgets everything; called when the vault is locked. */
    public void clear() {
        runs.clear();
    }
}
