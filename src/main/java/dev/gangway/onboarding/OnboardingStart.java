package dev.gangway.onboarding;

import dev.gangway.credentials.CredentialSource;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.DeviceNames;
import dev.gangway.inventory.Devices;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.testing.DeviceTests;
import dev.gangway.vault.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decides whether an onboarding starts afresh, goes on with an unfinished one, or may not begin. */
final class OnboardingStart {
    private final Vault vault;
    private final Devices devices;
    private final Journal journal;

    private final DeviceTests tests;

    OnboardingStart(Vault vault, Devices devices, Journal journal, DeviceTests tests) {
        this.tests = tests;
        this.vault = vault;
        this.devices = devices;
        this.journal = journal;
    }

    /** Writes the first row of the journal; one transaction, so that one name cannot begin twice. */
    Outcome<JournalEntry> begin(OnboardingPlan plan, OnboardingSubject subject) {
        Optional<Diagnosis> bad = DeviceNames.check(subject.name());
        if (bad.isPresent()) {
            return Outcome.failed(bad.get());
        }
        List<Outcome<JournalEntry>> begun = new ArrayList<>(1);
        vault.atomically(() -> begun.add(device(subject.name(), plan)
                .map(id -> journal.begin(id, subject, plan.server(), Optional.of(plan), Step.Name.DEVICE))));
        return begun.getFirst();
    }

    /** The same was begun before, and its test has never passed: it is gone on with. */
    private boolean isUnproven(Device device, OnboardingPlan plan) {
        return device.server().server().equals(Optional.of(plan.server()))
                && CredentialSource.fits(plan.credential(), device.credential())
                && !tests.history(device.id()).isEmpty()
                && tests.lastPass(device.id()).isEmpty();
    }

    private Outcome<UUID> device(String name, OnboardingPlan plan) {
        Optional<Device> known = devices.named(name);
        if (known.isEmpty()) {
            // A crash between the journal's row and the device's leaves an id that the server may know already.
            return Outcome.ok(journal.open().stream()
                    .filter(intent -> intent.name().equals(name) && !intent.undo())
                    .map(JournalEntry::device)
                    .findFirst()
                    .orElseGet(UUID::randomUUID));
        }
        boolean finished = known.get().server().remoteId().isPresent()
                && journal.of(known.get().id()).isEmpty()
                && !isUnproven(known.get(), plan);
        return finished
                ? Diagnosis.of(OnboardingCode.NAME_IN_VAULT)
                        .with("name", name)
                        .remedy("choose-other-name")
                        .remedy(Action.PUSH_CREDENTIAL, "push-again")
                        .failed()
                : Outcome.ok(known.get().id());
    }
}
