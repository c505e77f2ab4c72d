package dev.gangway.practice.mqtt;

import java.time.Duration;

/** Runs things later, on the server's thread. */
public interface Scheduler {
    /**
     * Runs {@code action} after this much time, at least a millisecond.
     *
     * @return takes it back; does nothing once it ran
     */
    Runnable after(Duration delay, Runnable action);
}
