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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A line controller's view: recipes made without a window, and shifts through standard input and output. */
class StationCommandIT {
    @TempDir
    private Path home;

    @Test
    void aRecipeWrittenWithoutAVaultRunsAShiftOnThePracticeServer() throws IOException {
        CommandLineRig rig = new CommandLineRig(home, Map.of());
        Path file = home.resolve("pump.json");
        Result made = rig.run(
                "recipe",
                "create",
                "pump",
                "--credential",
                "x509",
                "--name",
                "pump-{serial}",
                "--out",
                file.toString());
        assertThat(made.code()).as(made.err()).isEqualTo(ExitCode.PASS);
        assertThat(rig.run("recipe", "check", file.toString(), "--practice").code())
                .isEqualTo(ExitCode.PASS);

        rig.type("SN-1\n\nSN-2\n SN-1 \n");
        Result shift = rig.run("station", file.toString(), "--practice", "--json");
        List<JsonNode> lines = lines(shift);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0).path("verdict").asText()).isEqualTo("pass");
        assertThat(lines.get(0).path("device").asText()).isEqualTo("pump-SN-1");
        assertThat(lines.get(0).at("/tls/version").asText()).startsWith("TLS");
        assertThat(lines.get(1).path("verdict").asText()).isEqualTo("pass");
        assertThat(lines.get(2).path("verdict").asText()).isEqualTo("fail");
        assertThat(lines.get(2).at("/diagnosis/code").asText()).isEqualTo("station.done-already");
        assertThat(lines.get(3).at("/shift/units").asInt()).isEqualTo(2);
        assertThat(lines.get(3).at("/shift/passed").asInt()).isEqualTo(2);
        assertThat(lines.get(3).at("/shift/yield").asDouble()).isEqualTo(1);
        assertThat(shift.code()).isEqualTo(ExitCode.FAIL);
        try (var files = Files.list(home)) {
            assertThat(files).containsExactly(file); // it leaves nothing behind
        }
    }

    @Test
    void operatorGoldenUnitsAndQuarantineAreKept() throws IOException {
        CommandLineRig rig = new CommandLineRig(home);
        try (PracticeServer server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow()) {
            rig.vaultWith("plant", server);
            String script = "grep -q BAD && echo '{\"ok\":false,\"message\":\"no answer\"}' || echo '{\"ok\":true}'";
            Result made = rig.run(
                    "recipe",
                    "create",
                    "pump",
                    "--server",
                    "plant",
                    "--needs-operator",
                    "--golden-good",
                    "GOLD",
                    "--golden-bad",
                    "BAD-GOLD",
                    "--attempts",
                    "2",
                    "--program",
                    "/bin/sh",
                    "-c",
                    script);
            assertThat(made.code()).as(made.err()).isEqualTo(ExitCode.PASS);

            rig.type("SN-1\n");
            assertThat(codes(rig.run("station", "pump", "--json"))).containsExactly("station.operator-missing");

            rig.type("SN-1\nGOLD\nSN-1\nBAD-GOLD\nSN-1\nBAD-7\nBAD-7\nBAD-7\n");
            Result shift = rig.run("station", "pump", "--operator", "M. Weber", "--json");
            assertThat(codes(shift))
                    .containsExactly(
                            "station.golden-good-first",
                            "",
                            "station.golden-bad-next",
                            "unit.not-written",
                            "",
                            "unit.not-written",
                            "unit.not-written",
                            "station.quarantined");
            JsonNode numbers = lines(shift).getLast().path("shift");
            assertThat(numbers.path("units").asInt()).isEqualTo(2);
            assertThat(numbers.path("failed").asInt()).isEqualTo(1);
            assertThat(numbers.at("/causes/unit.not-written").asInt()).isEqualTo(2);

            rig.type("GOLD\n");
            assertThat(codes(rig.run("station", "pump", "--operator", "M. Weber", "--json")))
                    .containsExactly(""); // a golden unit comes each shift
        }
    }

    @Test
    void recipesAreExportedSignedAndAChangedFileIsRefused() throws IOException {
        CommandLineRig rig = new CommandLineRig(home);
        assertThat(rig.run("vault", "create").code()).isEqualTo(ExitCode.PASS);
        assertThat(rig.run("recipe", "create", "valve", "--credential", "x509").code())
                .isEqualTo(ExitCode.PASS);
        assertThat(rig.run(
                                "recipe",
                                "create",
                                "valve",
                                "--credential",
                                "token",
                                "--lanes",
                                "4",
                                "--program",
                                "/opt/flash")
                        .out())
                .contains("version 2");
        Path file = home.resolve("valve.json");
        assertThat(rig.run("recipe", "export", "valve", "--out", file.toString())
                        .code())
                .isEqualTo(ExitCode.PASS);
        Result same = rig.run("recipe", "import", file.toString());
        assertThat(same.out())
                .contains("version 2", "Signed with the key", "runs this program on this computer: /opt/flash");

        Files.writeString(file, Files.readString(file).replace("\"lanes\" : 4", "\"lanes\" : 5"));
        Result changed = rig.run("recipe", "import", file.toString());
        assertThat(changed.code()).isEqualTo(ExitCode.INPUT);
        assertThat(changed.err()).contains("not what was signed");

        Path unknown = home.resolve("unknown.json");
        Files.writeString(
                unknown,
                "{\"name\":\"x\",\"namePattern\":\"{serial}\",\"credential\":{\"type\":\"token\"," + "\"lenght\":20}}");
        assertThat(rig.run("recipe", "import", unknown.toString()).err()).contains("credential.lenght");
        assertThat(rig.run("recipe", "show", "nothing").code()).isEqualTo(ExitCode.INPUT);
    }

    /** Codes of the diagnoses, in order; empty where there is none. */
    private static List<String> codes(Result result) throws IOException {
        return lines(result).stream()
                .filter(line -> line.has("verdict"))
                .map(line -> line.at("/diagnosis/code").asText())
                .toList();
    }

    private static List<JsonNode> lines(Result result) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : result.out().lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        assertThat(lines).as(result.err()).isNotEmpty();
        return lines;
    }
}
