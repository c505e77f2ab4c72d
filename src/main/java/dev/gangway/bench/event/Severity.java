package dev.gangway.bench.event;

/** How an event of the timeline is marked. */
public enum Severity {
    /** Nothing special. */
    PLAIN,
    /** Something was proven. */
    GOOD,
    /** Worth a look. */
    WARNING,
    /** This ended the connection, or would have. */
    BAD;

    /** How this event is marked. */
    public static Severity of(Event event) {
        return event.detail().severity(event.direction());
    }
}
