package dev.gangway.onboarding;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.stored.StoredAs;
import java.time.Duration;
import java.util.Optional;

/**
 * Progress of one step of an onboarding.
 *
 * @param name which step
 * @param state how far it is
 * @param took once it has ended
 * @param detail what came of it, for people, for example {@code P-256 key, certificate}
 * @param failure why it failed, where it did
 */
public record Step(Name name, State state, Duration took, String detail, Optional<Diagnosis> failure) {
    /** The steps, in order. */
    public enum Name {
        /** Record in the vault. */
        @StoredAs("DEVICE")
        DEVICE,
        /** Key, certificate or token. */
        @StoredAs("CREDENTIAL")
        CREDENTIAL,
        /** Device and credential on the server, read back and compared. */
        @StoredAs("PUSH")
        PUSH,
        /** Live connection. */
        @StoredAs("TEST")
        TEST
    }

    /** How far a step is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        SKIPPED
    }
}
