package dev.gangway.bench.model;

import dev.gangway.bench.causes.Conclusion;
import dev.gangway.bench.event.Event;
import java.util.List;
import java.util.Optional;

/**
 * Turns a timeline into a verdict. Works from the timeline and the plan alone, so that a stored run can be judged
 * again; never blocks, and is safe for use by several threads.
 */
@FunctionalInterface
public interface Judge {
    /**
     * Judges a run that came to its end, or was stopped.
     *
     * @param plan what was to be tested
     * @param events everything that was seen, in order
     * @param facts what the server said of the device, where it was asked
     */
    Judgement judge(Plan plan, List<Event> events, Optional<ServerFacts> facts);

    /**
     * What a run came to.
     *
     * @param verdict pass or fail, with the surest cause
     * @param conclusion of a failure: what is proven, and all causes that remain
     * @param checks what else was looked at
     */
    record Judgement(Verdict verdict, Conclusion conclusion, List<Check> checks) {
        public Judgement {
            checks = List.copyOf(checks);
        }

        /** Of a run that did not fail, or of which only the surest cause is known. */
        public Judgement(Verdict verdict, List<Check> checks) {
            this(verdict, Conclusion.NONE, checks);
        }
    }
}
