package dev.gangway.cli;

import dev.gangway.diagnosis.Code;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;

/** Ends a command with a diagnosis; {@link Cli} prints it and turns it into an exit code. */
final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnosis diagnosis;

    CommandFailed(Diagnosis diagnosis) {
        super(diagnosis.code());
        this.diagnosis = diagnosis;
    }

    /** One that stands for a mistake in the command; {@code args} are name, value, name, value. */
    static CommandFailed because(Code code, Object... args) {
        Diagnosis.Builder builder = Diagnosis.of(code);
        for (int i = 0; i < args.length; i += 2) {
            builder.with((String) args[i], args[i + 1]);
        }
        return new CommandFailed(builder.build());
    }

    /** The value, or the end of the command. */
    static <T> T orFail(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Ok<T>(T value) -> value;
            case Outcome.Failed<T>(Diagnosis why) -> throw new CommandFailed(why);
        };
    }

    Diagnosis diagnosis() {
        return diagnosis;
    }
}
