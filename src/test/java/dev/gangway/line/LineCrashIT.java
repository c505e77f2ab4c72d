package dev.gangway.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.app.Main;
import dev.gangway.app.Wiring;
import dev.gangway.app.Workspace;
import dev.gangway.background.Cancellation;
import dev.gangway.credentials.PinSource;
import dev.gangway.device.Device;
import dev.gangway.line.batch.BatchState;
import dev.gangway.line.batch.ResultFile;
import dev.gangway.line.record.RecordChain;
import dev.gangway.line.record.RecordExport;
import dev.gangway.line.record.RecordVerifier;
import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.server.ServerAdapter;
import dev.gangway.vault.TestVaults;
import dev.gangway.vault.Vault;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program, killed in the middle of batch and station ({@code SIGKILL}) against a practice server in a process of its
 * own, and gone on with: nothing is doubled, lost or half, in vault, server, records and labels. How often is in
 * {@code gangway.line.kills}: 200 have to be asked for.
 */
class LineCrashIT {
    private static final int KILLS = Integer.getInteger("gangway.line.kills", 2);

    /** Units that come through between two kills, on an average. */
    private static final int UNITS_A_KILL = 8;

    private static final int UNITS = 6 + UNITS_A_KILL * KILLS;

    @TempDir
    private Path folder;

    private final Random random = new Random(12);
    private final Cancellation never = new Cancellation();
    private PracticeProcess server;
    private Path labels;

    @BeforeEach
    void open() throws Exception {
        server = PracticeProcess.start(folder);
        Files.createDirectory(folder.resolve("home"));
        TestVaults.create(vault()).close();
        try (Workspace workspace = workspace()) {
            workspace.servers().save(server.entry("plant"));
        }
        labels = Files.createDirectory(folder.resolve("labels"));
        Path template = Files.writeString(folder.resolve("label.txt"), "size 30 20\nqr 2 2 14 {serial}\n");
        Process made = gangway(
                "recipe",
                "create",
                "unit",
                "--credential",
                "x509",
                "--name",
                "unit-{serial}",
                "--server",
                "plant",
                "--label-template",
                template.toString(),
                "--out",
                folder.resolve("unit.json").toString());
        assertThat(exit(made)).isZero();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aBatchThatIsKilledAgainAndAgainComesToItsEndWithEachUnitOnce() throws Exception {
        Path list = folder.resolve("list.csv");
        Files.writeString(
                list,
                IntStream.range(0, UNITS).mapToObj(i -> "B%04d\n".formatted(i)).reduce("serial\n", String::concat));
        Path results = folder.resolve("out.csv");
        String[] begin = site("batch", "run", recipe(), list.toString(), "--results", results.toString(), "--lanes=3");
        String[] resume = site("batch", "resume", results.toString());
        for (int kill = 0; kill < KILLS; kill++) {
            long before = lines(results);
            Process run = gangway(Files.exists(results) && before > 0 ? resume : begin);
            while (run.isAlive() && lines(results) <= before) { // which ends by itself where nothing is left
                run.waitFor(20, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
            killSoon(run);
            if (!Files.exists(BatchState.beside(results))) {
                Files.deleteIfExists(results); // killed before the batch had begun
            }
        }
        Process last = gangway(Files.exists(results) ? resume : begin);
        assertThat(exit(last)).as(log()).isZero();
        Map<String, List<UnitVerdict>> rows = new HashMap<>();
        ResultFile.read(
                        results,
                        entry -> rows.computeIfAbsent(entry.serial(), _ -> new ArrayList<>())
                                .add(entry.verdict()))
                .orThrow();
        assertThat(rows)
                .hasSize(UNITS)
                .allSatisfy((serial, all) -> assertThat(all).containsExactly(UnitVerdict.PASS));
        verify("B");
    }

    @Test
    void aFolderWhoseWatcherIsKilledAgainAndAgainHasEachListRunOnce() throws Exception {
        Path watched = Files.createDirectory(folder.resolve("in"));
        int each = UNITS / 2;
        for (int list = 0; list < 2; list++) {
            int from = list * each;
            int to = list == 0 ? each : UNITS;
            Files.writeString(
                    watched.resolve("list-" + list + ".csv"),
                    IntStream.range(from, to)
                            .mapToObj(i -> "W%04d\n".formatted(i))
                            .reduce("serial\n", String::concat));
        }
        String[] watch =
                site("batch", "watch", recipe(), watched.toString(), "--once", "--settle-seconds=0", "--lanes=3");
        for (int kill = 0; kill < KILLS; kill++) {
            long before = results(watched);
            Process run = gangway(watch);
            while (run.isAlive() && results(watched) <= before) {
                run.waitFor(20, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
            killSoon(run);
        }
        assertThat(exit(gangway(watch))).as(log()).isZero();
        try (Stream<Path> failed = Files.list(watched.resolve("failed"))) {
            assertThat(failed).isEmpty();
        }
        List<UnitVerdict> verdicts = new ArrayList<>();
        Set<String> serials = new TreeSet<>();
        for (int list = 0; list < 2; list++) {
            assertThat(watched.resolve("done/list-" + list + ".csv")).exists();
            ResultFile.read(watched.resolve("done/list-" + list + ".csv.results.csv"), entry -> {
                        verdicts.add(entry.verdict());
                        serials.add(entry.serial());
                    })
                    .orThrow();
        }
        assertThat(serials).hasSize(UNITS);
        assertThat(verdicts).hasSize(UNITS).containsOnly(UnitVerdict.PASS);
        verify("W");
    }

    /** Lines of results in all places of a watched folder. */
    private static long results(Path watched) throws IOException {
        long lines = 0;
        for (String place : List.of("working", "done")) {
            for (int list = 0; list < 2; list++) {
                try {
                    lines += lines(watched.resolve(place).resolve("list-" + list + ".csv.results.csv"));
                } catch (java.nio.file.NoSuchFileException moved) {
                    // it is moved on right now, and counted at the next look
                }
            }
        }
        return lines;
    }

    @Test
    void aStationThatIsKilledAgainAndAgainBringsEachUnitOnBoardOnce() throws Exception {
        Set<String> open = new TreeSet<>();
        IntStream.range(0, UNITS).forEach(i -> open.add("S%04d".formatted(i)));
        for (int kill = 0; kill <= KILLS; kill++) {
            Process run = gangway(site("station", recipe(), "--lanes=3", "--json"));
            OutputStream in = run.getOutputStream();
            for (String serial : open) {
                in.write((serial + "\n").getBytes(StandardCharsets.UTF_8));
            }
            in.flush();
            boolean last = kill == KILLS || open.isEmpty(); // a quick machine is through before the last kill
            if (last) {
                in.close();
            }
            try (BufferedReader verdicts = run.inputReader()) {
                boolean killed = last;
                for (String line = verdicts.readLine(); line != null; line = verdicts.readLine()) {
                    JsonNode verdict = new ObjectMapper().readTree(line);
                    boolean done = verdict.path("verdict").asText().equals("pass")
                            || verdict.at("/diagnosis/code").asText().equals("station.done-already");
                    if (done) {
                        open.remove(verdict.path("serial").asText());
                    }
                    if (!killed) {
                        killed = true;
                        killSoon(run);
                    }
                }
            }
            run.waitFor();
            if (last) {
                break;
            }
        }
        assertThat(open).as(log()).isEmpty();
        verify("S");
    }

    /** At some moment of what goes on for about a second. */
    private void killSoon(Process run) throws InterruptedException {
        run.waitFor(random.nextInt(900), java.util.concurrent.TimeUnit.MILLISECONDS);
        run.toHandle().destroyForcibly();
        run.waitFor();
    }

    private void verify(String prefix) throws IOException {
        try (Workspace workspace = workspace()) {
            assertThat(workspace.onboarding().unfinished()).isZero();
            List<Device> devices = workspace.devices().all();
            assertThat(devices)
                    .extracting(Device::name)
                    .containsExactlyInAnyOrder(IntStream.range(0, UNITS)
                            .mapToObj(i -> "unit-%s%04d".formatted(prefix, i))
                            .toArray(String[]::new));
            ServerAdapter adapter =
                    workspace.servers().session(server.entry("plant")).orThrow();
            for (Device device : devices) {
                ServerAdapter.RemoteDevice there =
                        adapter.find(device.name(), never).orThrow().orElseThrow();
                assertThat(device.server().remoteId()).hasValue(there.id());
                assertThat(adapter.isSame(adapter.credential(there.id(), never).orThrow(), device.credential()))
                        .isTrue();
            }
        }
        Map<String, Integer> passes = new HashMap<>();
        Path file = folder.resolve("records.json");
        try (Vault vault = TestVaults.unlock(vault())) {
            new RecordExport(new RecordChain(vault, Clock.systemUTC()))
                    .write(file, RecordExport.Form.JSON, List.of(), record -> true)
                    .orThrow();
            assertThat(vault.audit().firstBroken()).isEmpty();
        }
        assertThat(RecordVerifier.verify(file, Map.of()).orThrow().findings()).isEmpty();
        for (String line : Files.readAllLines(file)) {
            JsonNode record = new ObjectMapper().readTree(line);
            if (record.path("verdict").asText().equals("PASS")) {
                passes.merge(record.path("serial").asText(), 1, Integer::sum);
            }
        }
        assertThat(passes)
                .hasSize(UNITS)
                .allSatisfy((serial, count) -> assertThat(count).isEqualTo(1));
        try (Stream<Path> files = Files.list(labels)) {
            List<Path> all = files.sorted().toList();
            assertThat(all).hasSize(UNITS);
            for (Path each : all) {
                assertThat(ImageIO.read(each.toFile())).as("%s", each).isNotNull();
            }
        }
    }

    private static long lines(Path results) throws IOException {
        return Files.exists(results) ? Files.readString(results).lines().count() : 0;
    }

    private String recipe() {
        return folder.resolve("unit.json").toString();
    }

    private Path vault() {
        return folder.resolve("home").resolve("vault.sqlite");
    }

    private Workspace workspace() {
        return new Wiring(Clock.systemUTC()).over(TestVaults.unlock(vault()), PinSource.NONE);
    }

    private String[] site(String... words) {
        return Stream.concat(
                        Stream.of(words),
                        Stream.of("--server=plant", "--station=bay", "--label-form=png", "--label-folder=" + labels))
                .toArray(String[]::new);
    }

    private Process gangway(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("GANGWAY_HOME", folder.resolve("home").toString());
        builder.environment().put("GANGWAY_PASSPHRASE", TestVaults.PASSPHRASE);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "log")));
        if (words[0].equals("batch") || words[0].equals("recipe")) {
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "log")));
        }
        return builder.start();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private static int exit(Process process) throws InterruptedException {
        return process.waitFor();
    }
}
