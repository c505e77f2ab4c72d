package dev.gangway.onboarding;

import dev.gangway.diagnosis.Diagnosis;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What waits in the outbox for its server, or was cut off: {@link Onboarding#resume} goes on with it.
 *
 * @param device ours
 * @param name of the device
 * @param server where to
 * @param kind what is to be done
 * @param since when it began
 * @param tries in vain so far; 0 where the first is under way, or was cut off
 * @param last when the last of them ended; empty where there was none
 * @param why the last was in vain
 */
public record Unfinished(
        UUID device,
        String name,
        UUID server,
        Kind kind,
        Instant since,
        int tries,
        Optional<Instant> last,
        Optional<Diagnosis> why) {
    /** What is to be done. */
    public enum Kind {
        /** All steps of bringing a device on board. */
        ONBOARDING,
        /** Its credential is to be put on the server. */
        PUSH,
        /** What was made is to be taken back, because a person stopped it. */
        UNDO
    }

    static Unfinished of(JournalEntry left) {
        Kind finishing = left.plan().isPresent() ? Kind.ONBOARDING : Kind.PUSH;
        return new Unfinished(
                left.device(),
                left.name(),
                left.server(),
                left.undo() ? Kind.UNDO : finishing,
                left.since(),
                left.tries().map(JournalEntry.Tries::count).orElse(0),
                left.tries().map(JournalEntry.Tries::last),
                left.tries().map(JournalEntry.Tries::why));
    }
}
