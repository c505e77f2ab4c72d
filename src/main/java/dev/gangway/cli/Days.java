package dev.gangway.cli;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How long a certificate shall be valid. */
final class Days {
    private static final int MOST = 36_500;

    @Option(names = "--days", paramLabel = "N", description = "Valid for so many days from now on, 1 to " + MOST + ".")
    private Optional<Integer> days = Optional.empty();

    @Option(names = "--no-end", description = "Valid without end (99991231235959Z, as RFC 5280 writes it).")
    private boolean noEnd;

    /** What was asked for, else {@code usual}; empty for no end. */
    Optional<Duration> or(Optional<Duration> usual) {
        if (noEnd && days.isPresent()) {
            throw CommandFailed.because(CliCode.OPTIONS_EXCLUDE, "one", "--days", "other", "--no-end");
        }
        days.filter(number -> number < 1 || number > MOST).ifPresent(number -> {
            throw CommandFailed.because(
                    CliCode.BAD_CHOICE, "option", "--days", "value", number, "choices", "1 … " + MOST);
        });
        return noEnd ? Optional.empty() : days.map(Duration::ofDays).or(() -> usual);
    }
}
