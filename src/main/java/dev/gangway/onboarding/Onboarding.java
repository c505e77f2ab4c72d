package dev.gangway.onboarding;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.model.Run;
import dev.gangway.credentials.CredentialDeployer;
import dev.gangway.credentials.CredentialSource;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.DeviceClaims;
import dev.gangway.inventory.Devices;
import dev.gangway.inventory.Servers;
import dev.gangway.server.ServerCode;
import dev.gangway.server.ServerEntry;
import dev.gangway.testing.DeviceTests;
import dev.gangway.vault.Vault;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Brings devices on board by recipes. Each step is journalled in the vault before and after it acts, and may run
 * twice: after a crash {@link #resume} goes on where it was, and no device is made twice or lost.
 */
public final class Onboarding {
    private final Vault vault;
    private final Servers servers;
    private final DeviceClaims claims;
    private final Journal journal;
    private final OnboardingStart beginning;
    private final OnboardingSteps onboardingSteps;

    /**
     * Brings devices of this vault on board.
     *
     * @param claims has a device to itself meanwhile
     * @param journal of this vault
     * @param deployer puts devices on their servers
     * @param credentials makes what recipes ask for
     * @param tests prove the connection
     */
    public Onboarding(
            Vault vault,
            Servers servers,
            Devices devices,
            DeviceClaims claims,
            Journal journal,
            CredentialDeployer deployer,
            CredentialSource credentials,
            DeviceTests tests,
            Clock clock) {
        this.vault = vault;
        this.servers = servers;
        this.claims = claims;
        this.journal = journal;
        beginning = new OnboardingStart(vault, devices, journal, tests);
        Undo undo = new Undo(vault, servers, devices, journal);
        onboardingSteps = new OnboardingSteps(
                vault, servers, devices, deployer, new LiveProof(tests), credentials, journal, undo, clock);
    }

    /**
     * What came of an onboarding.
     *
     * @param device as it is in the vault now; empty where nothing was made, or it was undone
     * @param steps all of them, in order
     * @param run the live test, where it ran
     */
    public record Result(Optional<Device> device, List<Step> steps, Optional<Run> run) {
        public Result {
            steps = List.copyOf(steps);
        }

        /** Whether no step failed. */
        public boolean isOk() {
            return failure().isEmpty();
        }

        /** Why it failed, where it did. */
        public Optional<Diagnosis> failure() {
            return steps.stream().flatMap(step -> step.failure().stream()).findFirst();
        }
    }

    /**
     * Brings one device on board; blocks until its last step. A device of that name that an earlier attempt left
     * unfinished is gone on with. When the server refuses the device, what was made here is undone; when the server
     * cannot be reached, the device stays in the vault and {@link #resume} goes on with it.
     *
     * @param name of the device on the server
     * @param label free text; may be empty
     * @param progress receives each change of a step, in the calling thread
     * @param cancellation stops it; before the credential is on the server that undoes what was made
     */
    public Result onboard(
            OnboardingPlan plan, String name, String label, Consumer<Step> progress, Cancellation cancellation) {
        return onboard(
                plan, new OnboardingSubject(name, Optional.empty(), label), Companion.NONE, progress, cancellation);
    }

    /** The same for a device with a serial number, and with somebody who does more along with it. */
    public Result onboard(
            OnboardingPlan plan,
            OnboardingSubject subject,
            Companion companion,
            Consumer<Step> progress,
            Cancellation cancellation) {
        Progress shown = new Progress(progress);
        shown.running(Step.Name.DEVICE);
        Outcome<ServerEntry> server = servers.known(plan.server());
        Outcome<JournalEntry> begun = server.then(entry -> beginning.begin(plan, subject));
        return switch (begun) {
            case Outcome.Failed<JournalEntry>(Diagnosis why) -> {
                shown.failed(Step.Name.DEVICE, why);
                yield new Result(Optional.empty(), shown.all(), Optional.empty());
            }
            case Outcome.Ok<JournalEntry>(JournalEntry intent) ->
                run(intent, server.orThrow(), companion, shown, cancellation);
        };
    }

    /**
     * Proves a device once more that is on its server; nothing of it is made or pushed, unless its credential here is not
     * the one that the server confirmed.
     *
     * @param companion is asked before, and told after, as at an onboarding
     */
    public Result prove(
            Device device,
            OnboardingPlan.Test test,
            Companion companion,
            Consumer<Step> progress,
            Cancellation cancellation) {
        Progress shown = new Progress(progress);
        try (DeviceClaims.Claim claim = claims.claim(device.id())) {
            return onboardingSteps.prove(device, test, companion, shown, cancellation);
        }
    }

    /**
     * Goes on with everything that a crash or a lost connection left half-done: each is finished, or undone where somebody
     * stopped it; one that its server refuses now stays in the vault, unpushed, and waits no more. Call it after unlocking, and when a server is back. Work that still runs in this process is waited for.
     *
     * @param progress receives each change of a step of each of them, in the calling thread
     * @return what came of each that was tried, oldest first; of a server out of reach only the first is
     */
    public List<Result> resume(Consumer<Step> progress, Cancellation cancellation) {
        return resume(left -> true, progress, cancellation);
    }

    /** The same but for the device of this name, which is about to be brought on board by {@link #onboard}. */
    public List<Result> resumeOthers(String name, Consumer<Step> progress, Cancellation cancellation) {
        return resume(left -> left.undo() || !left.name().equals(name), progress, cancellation);
    }

    private List<Result> resume(Predicate<JournalEntry> which, Consumer<Step> progress, Cancellation cancellation) {
        List<Result> results = new ArrayList<>();
        Set<UUID> outOfReach = new HashSet<>();
        for (JournalEntry left : journal.open()) {
            if (!which.test(left)) {
                continue;
            }
            if (cancellation.isCancelled()) {
                break;
            }
            if (outOfReach.contains(left.server())) {
                continue; // each would wait for its deadline in vain
            }
            // as it stands now: somebody may have finished it, or removed the device, since the list was read
            resume(left.device(), progress, cancellation).ifPresent(result -> {
                results.add(result);
                if (result.failure().filter(ServerCode::isOutOfReach).isPresent()) {
                    outOfReach.add(left.server());
                }
            });
        }
        return results;
    }

    private Optional<Result> finish(JournalEntry left, Consumer<Step> progress, Cancellation cancellation) {
        return switch (servers.known(left.server())) {
            case Outcome.Ok<ServerEntry>(ServerEntry entry) ->
                Optional.of(run(left, entry, Companion.ABSENT, new Progress(progress), cancellation));
            case Outcome.Failed<ServerEntry> gone -> {
                journal.end(left.device()); // its server was removed here: there is nothing left to finish it on
                yield Optional.empty();
            }
        };
    }

    /** What waits to be finished or undone, the oldest first. */
    public List<Unfinished> waiting() {
        return journal.open().stream()
                .map(Unfinished::of)
                .sorted(Comparator.comparing(Unfinished::since))
                .toList();
    }

    /**
     * Goes on with one device, as {@link #resume} does; blocks, also while other work has the device.
     *
     * @return empty where nothing waits any more
     */
    public Optional<Result> resume(UUID device, Consumer<Step> progress, Cancellation cancellation) {
        try (DeviceClaims.Claim claim = claims.claim(device)) {
            return journal.of(device).flatMap(left -> finish(left, progress, cancellation));
        }
    }

    /**
     * Gives up what waits for a device: it stays here and on its server as it is, and nothing goes on by itself any more.
     * Waits while other work has the device; audited.
     *
     * @return whether anything waited
     */
    public boolean drop(UUID device) {
        try (DeviceClaims.Claim claim = claims.claim(device)) {
            Optional<JournalEntry> left = journal.of(device);
            left.ifPresent(intent -> vault.atomically(() -> {
                journal.end(device);
                vault.audit()
                        .append(
                                "onboarding.dropped",
                                device.toString(),
                                Map.of("name", intent.name(), "attempts", String.valueOf(attempts(intent))));
            }));
            return left.isPresent();
        }
    }

    private static int attempts(JournalEntry intent) {
        return intent.tries().map(JournalEntry.Tries::count).orElse(0);
    }

    /** How many onboardings and pushes are unfinished; opens none of them. */
    public long unfinished() {
        return journal.count();
    }

    private Result run(
            JournalEntry intent, ServerEntry server, Companion companion, Progress shown, Cancellation cancellation) {
        try (DeviceClaims.Claim claim = claims.claim(intent.device())) {
            Result result = onboardingSteps.run(intent, server, companion, shown, cancellation);
            result.failure().ifPresent(why -> journal.onboardingInVain(intent.device(), why));
            return result;
        }
    }
}
