package dev.gangway.cli;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.logging.OperationLog;
import dev.gangway.vault.VaultException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. Exit codes and JSON are in docs/cli.md. */
public final class Cli {
    /** How long a command that was interrupted may take to leave nothing half-done. */
    private static final int CLEAN_UP_SECONDS = 5;
    /** The bits of a file's mode that say what it is, and what they are for a pipe. */
    private static final int FILE_TYPE = 0170000;

    private static final int PIPE = 0010000;

    private final Tools tools;
    private final Terminal terminal;
    private final PrintStream out;
    private final PrintStream err;
    private Optional<Diagnosis> failure = Optional.empty();

    Cli(Tools tools, Terminal terminal, PrintStream out, PrintStream err) {
        this.tools = tools;
        this.terminal = terminal;
        this.out = out;
        this.err = err;
    }

    /** Answers what needs nothing but words, where these arguments ask for such; the exit code is then 0. */
    public static boolean answersAtOnce(String[] args, PrintStream out) {
        return args.length > 0 && AtOnce.answers(() -> Terminal.of(out, out), args);
    }

    /**
     * Runs one command in the calling thread; blocks until it has ended. An interrupt of the process cancels it.
     *
     * @return the exit code
     */
    public static int run(Tools tools, String[] args, PrintStream out, PrintStream err) {
        Terminal terminal = Terminal.of(out, err);
        Cli cli = new Cli(tools, terminal, Terminal.readable(out), Terminal.readable(err));
        CountDownLatch done = new CountDownLatch(1);
        Thread interrupted = new Thread(() -> cancel(tools.cancellation(), done), "gangway-interrupted");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            int code = cli.run(args);
            return out.checkError() ? lost(terminal, code) : code;
        } finally {
            done.countDown();
            remove(interrupted);
        }
    }

    /**
     * Says that the account has no home folder, so that there is no place for the program's files.
     *
     * @return the exit code
     */
    public static int homeless(PrintStream out, PrintStream err) {
        Diagnosis why = Diagnosis.of(CliCode.NO_HOME).remedy("cli.set-home").build();
        Diagnoses.print(Terminal.of(out, err).aside(), why);
        return ExitCode.of(why);
    }

    /**
     * Not all that was printed arrived. Who reads only the beginning, as {@code head} does, knows that; whose disk is full
     * does not.
     */
    private static int lost(Terminal terminal, int code) {
        Diagnosis why = Diagnosis.of(CliCode.OUTPUT_LOST).build();
        if (!isPipe()) {
            Diagnoses.print(terminal.aside(), why);
        }
        return code == ExitCode.PASS ? ExitCode.of(why) : code;
    }

    /** Whether the standard output is a pipe, where that can be told: by the mode of its file (POSIX, sys/stat.h). */
    private static boolean isPipe() {
        try {
            int mode = (int) Files.getAttribute(Path.of("/dev/fd/1"), "unix:mode");
            return (mode & FILE_TYPE) == PIPE;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            return false;
        }
    }

    /** Runs one command. */
    int run(String... args) {
        for (String each : args) {
            if (each.indexOf('\ufffd') >= 0) {
                // the JVM could not read it in the character set of the locale; what it stands for is lost
                Diagnosis unread = Diagnosis.of(CliCode.UNREADABLE_ARGUMENT)
                        .with("argument", each)
                        .build();
                failure = Optional.of(unread);
                Diagnoses.print(terminal.aside(), unread);
                return ExitCode.of(unread);
            }
        }
        Context context = new Context(tools, terminal);
        CommandLine line = Commands.line(context, args);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((mistake, _) -> mistyped(mistake));
        line.setExecutionExceptionHandler((thrown, command, parsed) -> failed(context, thrown, parsed));
        long began = System.nanoTime();
        int code = line.execute(args);
        OperationLog.ended(
                "command " + named(line.getParseResult()), state(code), Duration.ofNanos(System.nanoTime() - began));
        return code;
    }

    /** What kept the command from its work, where something did. */
    Optional<Diagnosis> failure() {
        return failure;
    }

    /** The words of the command that was called; never an argument. */
    private static String named(@Nullable ParseResult parsed) {
        StringBuilder words = new StringBuilder();
        for (ParseResult each = parsed; each != null; each = each.subcommand()) {
            words.append(words.isEmpty() ? "" : " ").append(each.commandSpec().name());
        }
        return words.toString();
    }

    private String state(int code) {
        return failure.map(Diagnosis::code).orElse("exit " + code);
    }

    /** As picocli would say it, but through the terminal: what was typed may hold anything. */
    private int mistyped(ParameterException mistake) {
        terminal.aside(String.valueOf(mistake.getMessage()));
        StringWriter more = new StringWriter();
        if (!UnmatchedArgumentException.printSuggestions(mistake, new PrintWriter(more))) {
            mistake.getCommandLine().usage(new PrintWriter(more, true), CommandLine.Help.Ansi.OFF);
        }
        more.toString().lines().forEach(terminal::aside);
        return ExitCode.USAGE;
    }

    private int failed(Context context, Exception thrown, ParseResult parsed) {
        return switch (thrown) {
            case CommandFailed expected -> failed(context, expected.diagnosis(), parsed);
            case VaultException expected -> failed(context, expected.diagnosis(), parsed);
            default -> {
                OperationLog.bug("command", thrown);
                terminal.aside(terminal.words()
                        .get("cli.bug", "kind", thrown.getClass().getName()));
                yield ExitCode.BUG;
            }
        };
    }

    private int failed(Context context, Diagnosis why, ParseResult parsed) {
        failure = Optional.of(why);
        if (wantsJson(parsed)) {
            context.print(new RunJson(context.words()).of(why));
        } else {
            Diagnoses.print(terminal.aside(), why);
        }
        return ExitCode.of(why);
    }

    private static boolean wantsJson(ParseResult parsed) {
        return parsed.hasMatchedOption("--json") || parsed.hasSubcommand() && wantsJson(parsed.subcommand());
    }

    private static void cancel(Cancellation cancellation, CountDownLatch done) {
        cancellation.cancel();
        try {
            done.await(CLEAN_UP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending already
        }
    }
}
