package dev.gangway.testing;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.export.Recording;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.ServerSeen;
import dev.gangway.bench.model.TestBench;
import dev.gangway.bench.model.Verdict;
import dev.gangway.credentials.FreshTokens;
import dev.gangway.credentials.Identities;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.inventory.Servers;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tests of devices in the vault, and what is kept of them. */
public final class DeviceTests {
    /** Runs kept for each device; older ones are dropped, but never the last pass. */
    static final int KEPT = 100;

    private final Vault vault;
    private final Repository<RunSummary> runs;
    private final TestBench bench;
    private final TestPlans plans;
    private final FirstContacts firstContacts;
    private final KeptRuns timelines;
    private final FreshTokens tokens;

    /** Tests devices of this vault by {@code bench}, signed in with tokens and keys that are good now. */
    public DeviceTests(
            Vault vault, Servers servers, TestBench bench, FreshTokens tokens, Identities identities, Clock clock) {
        this.vault = vault;
        this.bench = bench;
        this.tokens = tokens;
        runs = vault.repository(TestRecordTypes.RUN);
        firstContacts = new FirstContacts(vault, servers, clock);
        plans = new TestPlans(servers, identities, clock);
        timelines = new KeptRuns(vault);
    }

    /** As {@link #plan(Device, TestChoices, Cancellation)}, for callers that wait for its deadlines. */
    public Outcome<Plan> plan(Device device, TestChoices choices) {
        return plan(device, choices, new Cancellation());
    }

    /**
     * What a test of this device would do. Fails where it could not even begin, for example without a listener. Blocks
     * where the device signs in with a token that has to be fetched.
     */
    public Outcome<Plan> plan(Device device, TestChoices choices, Cancellation cancellation) {
        return tokens.of(device, cancellation).then(ready -> plans.of(ready, choices));
    }

    /**
     * Runs a plan for a device and keeps its result; blocks until the verdict. The server's certificate is compared with
     * that of the last pass.
     *
     * @param live as at {@link TestBench#run}
     */
    public Run run(Device device, Plan plan, Consumer<Event> live, Cancellation cancellation) {
        return run(device, plan, live, cancellation, run -> {});
    }

    /**
     * The same.
     *
     * @param together called with the run in the transaction that keeps its result, so that what it writes to the vault
     *     is there together with that
     */
    public Run run(Device device, Plan plan, Consumer<Event> live, Cancellation cancellation, Consumer<Run> together) {
        return run(device, plan, live, cancellation, run -> {}, together);
    }

    /**
     * The same.
     *
     * @param before called with the run before that transaction
     */
    public Run run(
            Device device,
            Plan plan,
            Consumer<Event> live,
            Cancellation cancellation,
            Consumer<Run> before,
            Consumer<Run> together) {
        Run run = bench.run(plan.knowing(lastSeen(device.id(), plan.endpoint())), live, cancellation);
        before.accept(run);
        RunSummary summary = RunSummary.of(device.id(), run);
        Optional<byte[]> packed = KeptRuns.packed(run);
        vault.atomically(() -> {
            keep(summary, packed, device.name());
            together.accept(run);
        });
        if (run.passed()) {
            firstContacts.note(device, cancellation);
        }
        return run;
    }

    /** Connects as this device, once, and says why it was refused; empty where it was taken. */
    public Optional<Diagnosis> refusal(Device device, Cancellation cancellation) {
        Outcome<Plan> plan = plan(device, TestChoices.standard().with(TestChoices.Telemetry.NONE), cancellation);
        return switch (plan) {
            case Outcome.Failed<Plan>(Diagnosis why) -> Optional.of(why);
            case Outcome.Ok<Plan>(Plan ready) ->
                switch (run(device, ready, event -> {}, cancellation).verdict()) {
                    case Verdict.Passed passed -> Optional.empty();
                    case Verdict.Failed(Diagnosis why) -> Optional.of(why);
                    case Verdict.Cancelled cancelled ->
                        Optional.of(Diagnosis.of(OnboardingCode.CANCELLED).build());
                };
        };
    }

    /** Runs a plan that belongs to no device; nothing is kept of it. */
    public Run runAlone(Plan plan, Consumer<Event> live, Cancellation cancellation) {
        return bench.run(plan, live, cancellation);
    }

    /** Settles by one more connection what a refusal left open; the history keeps the test as it was. */
    public Run findOut(Run refused, Experiment experiment, Consumer<Event> live, Cancellation cancellation) {
        return bench.findOut(refused, experiment, live, cancellation);
    }

    /** Has a stock Java client try the same credential; the history keeps the test as it was. */
    public Run alsoStockJava(Run finished, Cancellation cancellation) {
        return bench.alsoStockJava(finished, cancellation);
    }

    /** Results of a device's tests, newest first: by when they were kept, for a clock may have been set back. */
    public List<RunSummary> history(UUID device) {
        return runs.find("device", device.toString()).reversed();
    }

    /** The newest result of each device that was ever tested. */
    public Map<UUID, RunSummary> newest() {
        try (Stream<RunSummary> newest = runs.lastOfEachKey()) {
            return newest.collect(Collectors.toMap(RunSummary::device, Function.identity()));
        }
    }

    /** When the device last passed, and what that took. */
    public Optional<RunSummary> lastPass(UUID device) {
        return history(device).stream().filter(DeviceTests::passed).findFirst();
    }

    /** What the server showed when the device last passed there. */
    private Optional<ServerSeen> lastSeen(UUID device, Endpoint endpoint) {
        return history(device).stream()
                .flatMap(run -> run.server().stream())
                .filter(seen -> seen.isAt(endpoint))
                .findFirst();
    }

    /** The timeline of a test, where it is still kept; without secrets. */
    public Optional<Recording> recording(UUID run) {
        return timelines.get(run);
    }

    /** Those of a device's tests whose timeline is still kept. */
    public Set<UUID> recorded(UUID device) {
        return timelines.of(device).collect(Collectors.toSet());
    }

    /** Lets go of everything that is kept of a device's tests; call in a transaction. */
    public void forget(UUID device) {
        runs.find("device", device.toString())
                .forEach(run -> runs.remove(run.id().toString()));
        timelines.forget(device);
    }

    private void keep(RunSummary summary, Optional<byte[]> packed, String name) {
        vault.atomically(() -> {
            runs.put(summary);
            List<RunSummary> all = history(summary.device());
            Optional<RunSummary> lastPass =
                    all.stream().filter(DeviceTests::passed).findFirst();
            all.stream()
                    .skip(KEPT)
                    .filter(old -> !lastPass.equals(Optional.of(old)))
                    .forEach(old -> runs.remove(old.id().toString()));
            timelines.keep(summary, packed, all, lastPass);
            vault.audit()
                    .append(
                            "device.tested",
                            summary.device().toString(),
                            Map.of("name", name, "verdict", summary.code(), "endpoint", summary.endpoint()));
        });
    }

    private static boolean passed(RunSummary run) {
        return run.result() == RunSummary.Result.PASSED;
    }
}
