package dev.gangway.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.diagnosis.Diagnosis;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs many commands in one process: a line each comes in, a JSON object on a line each goes out. */
@Command(
        name = "run",
        description = "Runs commands, one a line, and answers each with one line of JSON. The vault is unlocked once,"
                + " by the first command that needs it. Lines that begin with # are left out.")
final class RunCommand implements Callable<Integer> {
    /** Those that have no end of their own, or read the standard input that the lines come from. */
    private static final Set<String> NOT_HERE = Set.of("run", "practice", "watch");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Context context;

    @Parameters(paramLabel = "FILE|-", description = "Where the commands are; - is the standard input.")
    private Path file = Path.of("-");

    @Mixin
    private VaultOptions vault = new VaultOptions();

    @Option(names = "--stop", description = "End with the first command that fails.")
    private boolean stop;

    RunCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        boolean failed = false;
        try (SessionVaults vaults = new SessionVaults(context, vault);
                BufferedReader lines = new BufferedReader(new InputStreamReader(input(), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null && !cancelled(); line = lines.readLine()) {
                number++;
                if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                    ObjectNode answer = answer(number, line, vaults);
                    context.terminal().json(answer.toString());
                    failed |= answer.path("exit").asInt() != ExitCode.PASS;
                    if (failed && stop) {
                        break;
                    }
                }
            }
        } catch (IOException unreadable) {
            throw CommandFailed.because(CliCode.INPUT_UNREADABLE);
        }
        return cancelled() ? ExitCode.CANCELLED : failed ? ExitCode.FAIL : ExitCode.PASS;
    }

    private boolean cancelled() {
        return context.tools().cancellation().isCancelled();
    }

    private InputStream input() throws IOException {
        return file.toString().equals("-") ? context.tools().input() : Files.newInputStream(file);
    }

    private ObjectNode answer(int number, String line, SessionVaults vaults) {
        Optional<List<String>> words = CommandWords.of(line);
        if (words.isEmpty()) {
            return refused(number, CommandFailed.because(CliCode.QUOTE_OPEN).diagnosis());
        }
        String first = words.get().getFirst();
        if (NOT_HERE.contains(first)) {
            return refused(
                    number,
                    CommandFailed.because(CliCode.NOT_IN_A_RUN, "command", first)
                            .diagnosis());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream results = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream asides = new PrintStream(err, true, StandardCharsets.UTF_8);
        Cli cli = new Cli(tools(vaults), new Terminal(results, asides, context.words(), false), results, asides);
        String[] command = withJson(words.get());
        int code = cli.run(command);
        ObjectNode answer = answer(number, code, cli.failure());
        Optional<JsonNode> json = List.of(command).contains("--json") ? parsed(out) : Optional.empty();
        json.ifPresentOrElse(
                result -> answer.set("result", result), () -> text(out).forEach(answer.putArray("result")::add));
        text(err).forEach(answer.putArray("notes")::add);
        return answer;
    }

    private ObjectNode refused(int number, Diagnosis why) {
        ObjectNode answer = answer(number, ExitCode.of(why), Optional.of(why));
        answer.putArray("result");
        answer.putArray("notes");
        return answer;
    }

    private ObjectNode answer(int number, int code, Optional<Diagnosis> failure) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("line", number).put("exit", code);
        answer.set(
                "diagnosis",
                failure.<JsonNode>map(why -> Diagnoses.json(context.words(), why))
                        .orElse(JsonNodeFactory.instance.nullNode()));
        return answer;
    }

    /** What a command works with here: the vault that is open, and nothing to read. */
    private Tools tools(SessionVaults vaults) {
        Tools own = context.tools();
        return new Tools(
                vaults,
                own.paths(),
                own.environment(),
                InputStream.nullInputStream(),
                own.clock(),
                own.cancellation(),
                own.make());
    }

    /** The command with {@code --json} behind its words, where it takes that. */
    private String[] withJson(List<String> words) {
        int depth = Commands.depthOfJson(context, words);
        List<String> all = new ArrayList<>(words);
        if (depth > 0 && !words.contains("--json")) {
            all.add(depth, "--json");
        }
        return all.toArray(String[]::new);
    }

    private static Optional<JsonNode> parsed(ByteArrayOutputStream out) {
        try {
            return Optional.of(MAPPER.readTree(out.toString(StandardCharsets.UTF_8)))
                    .filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    private static List<String> text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
