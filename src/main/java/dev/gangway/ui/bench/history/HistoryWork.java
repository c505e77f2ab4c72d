package dev.gangway.ui.bench.history;

import dev.gangway.bench.export.Recording;
import dev.gangway.testing.RunSummary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What is kept of a device's tests. Every method blocks; called off the UI thread. */
public interface HistoryWork {
    /** Results, newest first. */
    List<RunSummary> history(UUID device);

    /** Those of them whose timeline is kept, too. */
    Set<UUID> recorded(UUID device);

    /** The timeline of a test, where it is kept. */
    Optional<Recording> recording(UUID run);
}
