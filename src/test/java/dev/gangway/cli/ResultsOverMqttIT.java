package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.bench.Mosquitto;
import dev.gangway.cli.CommandLineRig.Result;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results of units that the plant hears from its broker. */
class ResultsOverMqttIT {
    @TempDir
    private Path home;

    @Test
    @Tag("mosquitto")
    void whatABrokerDidNotTakeArrivesInOrderWhenItDoes() throws Exception {
        CommandLineRig rig = new CommandLineRig(home);
        Path passwords = Mosquitto.passwords(home, "plant", "line 3");
        try (PracticeServer server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                        .orThrow();
                Mosquitto broker = Mosquitto.start(home, "allow_anonymous false", "password_file " + passwords)) {
            rig.vaultWith("server", server);
            String recipe = home.resolve("unit.json").toString();
            rig.passes("recipe", "create", "unit", "--server", "server", "--out", recipe);
            String target = "mqtt://127.0.0.1:" + broker.port() + "/plant/results";
            List<String> login = List.of("--report-user", "plant", "--report-password-file");

            Result refused = station(rig, recipe, target, "S1\nS2\n", with(login, rig.file("wrong", "line 4")));
            assertThat(refused.code()).isZero(); // the units have passed; the plant is told later
            assertThat(refused.err()).contains("plant.not-taken", target).doesNotContain("line 4");

            // a session that the broker keeps, so that nothing has to be waited for
            assertThat(hear(broker, "-E")).isZero();
            Result taken = station(rig, recipe, target, "S3\n", with(login, rig.file("right", "line 3")));
            assertThat(taken.err()).isEmpty();
            assertThat(hear(broker, "-C", "3", "-W", "30")).isZero();
            List<JsonNode> records = new ArrayList<>();
            for (String line : heard()) {
                if (line.startsWith("{")) {
                    records.add(new ObjectMapper().readTree(line));
                }
            }
            assertThat(records).extracting(each -> each.path("serial").asText()).containsExactly("S1", "S2", "S3");
            assertThat(records).extracting(each -> each.path("number").asInt()).containsExactly(1, 2, 3);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mqtt://broker",
                "mqtt://broker/",
                "mqtt://user:secret@broker/results",
                "mqtt://broker/results/#",
                "mqtts://broker/a+b",
                "mqtt://broker/results?x=1",
            })
    void anAddressThatNoResultCanGoToIsRefused(String target) {
        CommandLineRig rig = new CommandLineRig(home);
        String recipe = home.resolve("unit.json").toString();
        rig.passes("recipe", "create", "unit", "--out", recipe);
        Result refused = rig.run("station", recipe, "--practice", "--report-to", target);
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
    }

    private int hear(Mosquitto broker, String... until) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                "mosquitto_sub",
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(broker.port()),
                "-u",
                "plant",
                "-P",
                "line 3"));
        words.addAll(List.of("-i", "line", "-c", "-q", "1", "-t", "plant/results"));
        words.addAll(List.of(until));
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("heard").toFile())
                .start()
                .waitFor();
    }

    private List<String> heard() throws IOException {
        return Files.readAllLines(home.resolve("heard"));
    }

    private static List<String> with(List<String> options, String last) {
        List<String> all = new ArrayList<>(options);
        all.add(last);
        return all;
    }

    private static Result station(
            CommandLineRig rig, String recipe, String target, String serials, List<String> options) {
        rig.type(serials);
        List<String> words = new ArrayList<>(List.of("station", recipe, "--station=bay", "--report-to", target));
        words.addAll(options);
        return rig.run(words.toArray(String[]::new));
    }
}
