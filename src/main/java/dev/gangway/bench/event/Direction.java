package dev.gangway.bench.event;

import dev.gangway.stored.StoredAs;

/** Who sent it. */
public enum Direction {
    /** Sent by us. */
    @StoredAs("out")
    OUT,
    /** Sent by the other side. */
    @StoredAs("in")
    IN,
    /** Nobody: it happened here. */
    @StoredAs("none")
    NONE
}
