package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.cli.CommandLineRig.Result;
import dev.gangway.line.batch.BatchState;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists that are put into a folder, run on a practice server. */
class BatchWatchIT {
    @TempDir
    private Path home;

    private PracticeServer server;
    private CommandLineRig rig;
    private Path folder;
    private String recipe;

    @BeforeEach
    void open() throws IOException {
        server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        rig = new CommandLineRig(home);
        rig.vaultWith("plant", server);
        recipe = home.resolve("unit.json").toString();
        rig.passes("recipe", "create", "unit", "--server", "plant", "--test", "none", "--out", recipe);
        folder = Files.createDirectory(home.resolve("in"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void listsAreRunAndMovedOnWithTheirResults() throws IOException {
        put("one.csv", "serial\nW1\nW2\n");
        put("two.json", "[{\"serial\":\"W3\"},{\"serial\":\"W4\"}]");
        put("three.jsonl", "{\"serial\":\"W5\"}\n{\"serial\":\"W6\"}\n");
        put("bad.csv", "serial\nW7\nW7\n");
        put("broken.json", "[{\"serial\":\"W8\"},");
        put("notes.pdf", "%PDF");
        put("half.csv.part", "serial\nW9\n");
        Result result = watch("--json");
        assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.FAIL);
        assertThat(result.err()).contains("notes.pdf");
        assertThat(names("done"))
                .contains(
                        "one.csv",
                        "one.csv.results.csv",
                        "one.csv.summary.json",
                        "two.json",
                        "two.json.results.csv",
                        "three.jsonl")
                .doesNotContain("bad.csv", "broken.json");
        assertThat(names("failed")).contains("bad.csv", "bad.csv.summary.json", "broken.json");
        assertThat(names("working")).containsExactly(".lock");
        assertThat(names(".")).contains("notes.pdf", "half.csv.part").doesNotContain("one.csv");
        assertThat(devices()).containsExactlyInAnyOrder("W1", "W2", "W3", "W4", "W5", "W6");
        assertThat(Files.readString(folder.resolve("done/two.json.results.csv")))
                .contains("W3")
                .contains("PASS");
        JsonNode bad = new ObjectMapper()
                .readTree(folder.resolve("failed/bad.csv.summary.json").toFile());
        assertThat(bad.path("good").asBoolean(true)).isFalse();
        assertThat(bad.at("/diagnosis/code").asText()).isEqualTo("batch.lines-bad");
        assertThat(bad.at("/faults/0/line").asInt()).isEqualTo(3);
        assertThat(new ObjectMapper()
                        .readTree(folder.resolve("failed/broken.json.summary.json")
                                .toFile())
                        .at("/diagnosis/code")
                        .asText())
                .isEqualTo("table.json-broken");
    }

    @Test
    void aListOfTheSameNameIsKeptBesideTheFirstAndRunsNothingTwice() throws IOException {
        put("one.csv", "serial\nW1\n");
        assertThat(watch().code()).isZero();
        put("one.csv", "serial\nW1\n");
        assertThat(watch().code()).isEqualTo(ExitCode.FAIL);
        assertThat(names("done")).contains("one.csv");
        assertThat(names("failed")).contains("one-2.csv");
        assertThat(devices()).containsExactly("W1");
    }

    @Test
    void whatWasBrokenOffIsGoneOnWithAndWhatWasThroughIsOnlyMovedOn() throws IOException {
        // as kill -9 leaves them: one list with a result for its first line, one through, one just taken
        put("cut.csv", "serial\nW1\nW2\n");
        Path working = Files.createDirectory(folder.resolve("working"));
        Path cut = Files.move(folder.resolve("cut.csv"), working.resolve("cut.csv"));
        Path results = working.resolve("cut.csv.results.csv");
        rig.run("batch", "run", recipe, cut.toString(), "--results", results.toString());
        List<String> lines = Files.readAllLines(results);
        Files.writeString(
                results,
                lines.get(0) + "\n" + lines.get(1) + "\n" + lines.get(2).substring(0, 5));
        assertThat(BatchState.beside(results)).exists();
        Files.writeString(working.resolve("through.csv"), "serial\nW3\n");
        Files.writeString(working.resolve("through.csv.results.csv"), "serial\n");
        Files.writeString(working.resolve("through.csv.end"), "done");
        Files.writeString(working.resolve("taken.csv"), "serial\nW4\n");
        Files.writeString(working.resolve("taken.csv.results.csv"), "serial,name"); // before its state was written

        Result result = watch();
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(names("done")).contains("cut.csv", "through.csv", "taken.csv", "taken.csv.results.csv");
        assertThat(names("working")).containsExactly(".lock");
        assertThat(devices()).containsExactlyInAnyOrder("W1", "W2", "W4");
        assertThat(Files.readAllLines(folder.resolve("done/cut.csv.results.csv")))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).doesNotContain("FAIL", "ERROR"));
    }

    @Test
    void aListThatGrowsIsNotTakenAndTwoWatchersAreRefused() throws Exception {
        put("grows.csv", "serial\nW1\n");
        CompletableFuture<Result> watching = CompletableFuture.supplyAsync(
                () -> rig.run("batch", "watch", recipe, folder.toString(), "--settle-seconds", "3600"),
                work -> Thread.ofPlatform().daemon().start(work)); // the common pool is that of the second one's server
        try {
            await().until(() -> Files.exists(folder.resolve("working/.lock")));
            Result second = new CommandLineRig(Files.createDirectory(home.resolve("other")))
                    .run("batch", "watch", recipe, folder.toString(), "--practice");
            assertThat(second.err()).contains("batch.running-elsewhere");
        } finally {
            rig.cancellation().cancel();
        }
        assertThat(watching.get().code()).isEqualTo(ExitCode.CANCELLED);
        assertThat(folder.resolve("grows.csv")).exists();
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        assertThat(rig.run("batch", "watch", recipe, home.resolve("nowhere").toString(), "--once")
                        .err())
                .contains("batch.folder-missing");
    }

    private void put(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private Result watch(String... more) {
        List<String> words = new ArrayList<>(
                List.of("batch", "watch", recipe, folder.toString(), "--once", "--settle-seconds", "0"));
        words.addAll(List.of(more));
        return rig.run(words.toArray(String[]::new));
    }

    private List<String> names(String in) throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve(in))) {
            return all.map(each -> each.getFileName().toString()).toList();
        }
    }

    private List<String> devices() {
        List<String> names = new ArrayList<>();
        rig.passes("device", "list", "--json").json().findValues("name").forEach(name -> names.add(name.asText()));
        return names;
    }
}
