package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.cli.CommandLineRig.Result;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches as a line controller runs them. */
class BatchCommandsIT {
    private static final int UNITS = 24;

    @TempDir
    private Path home;

    @Test
    void aListIsCheckedRunCountedAndFedInAgain() throws IOException {
        CommandLineRig rig = new CommandLineRig(home, Map.of());
        String recipe = recipe(rig);
        Path list = list("A,unit-A,x", "B,,x");
        Path results = home.resolve("out.csv");

        Result checked = rig.run("batch", "check", recipe, list.toString(), "--practice", "--json");
        assertThat(checked.code()).isEqualTo(ExitCode.FAIL);
        assertThat(json(checked).at("/bad").asInt()).isEqualTo(1);
        assertThat(json(checked).at("/faults/0/line").asInt()).isEqualTo(UNITS + 3);
        assertThat(json(checked).at("/faults/0/code").asText()).isEqualTo("batch.name-blank");

        Result refused = rig.run(
                "batch", "run", recipe, list.toString(), "--practice", "--results", results.toString(), "--json");
        assertThat(refused.code()).isEqualTo(ExitCode.INPUT);
        assertThat(results).doesNotExist();

        Result run = rig.run(
                "batch",
                "run",
                recipe,
                list.toString(),
                "--practice",
                "--leave-out-bad",
                "--results",
                results.toString(),
                "--json");
        assertThat(run.code()).as(run.err() + run.out()).isEqualTo(ExitCode.PASS);
        assertThat(json(run).at("/total").asInt()).isEqualTo(UNITS + 1);
        assertThat(json(run).at("/passed").asInt()).isEqualTo(UNITS + 1);
        assertThat(json(run).at("/leftOut").asInt()).isEqualTo(1);
        assertThat(Files.readAllLines(results)).hasSize(UNITS + 2);

        Result report = rig.run("batch", "report", results.toString(), "--json");
        assertThat(json(report).at("/passed").asInt()).isEqualTo(UNITS + 1);

        Result again = rig.run("batch", "run", recipe, results.toString(), "--practice", "--json");
        assertThat(again.out()).contains("batch.nothing-to-do");
    }

    @Test
    void whatACrashLeftIsGoneOnWithAndNothingIsDoneTwice() throws IOException {
        CommandLineRig rig = new CommandLineRig(home);
        try (PracticeServer server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow()) {
            rig.vaultWith("plant", server);
            String recipe = recipe(rig);
            Path list = list();
            Path results = home.resolve("out.csv");
            Result run = rig.run(
                    "batch",
                    "run",
                    recipe,
                    list.toString(),
                    "--server",
                    "plant",
                    "--results",
                    results.toString(),
                    "--json");
            assertThat(run.code()).as(run.err() + run.out()).isEqualTo(ExitCode.PASS);

            // units that were through when the crash came, their lines not yet in the file, or half of one
            List<String> lines = Files.readAllLines(results);
            Files.writeString(
                    results,
                    String.join("\n", lines.subList(0, UNITS - 5)) + "\n"
                            + lines.get(UNITS - 5).substring(0, 9));
            Result resumed = rig.run("batch", "resume", results.toString(), "--server", "plant", "--json");
            assertThat(resumed.code()).as(resumed.err() + resumed.out()).isEqualTo(ExitCode.PASS);
            assertThat(json(resumed).at("/passed").asInt()).isEqualTo(UNITS);
            List<String> whole = Files.readAllLines(results);
            assertThat(whole.stream().map(line -> line.split(",")[0]).distinct())
                    .hasSize(UNITS + 1);
            assertThat(whole).hasSize(UNITS + 1);
            Result devices = rig.run("device", "list", "--json");
            assertThat(new ObjectMapper().readTree(devices.out()).findValuesAsText("name"))
                    .filteredOn(name -> name.startsWith("unit-"))
                    .hasSize(UNITS)
                    .doesNotHaveDuplicates();

            Files.writeString(list, "serial\nX\n");
            Result changed = rig.run("batch", "resume", results.toString(), "--server", "plant", "--json");
            assertThat(changed.out()).contains("batch.list-changed");
        }
    }

    private static JsonNode json(Result result) throws IOException {
        return new ObjectMapper().readTree(result.out());
    }

    private String recipe(CommandLineRig rig) {
        Path file = home.resolve("unit.json");
        Result made = rig.run(
                "recipe",
                "create",
                "unit",
                "--credential",
                "x509",
                "--name",
                "unit-{serial}",
                "--out",
                file.toString());
        assertThat(made.code()).as(made.err()).isEqualTo(ExitCode.PASS);
        return file.toString();
    }

    private Path list(String... more) throws IOException {
        StringBuilder text = new StringBuilder("serial,name,note\n");
        IntStream.range(0, UNITS).forEach(i -> text.append("S%03d,unit-%03d,\n".formatted(i, i)));
        List.of(more).forEach(line -> text.append(line).append('\n'));
        return Files.writeString(home.resolve("list.csv"), text);
    }
}
