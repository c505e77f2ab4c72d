package dev.gangway.line.unit;

import dev.gangway.background.Cancellation;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.ServerState;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.onboarding.Companion;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.onboarding.OnboardingPlan;
import dev.gangway.onboarding.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Takes over the device that somebody else made on the server under a unit's name, with a credential made here. A
 * person has decided that it is the same one.
 */
final class Adoption {
    private final Units.Parts parts;
    private final UnitOrder order;
    private final Consumer<Step> steps;
    private final Cancellation cancellation;

    Adoption(Units.Parts parts, UnitOrder order, Consumer<Step> steps, Cancellation cancellation) {
        this.parts = parts;
        this.order = order;
        this.steps = steps;
        this.cancellation = cancellation;
    }

    Onboarding.Result run(OnboardingPlan plan, Companion companion) {
        Device fresh = new Device(
                        UUID.randomUUID(),
                        order.name(),
                        Optional.of(order.serial()),
                        plan.profile(),
                        order.label(),
                        new Credential.None(),
                        ServerState.none(),
                        parts.clock().instant())
                .registeredAs(order.registration());
        Outcome<Device> ready = companion
                .credential(parts.credentials(), plan.credential(), fresh)
                .map(fresh::withCredential);
        return switch (ready.then(this::takenOver)) {
            case Outcome.Ok<Device>(Device ours) ->
                parts.onboarding().prove(ours, plan.test(), companion, steps, cancellation);
            case Outcome.Failed<Device>(Diagnosis why) -> {
                Step failed = new Step(Step.Name.PUSH, Step.State.FAILED, Duration.ZERO, "", Optional.of(why));
                steps.accept(failed);
                yield new Onboarding.Result(Optional.empty(), List.of(failed), Optional.empty());
            }
        };
    }

    private Outcome<Device> takenOver(Device device) {
        UUID server = parts.servers()
                .named(order.recipe().server().orElseThrow())
                .orElseThrow()
                .id();
        parts.devices().save(device); // its key is on disk before any server has it
        Outcome<Device> taken = parts.deployer().takeOver(device, server, cancellation);
        if (!taken.isOk()) {
            parts.devices()
                    .get(device.id())
                    .filter(left -> left.server().remoteId().isEmpty())
                    .ifPresent(parts.devices()::remove);
        }
        return taken;
    }
}
