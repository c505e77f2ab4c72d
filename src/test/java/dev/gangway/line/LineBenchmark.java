package dev.gangway.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.app.Wiring;
import dev.gangway.app.Workspace;
import dev.gangway.background.Cancellation;
import dev.gangway.credentials.PinSource;
import dev.gangway.line.batch.BatchRun;
import dev.gangway.line.batch.BatchState;
import dev.gangway.line.batch.LineReading;
import dev.gangway.line.batch.Totals;
import dev.gangway.line.batch.UnitList;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCredential;
import dev.gangway.line.recipe.StationRules;
import dev.gangway.line.station.Station;
import dev.gangway.line.unit.UnitOrder.Existing;
import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.pki.KeyType;
import dev.gangway.vault.TestVaults;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Units a second with key, certificate, push and traced test, in a vault on disk, against the same calls bare and against
 * a script; the practice server runs in a process of its own. They take turns, so that what else runs hits all alike.
 */
@Tag("benchmark")
class LineBenchmark {
    private static final int LANES = 8;
    private static final int STATION_LANES = 10;
    private static final int UNITS = Integer.getInteger("gangway.line.units", 200);
    private static final int ROUNDS = Integer.getInteger("gangway.line.rounds", 5);

    @TempDir
    private Path folder;

    private final Cancellation never = new Cancellation();
    private int made;
    private double meanLanes;

    @Test
    void aBatchIsAsQuickAsItsCalls() throws Exception {
        try (PracticeProcess server = PracticeProcess.start(folder)) {
            TestVaults.create(folder.resolve("line.vault")).close();
            try (Workspace workspace = new Wiring(Clock.systemUTC())
                            .over(TestVaults.unlock(folder.resolve("line.vault")), PinSource.NONE);
                    BareCalls bare = new BareCalls(server)) {
                workspace.servers().save(server.entry("plant"));
                double[] batch = new double[ROUNDS];
                double[] lanes = new double[ROUNDS];
                double[] calls = new double[ROUNDS];
                double[] script = new double[ROUNDS];
                for (int round = -2; round < ROUNDS; round++) {
                    Processor spent = new Processor(server);
                    double ours = batch(workspace);
                    String oursSpent = spent.perUnit();
                    double theirs = bare(bare);
                    String theirsSpent = spent.perUnit();
                    double station = station(workspace);
                    double shell = round < 0 ? 0 : script(server);
                    System.out.printf(
                            Locale.ROOT,
                            "round %2d: batch %.1f by %.1f lanes (%s), bare %.1f (%s), ten lanes %.1f, script %.1f a"
                                    + " second%n",
                            round,
                            ours,
                            meanLanes,
                            oursSpent,
                            theirs,
                            theirsSpent,
                            station,
                            shell);
                    if (round >= 0) {
                        batch[round] = ours;
                        calls[round] = theirs;
                        lanes[round] = station;
                        script[round] = shell;
                    }
                }
                row("batch, " + LANES + " lanes, units a second", batch, 1);
                row("the same calls bare, " + LANES + " connections", calls, median(batch) / median(calls));
                row("script of openssl, curl, mosquitto_pub", script, median(batch) / median(script));
                row("station, " + STATION_LANES + " lanes, of the batch", lanes, median(lanes) / median(batch));
            }
        }
    }

    /** Processor time since it was asked last: other programs on the machine do not change it much. */
    private static final class Processor {
        private final PracticeProcess server;
        private long client = own();
        private long there;

        Processor(PracticeProcess server) {
            this.server = server;
            there = server.cpuMillis();
        }

        String perUnit() {
            long clientNow = own();
            long thereNow = server.cpuMillis();
            String text = "%.1f + %.1f ms of processor a unit"
                    .formatted((clientNow - client) / (double) UNITS, (thereNow - there) / (double) UNITS);
            client = clientNow;
            there = thereNow;
            return text;
        }

        private static long own() {
            return ProcessHandle.current()
                    .info()
                    .totalCpuDuration()
                    .orElse(Duration.ZERO)
                    .toMillis();
        }
    }

    private double batch(Workspace workspace) throws Exception {
        int first = made;
        made += UNITS;
        Path list = folder.resolve("list" + first + ".csv");
        Files.writeString(
                list,
                IntStream.range(first, made)
                        .mapToObj(i -> "S" + i)
                        .collect(Collectors.joining("\n", "serial\n", "\n")));
        Path results = folder.resolve("results" + first + ".csv");
        UnitList units = UnitList.open(list, Optional.empty()).orThrow();
        LineReading reading = new LineReading(units, recipe(), Existing.REFUSE, dev.gangway.diagnosis.Outcome::ok);
        BatchState state = BatchState.of(
                        units, Optional.empty(), "unit", 1, Existing.REFUSE, false, new java.util.BitSet(), LANES)
                .orThrow();
        LongAdder lanes = new LongAdder();
        long began = System.nanoTime();
        Totals totals = new BatchRun(workspace.units(), code -> code.code(), results, LANES)
                .begin(state, units, reading, new BitSet(), UNITS, (row, now, at) -> lanes.add(at), never)
                .orThrow();
        long took = System.nanoTime() - began;
        assertThat(totals.count(UnitVerdict.PASS)).isEqualTo(UNITS);
        meanLanes = lanes.sum() / (double) UNITS;
        return UNITS * 1e9 / took;
    }

    private double station(Workspace workspace) throws Exception {
        Station station = new Station(workspace.units(), recipe());
        return together(
                STATION_LANES,
                i -> assertThat(station.run("T" + i, step -> {}, never).verdict())
                        .isEqualTo(UnitVerdict.PASS));
    }

    private double bare(BareCalls calls) throws Exception {
        return together(LANES, i -> calls.unit("bare-" + i));
    }

    /** Does it for as many units as a batch has, so many at once. */
    private double together(int atOnce, Unit unit) throws Exception {
        int first = made;
        made += UNITS;
        AtomicInteger next = new AtomicInteger(first);
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
            List<java.util.concurrent.Future<Integer>> all = IntStream.range(0, atOnce)
                    .mapToObj(_ -> threads.submit(() -> {
                        for (int i = next.getAndIncrement(); i < first + UNITS; i = next.getAndIncrement()) {
                            unit.run(i);
                        }
                        return atOnce;
                    }))
                    .toList();
            for (java.util.concurrent.Future<Integer> each : all) {
                each.get();
            }
        }
        return UNITS * 1e9 / (System.nanoTime() - began);
    }

    @FunctionalInterface
    private interface Unit {
        void run(int number) throws Exception;
    }

    /** One after the other, as such a script does. */
    private double script(PracticeProcess server) throws Exception {
        int first = made;
        int count = Math.max(10, UNITS / 10);
        made += count;
        Path authority = Files.writeString(folder.resolve("authority.pem"), server.text("authority"));
        Path file = folder.resolve("script.sh");
        try (java.io.InputStream source =
                java.util.Objects.requireNonNull(LineBenchmark.class.getResourceAsStream("onboard.sh"))) {
            Files.write(file, source.readAllBytes());
        }
        long began = System.nanoTime();
        Process process = new ProcessBuilder(
                        "sh",
                        file.toString(),
                        server.url().toString(),
                        server.text("user"),
                        server.text("password"),
                        String.valueOf(server.port("mqttsPort")),
                        authority.toString(),
                        String.valueOf(first),
                        String.valueOf(count))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "script.log"))
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("script.log")))
                .isZero();
        return count * 1e9 / (System.nanoTime() - began);
    }

    private static Recipe recipe() {
        return new Recipe(
                "unit",
                1,
                "unit-{serial}",
                "",
                "default",
                "",
                Map.of(),
                new RecipeCredential.SelfSigned(KeyType.EC_P256, Duration.ofDays(365), "CN={name}"),
                Optional.of("plant"),
                Recipe.Proof.TELEMETRY,
                Optional.empty(),
                StationRules.USUAL,
                Optional.empty());
    }

    private static void row(String name, double[] rates, double ratio) {
        System.out.printf(Locale.ROOT, "%-45s %8.1f   ratio %.2f%n", name, median(rates), ratio);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
