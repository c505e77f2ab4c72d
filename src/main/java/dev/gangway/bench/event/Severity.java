package dev.gangway.bench.event;

import dev.gangway.stored.StoredAs;

/** How an event of the timeline is marked. */
public enum Severity {
    /** Nothing special. */
    @StoredAs("plain")
    PLAIN,
    /** Something was proven. */
    @StoredAs("good")
    GOOD,
    /** Worth a look. */
    @StoredAs("warning")
    WARNING,
    /** This ended the connection, or would have. */
    @StoredAs("bad")
    BAD;

    /** How this event is marked. */
    public static Severity of(Event event) {
        return event.detail().severity(event.direction());
    }
}
