package dev.gangway.line.unit;

import dev.gangway.background.Cancellation;
import dev.gangway.credentials.CredentialSource;
import dev.gangway.device.Device;
import dev.gangway.device.Registration;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.line.label.LabelCode;
import dev.gangway.line.serial.SerialScheme;
import dev.gangway.line.unit.UnitOrder.Existing;
import dev.gangway.line.unit.UnitStep.Name;
import dev.gangway.onboarding.Companion;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.onboarding.OnboardingPlan;
import dev.gangway.onboarding.OnboardingSubject;
import dev.gangway.server.ServerEntry;
import dev.gangway.vault.Repository;
import dev.gangway.vault.VaultException;
import java.util.Optional;
import java.util.function.Consumer;

/** One attempt with one unit: which way it goes, by what the order says and what is there of the unit already. */
final class UnitRun {
    private final Units.Parts parts;
    private final Site site;
    private final UnitOrder order;
    private final Cancellation cancellation;
    private final UnitProgress progress;
    private final UnitNote before;
    private final UnitSteps own;
    private final UnitEnd end;

    UnitRun(
            Units.Parts parts,
            Site site,
            Repository<UnitNote> notes,
            UnitOrder order,
            Consumer<UnitStep> steps,
            Cancellation cancellation) {
        this.parts = parts;
        this.site = site;
        this.order = order;
        this.cancellation = cancellation;
        progress = new UnitProgress(steps);
        before = notes.get(order.name()).orElseGet(() -> UnitNote.fresh(order));
        own = new UnitSteps(parts, site, order, progress, cancellation);
        end = new UnitEnd(parts, site, notes, order, before, own, progress, cancellation);
    }

    /** Ends with a verdict even where the vault cannot be written: what was begun is then gone on with, as after a crash. */
    UnitResult run() {
        try {
            return attempt();
        } catch (VaultException broken) {
            progress.broken(broken.diagnosis());
            return end.result(UnitVerdict.ERROR, Optional.of(broken.diagnosis()), Optional.empty(), Optional.empty());
        }
    }

    private UnitResult attempt() {
        progress.running(Name.DEVICE);
        Optional<Diagnosis> unfit = unfit();
        if (unfit.isPresent()) {
            progress.failed(Name.DEVICE, unfit.get());
            return end.result(UnitVerdict.ERROR, unfit, Optional.empty(), Optional.empty());
        }
        Optional<Diagnosis> refused = site.question()
                .flatMap(question -> question.ask(order, site, cancellation).failure());
        if (refused.isPresent()) {
            progress.failed(Name.DEVICE, refused.get());
            UnitVerdict verdict = FaultAttribution.ofQuestion(refused.get());
            return end.result(verdict, refused, Optional.empty(), Optional.empty());
        }
        Plans plans = new Plans(parts.servers(), parts.authorities());
        Outcome<ServerEntry> server = plans.server(order.recipe());
        Outcome<OnboardingPlan> planned = server.then(entry -> plans.of(order.recipe(), entry));
        if (planned instanceof Outcome.Failed<OnboardingPlan>(Diagnosis why)) {
            progress.failed(Name.DEVICE, why);
            return end.noted(UnitVerdict.ERROR, Optional.of(why), Optional.empty(), Optional.empty());
        }
        OnboardingPlan plan = planned.orThrow();
        Companion companion = own.along(server.orThrow(), plan, end::judged);
        Optional<Device> there = parts.devices()
                .named(order.name())
                .filter(device -> device.server().remoteId().isPresent());
        return there.isPresent() ? again(there.get(), plan, companion) : afresh(plan, companion);
    }

    /** What the recipe asks for and nobody does, or a serial number that is none of its scheme; nothing was made. */
    private Optional<Diagnosis> unfit() {
        String scheme = order.recipe().serials();
        Optional<Diagnosis> wrong = scheme.isEmpty()
                ? Optional.empty()
                : SerialScheme.parse(scheme)
                        .then(parsed -> parsed.read(order.serial()))
                        .failure();
        boolean unlabelled =
                order.recipe().labelTemplate().isPresent() && site.labelling().isEmpty();
        return unlabelled
                ? Optional.of(Diagnosis.of(LabelCode.NO_PRINTER)
                        .with("recipe", order.recipe().name())
                        .remedy("label.name-printer")
                        .build())
                : wrong;
    }

    private UnitResult afresh(OnboardingPlan plan, Companion companion) {
        boolean written = before.written()
                && parts.devices()
                        .named(order.name())
                        .filter(device -> CredentialSource.fits(plan.credential(), device.credential()))
                        .isPresent(); // one that waited for its server is at the fixture no more
        own.goOn(written, Optional.empty());
        Onboarding.Result result = parts.onboarding()
                .onboard(
                        plan,
                        new OnboardingSubject(
                                order.name(), Optional.of(order.serial()), order.label(), order.registration()),
                        companion,
                        progress::of,
                        cancellation);
        boolean onServer = result.failure()
                .filter(why -> why.is(OnboardingCode.NAME_ON_SERVER))
                .isPresent();
        if (!onServer || order.existing() == Existing.REFUSE) {
            return end.judged(result);
        }
        own.goOn(false, Optional.empty()); // with a credential of its own
        return order.existing() == Existing.SKIP
                ? leftAlone(Optional.empty())
                : end.judged(new Adoption(parts, order, progress::of, cancellation).run(plan, companion));
    }

    /** The device is on its server. */
    private UnitResult again(Device device, OnboardingPlan plan, Companion companion) {
        boolean unfinished =
                before.verdict() != UnitVerdict.PASS && device.serial().equals(Optional.of(order.serial()));
        if (unfinished) {
            own.goOn(before.written(), before.traces());
            return end.judged(parts.onboarding().prove(device, plan.test(), companion, progress::of, cancellation));
        }
        return switch (order.existing()) {
            case REFUSE -> refused(device);
            case SKIP -> leftAlone(Optional.of(device));
            case ADOPT ->
                end.judged(parts.onboarding()
                        .prove(registered(device), plan.test(), companion, progress::of, cancellation));
            case NEW_CREDENTIAL ->
                end.judged(parts.change()
                        .run(
                                registered(device),
                                plan.credential(),
                                plan.test(),
                                companion,
                                progress::of,
                                cancellation));
        };
    }

    /** With what the recipe has the server keep of it; goes there where it is something new. */
    private Device registered(Device device) {
        Registration before = device.registration().orElse(Registration.NONE);
        Registration wanted = before.and(order.registration());
        return wanted.equals(before) ? device : device.registeredAs(wanted);
    }

    private UnitResult refused(Device device) {
        boolean same = device.serial().equals(Optional.of(order.serial()));
        Diagnosis why = Diagnosis.of(same ? UnitCode.DONE_ALREADY : OnboardingCode.NAME_IN_VAULT)
                .with("name", order.name())
                .with("serial", order.serial())
                .remedy("choose-other-name")
                .remedy(Action.PUSH_CREDENTIAL, "push-again")
                .build();
        progress.failed(Name.DEVICE, why);
        return end.result(UnitVerdict.FAIL, Optional.of(why), Optional.of(device), Optional.empty());
    }

    private UnitResult leftAlone(Optional<Device> device) {
        for (Name name : Name.values()) {
            progress.skipped(name);
        }
        return end.result(UnitVerdict.PASS, Optional.empty(), device, Optional.empty());
    }
}
