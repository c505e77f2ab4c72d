package dev.gangway.bench.model;

import dev.gangway.diagnosis.Diagnosis;

/** What a run came to. */
public sealed interface Verdict {
    /** The server accepted the device, and everything planned after that worked. */
    record Passed() implements Verdict {}

    /** It did not, and this is why. */
    record Failed(Diagnosis diagnosis) implements Verdict {}

    /** A person stopped it. */
    record Cancelled() implements Verdict {}
}
