package dev.gangway.onboarding;

import dev.gangway.credentials.PushJournal;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.vault.RecordType;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What is about to be done, on disk before it is done. Safe for use by several threads. */
public final class Journal implements PushJournal {
    /** One row a device. */
    private static final RecordType<JournalEntry> INTENT = RecordType.of(
            "intent", JournalEntry.class, intent -> intent.device().toString());

    private final Repository<JournalEntry> repository;
    private final Clock clock;

    /** In this vault. */
    public Journal(Vault vault, Clock clock) {
        repository = vault.repository(INTENT);
        this.clock = clock;
    }

    /** Starts a row. */
    JournalEntry begin(
            UUID device, OnboardingSubject subject, UUID server, Optional<OnboardingPlan> plan, Step.Name step) {
        JournalEntry intent = new JournalEntry(
                device,
                subject.name(),
                subject.serial(),
                subject.label(),
                server,
                plan,
                step,
                clock.instant(),
                false,
                subject.registration().isEmpty() ? Optional.empty() : Optional.of(subject.registration()),
                of(device).flatMap(JournalEntry::tries));
        repository.put(intent);
        return intent;
    }

    /** Notes that a push is about to act on the server, unless an onboarding has noted it. */
    @Override
    public void enter(Device device, UUID server) {
        if (of(device.id()).isEmpty()) {
            begin(
                    device.id(),
                    new OnboardingSubject(device.name(), device.serial(), device.label()),
                    server,
                    Optional.empty(),
                    Step.Name.PUSH);
        }
    }

    @Override
    public boolean isEntered(UUID device) {
        return of(device).isPresent();
    }

    /** Ends the row of a push; that of an onboarding stays until its last step. */
    @Override
    public void leave(UUID device) {
        if (of(device).filter(intent -> intent.plan().isEmpty()).isPresent()) {
            end(device);
        }
    }

    @Override
    public void triedInVain(UUID device, Diagnosis why) {
        of(device).filter(intent -> intent.plan().isEmpty()).ifPresent(intent -> note(intent, why));
    }

    /** The same for a row of an onboarding, or one that is to be undone; does nothing where it has ended. */
    void onboardingInVain(UUID device, Diagnosis why) {
        of(device).filter(intent -> intent.plan().isPresent() || intent.undo()).ifPresent(intent -> note(intent, why));
    }

    private void note(JournalEntry intent, Diagnosis why) {
        repository.put(intent.triedInVain(why, clock.instant()));
    }

    void write(JournalEntry intent) {
        repository.put(intent);
    }

    Optional<JournalEntry> of(UUID device) {
        return repository.get(device.toString());
    }

    /** Nothing is about to be done with this device any more. */
    public void end(UUID device) {
        repository.remove(device.toString());
    }

    /** How many there are; reads no row. */
    long count() {
        return repository.count();
    }

    List<JournalEntry> open() {
        try (Stream<JournalEntry> all = repository.all()) {
            return all.toList();
        }
    }
}
