package dev.gangway.bench.net;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.bench.event.Timeline;

/** Wires without a network, for fuzzing. */
public final class Wires {
    private Wires() {}

    /** One on which these bytes come, whatever is sent. */
    public static TracedSocket saying(byte[] bytes, Deadline deadline, Cancellation cancellation, Timeline timeline) {
        return new TracedSocket(new StreamFuzzTest.DeafSocket(bytes), deadline, cancellation, timeline);
    }
}
