package dev.gangway.line.unit;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.Verdict;
import dev.gangway.credentials.CredentialChoice;
import dev.gangway.credentials.CredentialSource;
import dev.gangway.device.Device;
import dev.gangway.device.Registration;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.line.label.LabelCode;
import dev.gangway.line.recipe.DeviceProgram;
import dev.gangway.line.recipe.DeviceWait;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.serial.SerialScheme;
import dev.gangway.line.unit.UnitOrder.Existing;
import dev.gangway.line.unit.UnitStep.Name;
import dev.gangway.onboarding.Companion;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.onboarding.OnboardingPlan;
import dev.gangway.onboarding.OnboardingSubject;
import dev.gangway.onboarding.Step;
import dev.gangway.server.ServerEntry;
import dev.gangway.stored.StoredNames;
import dev.gangway.vault.Repository;
import dev.gangway.vault.VaultException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One attempt with one unit. */
final class UnitRun {
    private final Units.Parts parts;
    private final Site site;
    private final Repository<UnitNote> notes;
    private final UnitOrder order;
    private final Cancellation cancellation;
    private final UnitProgress progress;
    private final Instant began;
    private final long startedAt = System.nanoTime();
    private final UnitNote before;

    private boolean written;
    private final Map<String, String> measured = new LinkedHashMap<>();
    private final List<ProgramRun> programs = new ArrayList<>();
    private DeviceSighting.Traces traces = DeviceSighting.Traces.NONE;
    private Optional<DeviceSighting.Traces> known = Optional.empty();
    private Proven proven = Proven.NONE;
    private String printed = "";
    private boolean labelAsked;
    private @Nullable Diagnosis notWritten;
    private @Nullable Diagnosis notSeen;
    private @Nullable Diagnosis notLabelled;
    private @Nullable UnitResult ended;

    UnitRun(
            Units.Parts parts,
            Site site,
            Repository<UnitNote> notes,
            UnitOrder order,
            Consumer<UnitStep> steps,
            Cancellation cancellation) {
        this.parts = parts;
        this.site = site;
        this.notes = notes;
        this.order = order;
        this.cancellation = cancellation;
        progress = new UnitProgress(steps);
        began = parts.clock().instant();
        before = notes.get(order.name()).orElseGet(() -> UnitNote.fresh(order));
    }

    /** Ends with a verdict even where the vault cannot be written: what was begun is then gone on with, as after a crash. */
    UnitResult run() {
        try {
            return attempt();
        } catch (VaultException broken) {
            progress.broken(broken.diagnosis());
            return result(UnitVerdict.ERROR, Optional.of(broken.diagnosis()), Optional.empty(), Optional.empty());
        }
    }

    private UnitResult attempt() {
        progress.running(Name.DEVICE);
        Optional<Diagnosis> unfit = unfit();
        if (unfit.isPresent()) {
            progress.failed(Name.DEVICE, unfit.get());
            return result(UnitVerdict.ERROR, unfit, Optional.empty(), Optional.empty());
        }
        Optional<Diagnosis> refused = site.question()
                .flatMap(question -> question.ask(order, site, cancellation).failure());
        if (refused.isPresent()) {
            progress.failed(Name.DEVICE, refused.get());
            UnitVerdict verdict = FaultAttribution.ofQuestion(refused.get());
            return result(verdict, refused, Optional.empty(), Optional.empty());
        }
        Plans plans = new Plans(parts.servers(), parts.authorities());
        Outcome<ServerEntry> server = plans.server(order.recipe());
        Outcome<OnboardingPlan> planned = server.then(entry -> plans.of(order.recipe(), entry));
        if (planned instanceof Outcome.Failed<OnboardingPlan>(Diagnosis why)) {
            progress.failed(Name.DEVICE, why);
            return noted(UnitVerdict.ERROR, Optional.of(why), Optional.empty(), Optional.empty());
        }
        OnboardingPlan plan = planned.orThrow();
        Companion companion = companion(server.orThrow(), plan);
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
        written = before.written()
                && parts.devices()
                        .named(order.name())
                        .filter(device -> CredentialSource.fits(plan.credential(), device.credential()))
                        .isPresent(); // one that waited for its server is at the fixture no more
        Onboarding.Result result = parts.onboarding()
                .onboard(
                        plan,
                        new OnboardingSubject(
                                order.name(), Optional.of(order.serial()), order.label(), order.registration()),
                        companion,
                        this::step,
                        cancellation);
        boolean onServer = result.failure()
                .filter(why -> why.is(OnboardingCode.NAME_ON_SERVER))
                .isPresent();
        if (!onServer || order.existing() == Existing.REFUSE) {
            return judged(result);
        }
        written = false; // with a credential of its own
        return order.existing() == Existing.SKIP
                ? leftAlone(Optional.empty())
                : judged(new Adoption(parts, order, this::step, cancellation).run(plan, companion));
    }

    /** The device is on its server. */
    private UnitResult again(Device device, OnboardingPlan plan, Companion companion) {
        boolean unfinished =
                before.verdict() != UnitVerdict.PASS && device.serial().equals(Optional.of(order.serial()));
        if (unfinished) {
            written = before.written();
            known = before.traces();
            return judged(parts.onboarding().prove(device, plan.test(), companion, this::step, cancellation));
        }
        return switch (order.existing()) {
            case REFUSE -> refused(device);
            case SKIP -> leftAlone(Optional.of(device));
            case ADOPT ->
                judged(parts.onboarding().prove(registered(device), plan.test(), companion, this::step, cancellation));
            case NEW_CREDENTIAL ->
                judged(parts.change()
                        .run(registered(device), plan.credential(), plan.test(), companion, this::step, cancellation));
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
        return result(UnitVerdict.FAIL, Optional.of(why), Optional.of(device), Optional.empty());
    }

    private UnitResult leftAlone(Optional<Device> device) {
        for (Name name : Name.values()) {
            progress.skipped(name);
        }
        return result(UnitVerdict.PASS, Optional.empty(), device, Optional.empty());
    }

    /** A step of the onboarding; that of writing comes between two of them. */
    private void step(Step step) {
        progress.of(step);
    }

    private Companion companion(ServerEntry server, OnboardingPlan plan) {
        return new Companion() {
            @Override
            public Outcome<PublicKey> deviceKey(Device device) {
                return request(device, server, (CredentialChoice.OnDevice) plan.credential());
            }

            @Override
            public Optional<Diagnosis> beforePush(Device device) {
                return look(device).or(() -> write(device, server));
            }

            @Override
            public void beforeEnd(Onboarding.Result result) {
                await(result);
                label(result);
            }

            @Override
            public void ended(Onboarding.Result result) {
                ended = judged(result);
            }
        };
    }

    /** The key of a device that makes it itself; the recipe's program asks the device for it. */
    private Outcome<PublicKey> request(Device device, ServerEntry server, CredentialChoice.OnDevice choice) {
        DeviceKeys keys = new DeviceKeys(parts.vault(), parts.authorities());
        DeviceStep program = new DeviceStep(order.recipe().program().orElseThrow());
        return keys.subject(choice, device)
                .then(subject -> program(
                                program, UnitMessage.request(order, device, server, subject, DeviceKeys.kind(choice)))
                        .then(answer -> keys.proven(
                                choice, order, device, answer.request().orElseThrow())));
    }

    private Outcome<DeviceStep.Answer> program(DeviceStep step, UnitMessage message) {
        DeviceStep.Ended ended = step.run(message, cancellation);
        ended.ran().ifPresent(programs::add);
        ended.answer().toOptional().ifPresent(answer -> measured.putAll(answer.values()));
        return ended.answer();
    }

    /** Remembers what the server knows of a device that is there already, so that only what is new is taken for it. */
    private Optional<Diagnosis> look(Device device) {
        if (order.recipe().test() != Recipe.Proof.DEVICE
                || device.server().remoteId().isEmpty()) {
            return Optional.empty();
        }
        if (known.isPresent()) { // what it did since its last attempt is of the same credential
            traces = known.get();
            return Optional.empty();
        }
        Outcome<DeviceSighting.Traces> now = sighting().traces(device, cancellation);
        now.toOptional().ifPresent(read -> traces = read);
        notSeen = now.failure().orElse(null);
        return now.failure();
    }

    private DeviceSighting sighting() {
        return new DeviceSighting(parts.servers(), order.recipe().deviceWait().orElse(DeviceWait.USUAL));
    }

    /** Waits for the device itself, where that is the recipe's proof. */
    private void await(Onboarding.Result result) {
        if (order.recipe().test() != Recipe.Proof.DEVICE
                || !result.isOk()
                || notSeen != null
                || cancellation.isCancelled()) {
            return;
        }
        progress.running(Name.TEST);
        sighting()
                .await(result.device().orElseThrow(), traces, cancellation)
                .handle(
                        seen -> {
                            proven = seen.proven();
                            progress.done(Name.TEST, (StoredNames.of(proven) + " " + seen.key()).strip());
                        },
                        why -> {
                            notSeen = why;
                            progress.failed(Name.TEST, why);
                        });
    }

    private Optional<Diagnosis> write(Device device, ServerEntry server) {
        Optional<DeviceProgram> program = order.recipe().program();
        if (program.isEmpty() || written) {
            progress.skipped(Name.WRITE);
            return Optional.empty();
        }
        progress.running(Name.WRITE);
        return switch (program(new DeviceStep(program.get()), UnitMessage.write(order, device, server))) {
            case Outcome.Ok<DeviceStep.Answer>(DeviceStep.Answer answer) -> {
                written = true;
                progress.done(Name.WRITE, answer.summary());
                yield Optional.empty();
            }
            case Outcome.Failed<DeviceStep.Answer>(Diagnosis why) -> {
                notWritten = why;
                progress.failed(Name.WRITE, why);
                yield Optional.of(why);
            }
        };
    }

    /** A unit that passed gets its label, before it counts as passed. */
    private void label(Onboarding.Result result) {
        boolean passed = result.isOk() && result.run().map(Run::passed).orElse(true);
        if (order.recipe().labelTemplate().isEmpty()
                || site.labelling().isEmpty()
                || !passed
                || notSeen != null
                || labelAsked
                || cancellation.isCancelled()) {
            return;
        }
        labelAsked = true;
        progress.running(Name.LABEL);
        new UnitLabel(site.labelling().get(), order, result.device().orElseThrow())
                .print(cancellation)
                .handle(
                        code -> {
                            printed = code;
                            progress.done(Name.LABEL, code);
                        },
                        why -> {
                            notLabelled = why;
                            progress.failed(Name.LABEL, why);
                        });
    }

    /** The verdict on an onboarding, noted; once. */
    private UnitResult judged(Onboarding.Result result) {
        UnitResult already = ended;
        if (already != null) {
            return already;
        }
        label(result); // where no companion went along
        boolean cancelled = result.run()
                        .filter(run -> run.verdict() instanceof Verdict.Cancelled)
                        .isPresent()
                || cancellation.isCancelled() && result.run().isEmpty();
        Optional<Diagnosis> why = Optional.ofNullable(notWritten)
                .or(result::failure)
                .or(() -> Optional.ofNullable(notSeen))
                .or(() -> Optional.ofNullable(notLabelled))
                .or(() ->
                        cancelled ? Optional.of(Diagnosis.of(UnitCode.CANCELLED).build()) : Optional.empty());
        UnitVerdict verdict = cancelled
                ? UnitVerdict.ERROR
                : why.map(cause -> cause.equals(notSeen) || isOfTest(result, cause)
                                ? FaultAttribution.ofTest(cause)
                                : FaultAttribution.beforeTest(cause))
                        .orElse(UnitVerdict.PASS);
        if (verdict == UnitVerdict.QUEUED) {
            progress.queue();
        }
        return noted(verdict, why, result.device(), result.run());
    }

    private static boolean isOfTest(Onboarding.Result result, Diagnosis cause) {
        return result.steps().stream()
                .anyMatch(
                        step -> step.name() == Step.Name.TEST && step.failure().equals(Optional.of(cause)));
    }

    private UnitResult noted(UnitVerdict verdict, Optional<Diagnosis> why, Optional<Device> device, Optional<Run> run) {
        UnitResult result = result(verdict, why, device, run);
        parts.vault().atomically(() -> {
            UnitNote after = before.after(
                    order,
                    verdict,
                    why.map(Diagnosis::code),
                    written,
                    parts.clock().instant());
            boolean unseen = order.recipe().test() == Recipe.Proof.DEVICE && verdict != UnitVerdict.PASS;
            notes.put(unseen ? after.knowing(traces) : after);
            if (before.verdict() == UnitVerdict.QUEUED && before.waiting().isPresent()) {
                if (verdict != UnitVerdict.QUEUED) {
                    parts.log().delivered(site, result);
                }
            } else {
                parts.log().ended(site, result);
            }
        });
        return result;
    }

    private Proven proven(UnitVerdict verdict, Optional<Run> run) {
        boolean fromHere =
                verdict == UnitVerdict.PASS && run.filter(Run::passed).isPresent();
        return !fromHere
                ? proven
                : order.recipe().test() == Recipe.Proof.TELEMETRY ? Proven.STATION_TELEMETRY : Proven.STATION_CONNECT;
    }

    private UnitResult result(
            UnitVerdict verdict, Optional<Diagnosis> why, Optional<Device> device, Optional<Run> run) {
        progress.skipWaiting();
        return new UnitResult(
                order,
                verdict,
                why,
                device,
                progress.all(),
                began,
                Duration.ofNanos(System.nanoTime() - startedAt),
                before.attemptsAfter(),
                run.flatMap(TlsFacts::of),
                measured,
                programs,
                proven(verdict, run),
                printed);
    }
}
