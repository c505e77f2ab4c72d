package dev.gangway.cli;

import dev.gangway.bench.rules.BenchCode;
import dev.gangway.bench.rules.Catalogue;
import dev.gangway.cli.Terminal.Colour;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what a diagnosis code stands for. */
@Command(
        name = "explain",
        description = "Says what a diagnosis code means and what helps; lists all codes without one.")
final class ExplainCommand implements Callable<Integer> {
    private static final String PREFIX = "diagnosis.";
    private static final String SUFFIX = ".title";

    private final Context context;

    @Parameters(paramLabel = "CODE", arity = "0..1", description = "For example tls.server-untrusted.")
    private Optional<String> code = Optional.empty();

    ExplainCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        code.ifPresentOrElse(this::explain, this::list);
        return ExitCode.PASS;
    }

    private void list() {
        Table table =
                new Table(context.words().get("cli.head.code"), context.words().get("cli.head.meaning"));
        codes().forEach(each -> table.row(each, context.words().get(PREFIX + each + SUFFIX)));
        table.print(context.terminal());
    }

    private void explain(String wanted) {
        Words words = context.words();
        Terminal terminal = context.terminal();
        if (!words.has(PREFIX + wanted + SUFFIX)) {
            List<String> near = NearMisses.of(wanted, codes());
            throw near.isEmpty()
                    ? CommandFailed.because(CliCode.CODE_UNKNOWN, "code", wanted)
                    : CommandFailed.because(CliCode.CODE_MISTYPED, "code", wanted, "near", String.join(", ", near));
        }
        terminal.line(terminal.in(Colour.STRONG, open(words.get(PREFIX + wanted + SUFFIX))));
        Wrap.lines(open(words.get(PREFIX + wanted + ".text")), "  ").forEach(terminal::line);
        List<String> remedies =
                Catalogue.find(wanted).map(BenchCode::remedyKeys).orElse(List.of());
        if (!remedies.isEmpty()) {
            terminal.line("");
            terminal.say("remedies");
            for (int i = 0; i < remedies.size(); i++) {
                Wrap.item(open(words.get("remedy." + remedies.get(i))), "  " + (i + 1) + ". ")
                        .forEach(terminal::line);
            }
        }
    }

    /** Named places have no value here: shown as ‹host› they read as what they stand for. */
    private static String open(String text) {
        return text.replaceAll("\\{(\\w+)}", "‹$1›");
    }

    private List<String> codes() {
        return context.words().keys().stream()
                .filter(key -> key.startsWith(PREFIX) && key.endsWith(SUFFIX))
                .map(key -> key.substring(PREFIX.length(), key.length() - SUFFIX.length()))
                .sorted()
                .toList();
    }
}
