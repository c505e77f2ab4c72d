package dev.gangway.bench.event;

/** Who sent it. */
public enum Direction {
    /** Sent by us. */
    OUT,
    /** Sent by the other side. */
    IN,
    /** Nobody: it happened here. */
    NONE
}
