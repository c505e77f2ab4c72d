package dev.gangway.onboarding;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.model.Run;
import dev.gangway.credentials.CredentialDeployer;
import dev.gangway.credentials.CredentialSource;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.Registration;
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
import dev.gangway.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Runs the steps of one onboarding; each looks first whether it was done already. */
final class OnboardingSteps {
    private static final Duration MOMENT = Duration.ofMillis(400);

    private final Vault vault;
    private final Servers servers;
    private final Devices devices;
    private final CredentialDeployer deployer;
    private final LiveProof proof;
    private final CredentialSource credentials;
    private final Journal journal;
    private final Undo undo;
    private final Clock clock;

    OnboardingSteps(
            Vault vault,
            Servers servers,
            Devices devices,
            CredentialDeployer deployer,
            LiveProof proof,
            CredentialSource credentials,
            Journal journal,
            Undo undo,
            Clock clock) {
        this.vault = vault;
        this.servers = servers;
        this.devices = devices;
        this.deployer = deployer;
        this.proof = proof;
        this.credentials = credentials;
        this.journal = journal;
        this.undo = undo;
        this.clock = clock;
    }

    Result run(
            JournalEntry intent, ServerEntry server, Companion companion, Progress shown, Cancellation cancellation) {
        if (intent.undo()) {
            shown.skipWaiting();
            Optional<Diagnosis> left = undo.everything(intent, server, false, cancellation);
            left.ifPresent(why -> shown.failed(Name.PUSH, why));
            return new Result(Optional.empty(), shown.all(), Optional.empty());
        }
        Optional<OnboardingPlan> plan = intent.plan();
        if (plan.isEmpty()) {
            return pushAlone(intent, server, shown, cancellation);
        }
        Optional<Device> known = devices.get(intent.device());
        Device wanted = wanted(known, intent, plan.get(), server, shown);
        return switch (credential(wanted, plan.get(), companion, shown)) {
            case Outcome.Failed<Device>(Diagnosis why) -> refused(intent, Name.CREDENTIAL, why, companion, shown);
            case Outcome.Ok<Device>(Device ready) -> {
                JournalEntry pushing = intent.at(Name.PUSH);
                vault.atomically(() -> {
                    if (!known.equals(Optional.of(ready))) {
                        devices.save(ready);
                    }
                    journal.write(pushing);
                });
                yield accompanied(pushing, ready, server, companion, shown, cancellation);
            }
        };
    }

    private Result accompanied(
            JournalEntry intent,
            Device device,
            ServerEntry server,
            Companion companion,
            Progress shown,
            Cancellation cancellation) {
        Optional<Diagnosis> why = companion.beforePush(device);
        if (why.isPresent()) {
            shown.skipWaiting();
            undo.inVault(intent); // no server has heard of it
            return new Result(devices.get(device.id()), shown.all(), Optional.empty());
        }
        return pushAndTest(intent, device, server, companion, shown, cancellation);
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
        Outcome<Device> pushed = deployer.push(device.get(), server, cancellation);
        pushed.handle(now -> shown.done(Name.PUSH, server.name()), why -> shown.failed(Name.PUSH, why));
        return new Result(devices.get(intent.device()), shown.all(), Optional.empty());
    }

    /** The device as it shall be, without its credential where it is new. */
    private Device wanted(
            Optional<Device> known, JournalEntry intent, OnboardingPlan plan, ServerEntry server, Progress shown) {
        shown.running(Name.DEVICE);
        Device device = known.orElseGet(() -> new Device(
                intent.device(),
                intent.name(),
                intent.serial(),
                plan.profile(),
                intent.label(),
                new Credential.None(),
                assigned(server),
                clock.instant()));
        if (intent.registration().isPresent() && !device.registration().equals(intent.registration())) {
            device = device.registeredAs(device.registration()
                    .orElse(Registration.NONE)
                    .and(intent.registration().get()));
        }
        if (!device.server().server().equals(Optional.of(server.id()))) {
            device = device.withServer(assigned(server));
        }
        shown.done(Name.DEVICE, device.name());
        return device;
    }

    private Outcome<Device> credential(Device device, OnboardingPlan plan, Companion companion, Progress shown) {
        shown.running(Name.CREDENTIAL);
        Outcome<Device> ready = CredentialSource.fits(plan.credential(), device.credential())
                ? Outcome.ok(device)
                : companion.credential(credentials, plan.credential(), device).map(device::withCredential);
        ready.toOptional().ifPresent(with -> shown.done(Name.CREDENTIAL, CredentialSource.describe(with.credential())));
        return ready;
    }

    private Result pushAndTest(
            JournalEntry intent,
            Device device,
            ServerEntry server,
            Companion companion,
            Progress shown,
            Cancellation cancellation) {
        if (cancellation.isCancelled()) {
            return stopped(intent, server, false, shown);
        }
        OnboardingPlan plan = intent.plan().orElseThrow();
        if (plan.credential().registersItself()) {
            return firstContact(intent, device, plan, server, companion, shown, cancellation);
        }
        Device now = device;
        if (!servers.holdsCredential(device, server)) {
            shown.skipped(Name.PUSH);
        } else {
            shown.running(Name.PUSH);
            switch (deployer.push(device, server, cancellation)) {
                case Outcome.Ok<Device>(Device pushed) -> now = pushed;
                case Outcome.Failed<Device>(Diagnosis why) -> {
                    return cancellation.isCancelled()
                            ? stopped(intent, server, ServerCode.leavesDoubt(why), shown)
                            : refused(intent, Name.PUSH, why, companion, shown);
                }
            }
            shown.done(Name.PUSH, server.name());
        }
        Device proven = now;
        Optional<Run> run = proof.run(
                proven,
                plan.test(),
                shown,
                cancellation,
                ran -> companion.beforeEnd(new Result(Optional.of(proven), shown.all(), ran)),
                ran -> end(intent, new Result(Optional.of(proven), shown.all(), ran), companion));
        return new Result(Optional.of(proven), shown.all(), run);
    }

    Result prove(
            Device device, OnboardingPlan.Test test, Companion companion, Progress shown, Cancellation cancellation) {
        shown.done(Name.DEVICE, device.name());
        shown.done(Name.CREDENTIAL, CredentialSource.describe(device.credential()));
        if (companion.beforePush(device).isPresent()) {
            shown.skipWaiting();
            return new Result(Optional.of(device), shown.all(), Optional.empty());
        }
        Device proven = device;
        if (device.server().push() == Push.PUSHED) {
            shown.skipped(Name.PUSH);
        } else {
            shown.running(Name.PUSH);
            switch (deployer.push(device, device.server().server().orElseThrow(), cancellation)) {
                case Outcome.Ok<Device>(Device now) -> proven = now;
                case Outcome.Failed<Device>(Diagnosis why) -> {
                    shown.failed(Name.PUSH, why);
                    return new Result(devices.get(device.id()), shown.all(), Optional.empty());
                }
            }
            shown.done(Name.PUSH, device.name());
        }
        Device ready = proven;
        Optional<Run> run = proof.run(
                ready,
                test,
                shown,
                cancellation,
                ran -> companion.beforeEnd(new Result(Optional.of(ready), shown.all(), ran)),
                ran -> vault.atomically(() -> {
                    journal.end(ready.id()); // a crash may have left the row of the onboarding that is proven here
                    companion.ended(new Result(Optional.of(ready), shown.all(), ran));
                }));
        return new Result(Optional.of(ready), shown.all(), run);
    }

    private void end(JournalEntry intent, Result result, Companion companion) {
        vault.atomically(() -> {
            journal.end(intent.device());
            companion.ended(result);
        });
    }

    /** The first connection registers the device; what came of it is then read back. */
    private Result firstContact(
            JournalEntry intent,
            Device device,
            OnboardingPlan plan,
            ServerEntry server,
            Companion companion,
            Progress shown,
            Cancellation cancellation) {
        Outcome<Device> checked = deployer.beforeFirstContact(device, server, cancellation);
        if (checked.failure().isPresent()) {
            return cancellation.isCancelled()
                    ? stopped(intent, server, false, shown)
                    : refused(intent, Name.PUSH, checked.failure().get(), companion, shown);
        }
        journal.write(intent.at(Name.TEST));
        OnboardingPlan.Test test = plan.test() == OnboardingPlan.Test.NONE ? OnboardingPlan.Test.CONNECT : plan.test();
        Optional<Run> run = proof.run(device, test, shown, cancellation);
        if (run.filter(Run::passed).isEmpty() || !servers.kind(server).registersDevices()) {
            shown.skipped(Name.PUSH);
        } else {
            shown.running(Name.PUSH);
            deployer.push(device, server, new Cancellation())
                    .handle(now -> shown.done(Name.PUSH, server.name()), why -> shown.failed(Name.PUSH, why));
        }
        Result result = new Result(devices.get(device.id()), shown.all(), run);
        companion.beforeEnd(result);
        end(intent, result, companion);
        return result;
    }

    /**
     * A step failed. A refusal of this very device takes its record back, so that another name or credential starts
     * clean, but not where it had waited here: what was kept is not lost unseen. A server out of reach leaves the journal, so that it is gone on with; anything else leaves the device
     * unpushed.
     */
    private Result refused(JournalEntry intent, Name step, Diagnosis why, Companion companion, Progress shown) {
        shown.failed(step, why);
        boolean refusal = step == Name.CREDENTIAL || ServerCode.refusesDevice(why) || OnboardingCode.refusesDevice(why);
        if (refusal && !companion.keepsRefused()) {
            undo.inVault(intent);
        } else if (refusal || (!ServerCode.isOutOfReach(why) && !ServerCode.leavesDoubt(why))) {
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
