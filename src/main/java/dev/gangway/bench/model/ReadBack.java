package dev.gangway.bench.model;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.diagnosis.Outcome;
import java.util.Optional;

/** Asks the server, by another way than MQTT, whether a published message arrived. Called off the UI thread; blocks. */
@FunctionalInterface
public interface ReadBack {
    /**
     * Waits until the server shows the publication or the deadline passes.
     *
     * @return what the server showed, in words for the timeline, for example {@code temperature = 25}; empty where it
     *     did not show it; a failure where it could not be asked
     */
    Outcome<Optional<String>> await(Publication publication, Deadline deadline, Cancellation cancellation);
}
