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
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final int SCRIPTED = Math.max(10, UNITS / 10);

    private int made;
    private double scriptMillis;
    private double meanLanes;

    @Test
    void aBatchIsAsQuickAsItsCalls() throws Exception {
        try (PracticeProcess server = PracticeProcess.start(folder)) {
            TestVaults.create(folder.resolve("line.vault")).close();
            try (Workspace workspace = new Wiring(Clock.systemUTC())
                            .over(TestVaults.unlock(folder.resolve("line.vault")), PinSource.NONE);
                    BareCalls bare = new BareCalls(server)) {
                workspace.servers().save(server.entry("plant"));
                Kind batch = new Kind("batch, " + LANES + " lanes");
                Kind calls = new Kind("the same calls bare, " + LANES + " connections");
                Kind lanes = new Kind("station, " + STATION_LANES + " lanes");
                Kind script = new Kind("script of openssl, curl, mosquitto_pub");
                ProcessorTime spent = new ProcessorTime(server.pid());
                for (int round = -2; round < ROUNDS; round++) {
                    spent.perUnit(1);
                    batch.add(batch(workspace), spent.perUnit(UNITS));
                    calls.add(bare(bare), spent.perUnit(UNITS));
                    lanes.add(station(workspace), spent.perUnit(UNITS));
                    double shell = round < 0 ? 0 : script(server);
                    script.add(shell, spent.there(SCRIPTED) + scriptMillis);
                    System.out.printf(
                            Locale.ROOT,
                            "round %2d: %s by %.1f lanes; %s; %s; %s%n",
                            round,
                            batch,
                            meanLanes,
                            calls,
                            lanes,
                            script);
                    if (round < 0) {
                        List.of(batch, calls, lanes, script).forEach(Kind::forget);
                    }
                }
                batch.beside(calls);
                batch.beside(script);
                lanes.beside(batch);
            }
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
        int count = SCRIPTED;
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
        int code = process.waitFor();
        long took = System.nanoTime() - began;
        List<String> said = Files.readAllLines(folder.resolve("script.log"));
        assertThat(code).as(said.toString()).isZero();
        scriptMillis = said.subList(said.size() - 2, said.size()).stream()
                        .flatMap(line -> Arrays.stream(line.split(" ")))
                        .mapToDouble(LineBenchmark::millis)
                        .sum()
                / count;
        return count * 1e9 / took;
    }

    /** Of what the shell says of its processor time: {@code 0m1.234s}. */
    private static double millis(String time) {
        String[] parts = time.replace("s", "").split("m");
        return Double.parseDouble(parts[0]) * 60_000 + Double.parseDouble(parts[1]) * 1_000;
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

    /** What one kind of work took, round by round. */
    private static final class Kind {
        private final String name;
        private final List<Double> rates = new ArrayList<>();
        private final List<Double> millis = new ArrayList<>();

        Kind(String name) {
            this.name = name;
        }

        void add(double rate, double processorMillis) {
            rates.add(rate);
            millis.add(processorMillis);
        }

        void forget() {
            rates.clear();
            millis.clear();
        }

        /** By the clock and by processor time: more than 1 where this is quicker. */
        void beside(Kind other) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.1f a second, %.2f ms of processor a unit; %s: %.1f, %.2f; ratio %.2f by the clock, %.2f by"
                            + " processor%n",
                    name,
                    median(rates),
                    median(millis),
                    other.name,
                    median(other.rates),
                    median(other.millis),
                    median(rates) / median(other.rates),
                    median(other.millis) / median(millis));
        }

        private static double median(List<Double> values) {
            return values.stream().sorted().toList().get(values.size() / 2);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s %.1f a second, %.2f ms", name, rates.getLast(), millis.getLast());
        }
    }
}
