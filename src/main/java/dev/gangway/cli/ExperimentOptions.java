package dev.gangway.cli;

import dev.gangway.bench.model.ExperimentBounds;
import dev.gangway.bench.model.Plan;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options for the further connections that a test makes after a refusal to find its cause. */
final class ExperimentOptions {
    @Option(
            names = "--no-experiments",
            description = "Make no further connection after a refusal; the result names the one that would tell.")
    private boolean none;

    @Option(
            names = "--experiments",
            paramLabel = "N",
            description =
                    "Make at most this many further connections after a refusal, 0 to 10; 6 unless told otherwise.")
    private Optional<Integer> most = Optional.empty();

    @Option(
            names = "--experiments-within",
            paramLabel = "S",
            description = "For all of them together, in seconds, 1 to 120; 15 unless told otherwise.")
    private Optional<Integer> seconds = Optional.empty();

    /** The plan with these bounds. */
    Plan addTo(Plan plan) {
        if (none && (most.isPresent() || seconds.isPresent())) {
            throw CommandFailed.because(
                    CliCode.OPTIONS_EXCLUDE,
                    "one",
                    "--no-experiments",
                    "other",
                    most.isPresent() ? "--experiments" : "--experiments-within");
        }
        if (none) {
            return plan.experimenting(ExperimentBounds.NONE);
        }
        int connections = checked("--experiments", most.orElse(ExperimentBounds.USUAL.most()), 0, 10);
        int within = checked(
                "--experiments-within",
                seconds.orElse((int) ExperimentBounds.USUAL.within().toSeconds()),
                1,
                120);
        return plan.experimenting(new ExperimentBounds(connections, Duration.ofSeconds(within)));
    }

    private static int checked(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw ConnectionOptions.badValue(option, String.valueOf(value));
        }
        return value;
    }
}
