package dev.gangway.onboarding;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.model.Run;
import dev.gangway.credentials.CredentialDeployer;
import dev.gangway.credentials.CredentialSource;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.ServerState;
import dev.gangway.device.ServerState.Push;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.Devices;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.inventory.Servers;
import dev.gangway.onboarding.Onboarding.Result;
import dev.gangway.onboarding.Step.Name;
import dev.gangway.server.ServerCode;
import dev.gangway.server.ServerEntry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Runs the steps of one onboarding; each looks first whether it was done already. */
final class Steps {
    private static final Duration MOMENT = Duration.ofMillis(400);

    private final Servers servers;
    private final Devices devices;
    private final CredentialDeployer pusher;
    private final LiveProof proof;
    private final CredentialSource credentials;
    private final Journal journal;
    private final Undo undo;
    private final Clock clock;

    Steps(
            Servers servers,
            Devices devices,
            CredentialDeployer pusher,
            LiveProof proof,
            CredentialSource credentials,
            Journal journal,
            Undo undo,
            Clock clock) {
        this.servers = servers;
        this.devices = devices;
        this.pusher = pusher;
        this.proof = proof;
        this.credentials = credentials;
        this.journal = journal;
        this.undo = undo;
        this.clock = clock;
    }

    Result run(JournalEntry intent, ServerEntry server, Progress shown, Cancellation cancellation) {
        if (intent.undo()) {
            shown.skipWaiting();
            Optional<Diagnosis> left = undo.everything(intent, server, false, cancellation);
            left.ifPresent(why -> shown.failed(Name.PUSH, why));
            return new Result(Optional.empty(), shown.all(), Optional.empty());
        }
        Optional<OnboardingPlan> recipe = intent.recipe();
        if (recipe.isEmpty()) {
            return pushAlone(intent, server, shown, cancellation);
        }
        Device recorded = record(intent, recipe.get(), server, shown);
        journal.write(intent.at(Name.CREDENTIAL));
        return switch (credential(recorded, recipe.get(), shown)) {
            case Outcome.Failed<Device>(Diagnosis why) -> refused(intent, Name.CREDENTIAL, why, shown);
            case Outcome.Ok<Device>(Device ready) ->
                pushAndTest(intent.at(Name.PUSH), ready, recipe.get(), server, shown, cancellation);
        };
    }

    private Result pushAlone(JournalEntry intent, ServerEntry server, Progress shown, Cancellation cancellation) {
        shown.skipped(Name.DEVICE);
        shown.skipped(Name.CREDENTIAL);
        shown.skipped(Name.TEST);
        Optional<Device> device = devices.get(intent.device());
        if (device.isEmpty()) {
            journal.end(intent.device()); // removed here since: nothing is left to push
            shown.skipped(Name.PUSH);
            return new Result(device, shown.all(), Optional.empty());
        }
        shown.running(Name.PUSH);
        Outcome<Device> pushed = pusher.push(device.get(), server, cancellation);
        pushed.handle(now -> shown.done(Name.PUSH, server.name()), why -> shown.failed(Name.PUSH, why));
        return new Result(devices.get(intent.device()), shown.all(), Optional.empty());
    }

    private Device record(JournalEntry intent, OnboardingPlan recipe, ServerEntry server, Progress shown) {
        shown.running(Name.DEVICE);
        Optional<Device> known = devices.get(intent.device());
        Device device = known.orElseGet(() -> new Device(
                intent.device(),
                intent.name(),
                Optional.empty(),
                recipe.profile(),
                intent.label(),
                new Credential.None(),
                assigned(server),
                clock.instant()));
        if (!device.server().server().equals(Optional.of(server.id()))) {
            device = device.withServer(assigned(server));
        }
        if (!known.equals(Optional.of(device))) {
            devices.save(device);
        }
        shown.done(Name.DEVICE, device.name());
        return device;
    }

    private Outcome<Device> credential(Device device, OnboardingPlan recipe, Progress shown) {
        shown.running(Name.CREDENTIAL);
        Outcome<Device> ready = CredentialSource.fits(recipe.credential(), device.credential())
                ? Outcome.ok(device)
                : credentials.make(recipe.credential(), device).map(made -> {
                    Device with = device.withCredential(made);
                    devices.save(with);
                    return with;
                });
        ready.toOptional().ifPresent(with -> shown.done(Name.CREDENTIAL, CredentialSource.describe(with.credential())));
        return ready;
    }

    private Result pushAndTest(
            JournalEntry intent,
            Device device,
            OnboardingPlan recipe,
            ServerEntry server,
            Progress shown,
            Cancellation cancellation) {
        if (cancellation.isCancelled()) {
            return stopped(intent, server, false, shown);
        }
        if (recipe.credential().registersItself()) {
            return firstContact(intent, device, recipe, server, shown, cancellation);
        }
        Device now = device;
        if (!servers.holdsCredential(device, server)) {
            shown.skipped(Name.PUSH);
        } else {
            journal.write(intent);
            shown.running(Name.PUSH);
            switch (pusher.push(device, server, cancellation)) {
                case Outcome.Ok<Device>(Device pushed) -> now = pushed;
                case Outcome.Failed<Device>(Diagnosis why) -> {
                    return cancellation.isCancelled()
                            ? stopped(intent, server, ServerCode.leavesDoubt(why), shown)
                            : refused(intent, Name.PUSH, why, shown);
                }
            }
            shown.done(Name.PUSH, server.name());
        }
        journal.write(intent.at(Name.TEST));
        Optional<Run> run = proof.run(now, recipe.test(), shown, cancellation);
        journal.end(device.id());
        return new Result(Optional.of(now), shown.all(), run);
    }

    /** The first connection registers the device; what came of it is then read back. */
    private Result firstContact(
            JournalEntry intent,
            Device device,
            OnboardingPlan recipe,
            ServerEntry server,
            Progress shown,
            Cancellation cancellation) {
        journal.write(intent.at(Name.TEST));
        OnboardingPlan.Test test =
                recipe.test() == OnboardingPlan.Test.NONE ? OnboardingPlan.Test.CONNECT : recipe.test();
        Optional<Run> run = proof.run(device, test, shown, cancellation);
        if (run.filter(Run::passed).isEmpty() || !servers.kind(server).registersDevices()) {
            shown.skipped(Name.PUSH);
        } else {
            shown.running(Name.PUSH);
            pusher.push(device, server, new Cancellation())
                    .handle(now -> shown.done(Name.PUSH, server.name()), why -> shown.failed(Name.PUSH, why));
        }
        journal.end(device.id());
        return new Result(devices.get(device.id()), shown.all(), run);
    }

    /**
     * A step failed. A refusal of this very device takes its record back, so that another name or credential starts
     * clean; a server out of reach leaves the journal, so that it is gone on with; anything else leaves the device
     * unpushed.
     */
    private Result refused(JournalEntry intent, Name step, Diagnosis why, Progress shown) {
        shown.failed(step, why);
        if (step == Name.CREDENTIAL || ServerCode.refusesDevice(why) || why.is(OnboardingCode.NAME_ON_SERVER)) {
            undo.inVault(intent);
        } else if (!ServerCode.isOutOfReach(why) && !ServerCode.leavesDoubt(why)) {
            journal.end(intent.device());
        }
        return new Result(devices.get(intent.device()), shown.all(), Optional.empty());
    }

    /** What cannot be taken back in a moment is taken back by the next {@link Onboarding#resume}. */
    private Result stopped(JournalEntry intent, ServerEntry server, boolean inDoubt, Progress shown) {
        shown.failed(Name.PUSH, Diagnosis.of(OnboardingCode.CANCELLED).build());
        JournalEntry undoing = intent.undoing();
        journal.write(undoing);
        undo.everything(undoing, server, inDoubt, Cancellation.in(MOMENT));
        return new Result(devices.get(intent.device()), shown.all(), Optional.empty());
    }

    private static ServerState assigned(ServerEntry server) {
        return new ServerState(Optional.of(server.id()), Optional.empty(), Push.NOT_PUSHED, Optional.empty());
    }
}
