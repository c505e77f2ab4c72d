package dev.gangway.onboarding;

import dev.gangway.device.Registration;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.stored.StoredAs;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of the journal: what is about to be done with a device, written before it is done and removed after. What a
 * crash leaves behind is gone on with by {@link Onboarding#resume}.
 *
 * @param device ours; also the mark under which the server is told to keep it
 * @param name on the server
 * @param serial what is printed on the device, where it differs from the name
 * @param label free text
 * @param server where to
 * @param plan of a whole onboarding; empty for a push alone
 * @param step that is about to run
 * @param since when it began
 * @param undo whether it is to be undone instead of finished, because a person stopped it
 * @param registration what the server shall keep of it beside that
 * @param tries in vain so far; empty before the first has ended
 */
record JournalEntry(
        @StoredAs("device") UUID device,
        @StoredAs("name") String name,
        @StoredAs("serial") Optional<String> serial,
        @StoredAs("label") String label,
        @StoredAs("server") UUID server,
        @StoredAs("recipe") Optional<OnboardingPlan> plan,
        @StoredAs("step") Step.Name step,
        @StoredAs("since") Instant since,
        @StoredAs("undo") boolean undo,
        @StoredAs("registration") Optional<Registration> registration,
        @StoredAs("tries") Optional<Tries> tries) {
    /**
     * What was tried in vain.
     *
     * @param count how often
     * @param last when the last try ended
     * @param why it was in vain
     */
    record Tries(
            @StoredAs("count") int count,
            @StoredAs("last") Instant last,
            @StoredAs("why") Diagnosis why) {}

    JournalEntry at(Step.Name next) {
        return new JournalEntry(device, name, serial, label, server, plan, next, since, undo, registration, tries);
    }

    JournalEntry undoing() {
        return new JournalEntry(device, name, serial, label, server, plan, step, since, true, registration, tries);
    }

    /** After another try in vain. */
    JournalEntry triedInVain(Diagnosis why, Instant at) {
        Tries now = new Tries(tries.map(Tries::count).orElse(0) + 1, at, why);
        return new JournalEntry(
                device, name, serial, label, server, plan, step, since, undo, registration, Optional.of(now));
    }
}
