package dev.gangway.onboarding;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.model.Run;
import dev.gangway.credentials.CredentialChoice;
import dev.gangway.credentials.CredentialDeployer;
import dev.gangway.credentials.CredentialSource;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.Devices;
import dev.gangway.inventory.Servers;
import dev.gangway.onboarding.Onboarding.Result;
import dev.gangway.onboarding.Step.Name;
import dev.gangway.server.ServerEntry;
import dev.gangway.testing.DeviceTests;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Gives a device another credential: made, put on its server, and proven by a live connection. The device keeps its old
 * one where the new one cannot be made, the server refuses it, or a first contact fails.
 */
public final class CredentialChange {
    private final Devices devices;
    private final Servers servers;
    private final CredentialDeployer deployer;
    private final CredentialSource credentials;
    private final LiveProof proof;

    /** Changes credentials of these devices; {@code tests} prove them. */
    public CredentialChange(
            Devices devices,
            Servers servers,
            CredentialDeployer deployer,
            CredentialSource credentials,
            DeviceTests tests) {
        this.devices = devices;
        this.servers = servers;
        this.deployer = deployer;
        this.credentials = credentials;
        proof = new LiveProof(tests);
    }

    /**
     * Changes it; blocks until the last step. A device without a server gets its credential in the vault alone.
     *
     * @param progress receives each change of a step, in the calling thread
     * @param cancellation stops it before the credential is on the server
     */
    public Result run(
            Device device,
            CredentialChoice choice,
            OnboardingPlan.Test test,
            Consumer<Step> progress,
            Cancellation cancellation) {
        return run(device, choice, test, Companion.NONE, progress, cancellation);
    }

    /**
     * The same with somebody who does more along with it.
     *
     * @param companion is asked with the new credential before it is on the server, and told what came of it
     */
    public Result run(
            Device device,
            CredentialChoice choice,
            OnboardingPlan.Test test,
            Companion companion,
            Consumer<Step> progress,
            Cancellation cancellation) {
        Progress shown = new Progress(progress);
        shown.done(Name.DEVICE, device.name());
        shown.running(Name.CREDENTIAL);
        switch (companion.credential(credentials, choice, device)) {
            case Outcome.Failed<Credential>(Diagnosis why) -> {
                return failed(device, Name.CREDENTIAL, why, shown);
            }
            case Outcome.Ok<Credential>(Credential made) -> {
                shown.done(Name.CREDENTIAL, CredentialSource.describe(made));
                Device changed = device.withCredential(made);
                if (companion.beforePush(changed).isPresent()) {
                    shown.skipWaiting();
                    return new Result(devices.get(device.id()), shown.all(), Optional.empty());
                }
                Optional<ServerEntry> server = device.server().server().flatMap(servers::get);
                if (server.isEmpty()) {
                    devices.save(changed);
                    shown.skipWaiting();
                    return ended(new Result(Optional.of(changed), shown.all(), Optional.empty()), companion);
                }
                return choice.registersItself()
                        ? firstContact(device, changed, server.get(), test, companion, shown, cancellation)
                        : pushed(device, changed, server.get(), test, companion, shown, cancellation);
            }
        }
    }

    private Result pushed(
            Device before,
            Device changed,
            ServerEntry server,
            OnboardingPlan.Test test,
            Companion companion,
            Progress shown,
            Cancellation cancellation) {
        if (!servers.holdsCredential(changed, server)) {
            devices.save(changed);
            shown.skipped(Name.PUSH);
            return proven(changed, test, companion, shown, cancellation);
        }
        shown.running(Name.PUSH);
        return switch (deployer.push(changed, server, cancellation)) {
            case Outcome.Failed<Device>(Diagnosis why) -> failed(before, Name.PUSH, why, shown);
            case Outcome.Ok<Device>(Device now) -> {
                shown.done(Name.PUSH, server.name());
                yield proven(now, test, companion, shown, cancellation);
            }
        };
    }

    /** The server takes the new leaf at the first connection with it; then it is read back. */
    private Result firstContact(
            Device before,
            Device changed,
            ServerEntry server,
            OnboardingPlan.Test test,
            Companion companion,
            Progress shown,
            Cancellation cancellation) {
        Outcome<Device> checked = deployer.beforeFirstContact(changed, server, cancellation);
        if (checked.failure().isPresent()) {
            return failed(before, Name.PUSH, checked.failure().get(), shown);
        }
        devices.save(changed); // the server may take it, so its key must be on disk first
        OnboardingPlan.Test least = test == OnboardingPlan.Test.NONE ? OnboardingPlan.Test.CONNECT : test;
        Optional<Run> run = proof.run(changed, least, shown, cancellation);
        if (run.filter(Run::passed).isEmpty()) {
            if (!hasTaken(changed, server)) {
                devices.save(before);
            }
            shown.skipped(Name.PUSH);
        } else if (!servers.kind(server).registersDevices()) {
            shown.skipped(Name.PUSH);
        } else {
            shown.running(Name.PUSH);
            deployer.push(changed, server, new Cancellation())
                    .handle(now -> shown.done(Name.PUSH, server.name()), why -> shown.failed(Name.PUSH, why));
        }
        return ended(new Result(devices.get(before.id()), shown.all(), run), companion);
    }

    /** Whether the server took the new leaf, though the test failed after that. */
    private boolean hasTaken(Device changed, ServerEntry server) {
        Cancellation never = new Cancellation();
        return servers.session(server)
                .then(adapter -> adapter.find(changed.name(), never)
                        .then(found -> found.isEmpty()
                                ? Outcome.ok(false)
                                : adapter.credential(found.get().id(), never)
                                        .map(stored -> adapter.isSame(stored, changed.credential()))))
                .toOptional()
                .orElse(false);
    }

    private Result proven(
            Device device, OnboardingPlan.Test test, Companion companion, Progress shown, Cancellation cancellation) {
        Optional<Run> run = proof.run(
                device,
                test,
                shown,
                cancellation,
                ran -> companion.beforeEnd(new Result(Optional.of(device), shown.all(), ran)),
                ran -> companion.ended(new Result(Optional.of(device), shown.all(), ran)));
        return new Result(Optional.of(devices.get(device.id()).orElse(device)), shown.all(), run);
    }

    private static Result ended(Result result, Companion companion) {
        companion.beforeEnd(result);
        companion.ended(result);
        return result;
    }

    private Result failed(Device device, Name step, Diagnosis why, Progress shown) {
        shown.failed(step, why);
        return new Result(devices.get(device.id()), shown.all(), Optional.empty());
    }
}
