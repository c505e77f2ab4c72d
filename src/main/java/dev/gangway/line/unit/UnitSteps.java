package dev.gangway.line.unit;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.model.Run;
import dev.gangway.credentials.CredentialChoice;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.recipe.DeviceProgram;
import dev.gangway.line.recipe.DeviceWait;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.unit.UnitStep.Name;
import dev.gangway.onboarding.Companion;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.onboarding.OnboardingPlan;
import dev.gangway.server.ServerEntry;
import dev.gangway.stored.StoredNames;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a unit goes through beside its onboarding, and what came of it: the device is asked for its key and written to, seen
 * on its server, and labelled. Of one attempt; one thread.
 */
final class UnitSteps {
    private final Units.Parts parts;
    private final Site site;
    private final UnitOrder order;
    private final UnitProgress progress;
    private final Cancellation cancellation;

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

    UnitSteps(Units.Parts parts, Site site, UnitOrder order, UnitProgress progress, Cancellation cancellation) {
        this.parts = parts;
        this.site = site;
        this.order = order;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /** Goes on from an earlier attempt: whether the device was written, and what it had done by then, where that is known. */
    void goOn(boolean wasWritten, Optional<DeviceSighting.Traces> hadDone) {
        written = wasWritten;
        known = hadDone;
    }

    /** Whether the device has the credential that is in the vault. */
    boolean isWritten() {
        return written;
    }

    /** Why the device was not written. */
    Optional<Diagnosis> notWritten() {
        return Optional.ofNullable(notWritten);
    }

    /** Why nothing of the device was seen, or could be. */
    Optional<Diagnosis> notSeen() {
        return Optional.ofNullable(notSeen);
    }

    /** Why the label is not what it should be. */
    Optional<Diagnosis> notLabelled() {
        return Optional.ofNullable(notLabelled);
    }

    /** What the server knew of the device before this attempt. */
    DeviceSighting.Traces traces() {
        return traces;
    }

    /** What of the device itself was seen. */
    Proven proven() {
        return proven;
    }

    /** What a scanner reads from the label; empty without one. */
    String printed() {
        return printed;
    }

    /** What the recipe's program measured, by name. */
    Map<String, String> measured() {
        return measured;
    }

    /** Each run of the recipe's program. */
    List<ProgramRun> programs() {
        return programs;
    }

    /**
     * Goes along with an onboarding onto this server.
     *
     * @param end receives what came of it, in the transaction that ends it
     */
    Companion along(ServerEntry server, OnboardingPlan plan, Consumer<Onboarding.Result> end) {
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
                end.accept(result);
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
    void label(Onboarding.Result result) {
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
}
