package dev.gangway.line.unit;

import dev.gangway.diagnosis.Diagnosis;
import java.time.Duration;
import java.util.Optional;

/**
 * Progress of one step of a unit.
 *
 * @param took once it has ended
 * @param detail what came of it, for people; may be empty
 * @param failure why it failed, where it did
 */
public record UnitStep(Name name, State state, Duration took, String detail, Optional<Diagnosis> failure) {
    /** The steps, in order. */
    public enum Name {
        /** Record in the vault. */
        DEVICE,
        /** Key, certificate or token. */
        CREDENTIAL,
        /** The recipe's program writes to the device. */
        WRITE,
        /** Device and credential on the server, read back and compared. */
        PUSH,
        /** Live connection. */
        TEST,
        /** The printed label. */
        LABEL
    }

    /** How far a step is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        SKIPPED,
        /** Waits for the server. */
        QUEUED
    }
}
