package dev.gangway.bench.event;

/**
 * What an event says, typed, for the rules; each protocol has values of its own. Nothing in them comes from the text of
 * an exception.
 */
public interface Detail {
    /** How an event is marked that says this, and was sent by whom. */
    default Severity severity(Direction direction) {
        return Severity.PLAIN;
    }

    /** Nothing a rule would ask for. */
    record Plain() implements Detail {}

    /** Read from a recording: what a rule would ask for is gone, how the event was marked is not. */
    record Recorded(Severity severity) implements Detail {
        @Override
        public Severity severity(Direction direction) {
            return severity;
        }
    }
}
