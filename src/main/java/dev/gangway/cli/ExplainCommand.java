package dev.gangway.cli;

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
    private final Explanation explanation;

    @Parameters(paramLabel = "CODE", arity = "0..1", description = "For example tls.server-untrusted.")
    private Optional<String> code = Optional.empty();

    ExplainCommand(Context context) {
        this.explanation = new Explanation(context.terminal());
    }

    @Override
    public Integer call() {
        code.ifPresentOrElse(this::explain, explanation::printAll);
        return ExitCode.PASS;
    }

    private void explain(String wanted) {
        if (!explanation.knows(wanted)) {
            List<String> near = NearMisses.of(wanted, explanation.codes());
            throw near.isEmpty()
                    ? CommandFailed.because(CliCode.CODE_UNKNOWN, "code", wanted)
                    : CommandFailed.because(CliCode.CODE_MISTYPED, "code", wanted, "near", String.join(", ", near));
        }
        explanation.print(wanted);
    }
}
