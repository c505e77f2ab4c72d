package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gangway.cli.CommandLineRig.Result;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plant is asked before each unit and told after it. */
class PlantOptionsIT {
    @TempDir
    private Path home;

    private final List<JsonNode> questions = new CopyOnWriteArrayList<>();
    private final List<JsonNode> results = new CopyOnWriteArrayList<>();
    private volatile boolean takes = true;
    private HttpServer plant;

    @BeforeEach
    void open() throws IOException {
        plant = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        plant.createContext("/ask", exchange -> {
            JsonNode question = new ObjectMapper().readTree(exchange.getRequestBody());
            questions.add(question);
            boolean ok = !question.path("serial").asText().equals("P2");
            answer(exchange, 200, "{\"ok\":" + ok + ",\"message\":\"belongs to line 3\"}");
        });
        plant.createContext("/results", exchange -> {
            JsonNode result = new ObjectMapper().readTree(exchange.getRequestBody());
            if (takes) {
                results.add(result);
            }
            answer(exchange, takes ? 204 : 503, "");
        });
        plant.start();
    }

    @AfterEach
    void close() {
        plant.stop(0);
    }

    @Test
    void aUnitOfAnotherLineIsNotMadeAndEachResultArrivesOnceInOrder() throws IOException {
        CommandLineRig rig = new CommandLineRig(home);
        try (PracticeServer server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow()) {
            rig.vaultWith("plant", server);
            String recipe = home.resolve("unit.json").toString();
            assertThat(rig.run("recipe", "create", "unit", "--server", "plant", "--out", recipe)
                            .code())
                    .isZero();
            takes = false;
            Result run = batch(rig, recipe, "one.csv", "P1", "P2");
            assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FAIL);
            assertThat(run.out()).contains("plant.refused");
            assertThat(run.err()).contains("plant.not-taken");
            assertThat(questions).hasSize(2).allSatisfy(question -> {
                assertThat(question.path("recipe").asText()).isEqualTo("unit");
                assertThat(question.path("station").asText()).isEqualTo("bay");
            });
            assertThat(rig.run("device", "list", "--json").out())
                    .contains("\"P1\"")
                    .doesNotContain("\"P2\"");

            takes = true;
            assertThat(batch(rig, recipe, "two.csv", "P3").code()).isZero();
            assertThat(results).extracting(each -> each.path("serial").asText()).containsExactly("P1", "P3");
            assertThat(results).extracting(each -> each.path("number").asInt()).containsExactly(1, 2);

            plant.stop(0);
            Result silent = batch(rig, recipe, "three.csv", "P4");
            assertThat(silent.out()).contains("plant.no-answer");
            Path file = home.resolve("results.jsonl");
            Path list = Files.writeString(home.resolve("four.csv"), "serial\nP4\n");
            Result allowed = rig.run(
                    "batch",
                    "run",
                    recipe,
                    list.toString(),
                    "--station=bay",
                    "--ask-program",
                    "/bin/false",
                    "--report-to",
                    file.toString());
            assertThat(allowed.out() + allowed.err()).contains("plant.answer-unreadable");
            Files.writeString(list, "serial\nP5\n");
            Result unasked = rig.run(
                    "batch",
                    "run",
                    recipe,
                    list.toString(),
                    "--results",
                    home.resolve("five.csv").toString(),
                    "--station=bay",
                    "--ask-url",
                    url("/ask"),
                    "--run-without-answer",
                    "--report-to",
                    file.toString());
            assertThat(unasked.code()).as(unasked.err() + unasked.out()).isZero();
            assertThat(Files.readAllLines(file)).hasSize(3).last().asString().contains("P5");
        }
    }

    private Result batch(CommandLineRig rig, String recipe, String name, String... serials) throws IOException {
        Path list = Files.writeString(home.resolve(name), "serial\n" + String.join("\n", serials) + "\n");
        return rig.run(
                "batch",
                "run",
                recipe,
                list.toString(),
                "--station=bay",
                "--ask-url",
                url("/ask"),
                "--report-to",
                url("/results"),
                "--json");
    }

    private String url(String path) {
        return "http://localhost:" + plant.getAddress().getPort() + path;
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
