package dev.gangway.bench;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.diagnosis.Outcome;

/** Asks the server, by another way than MQTT, whether a published message arrived. Called off the UI thread; blocks. */
@FunctionalInterface
public interface ReadBack {
    /**
     * Waits until the server shows the publication or the deadline passes.
     *
     * @return what the server showed, in words for the timeline, for example {@code temperature = 25}
     */
    Outcome<String> await(Publication publication, Deadline deadline, Cancellation cancellation);
}
