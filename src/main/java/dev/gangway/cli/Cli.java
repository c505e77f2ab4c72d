package dev.gangway.cli;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.ui.text.Words;
import dev.gangway.vault.VaultException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The command line. Exit codes and JSON are in docs/cli.md. */
public final class Cli {
    private static final Logger LOG = LoggerFactory.getLogger(Cli.class);

    /** How long a command that was interrupted may take to leave nothing half-done. */
    private static final int CLEAN_UP_SECONDS = 5;

    private final Tools tools;
    private final Terminal terminal;
    private final PrintStream out;
    private final PrintStream err;

    Cli(Tools tools, Terminal terminal, PrintStream out, PrintStream err) {
        this.tools = tools;
        this.terminal = terminal;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs one command in the calling thread; blocks until it has ended. An interrupt of the process cancels it.
     *
     * @return the exit code
     */
    public static int run(Tools tools, String[] args, PrintStream out, PrintStream err) {
        boolean coloured = Terminal.wantsColour(out, tools.environment());
        PrintStream readable = Terminal.readable(out);
        PrintStream readableErr = Terminal.readable(err);
        Terminal terminal =
                new Terminal(readable, readableErr, Words.load(Locale.getDefault()), coloured, Terminal.isRead(out));
        Cli cli = new Cli(tools, terminal, readable, readableErr);
        CountDownLatch done = new CountDownLatch(1);
        Thread interrupted = new Thread(() -> cancel(tools.cancellation(), done), "gangway-interrupted");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            return cli.run(args);
        } finally {
            done.countDown();
            remove(interrupted);
        }
    }

    /** Runs one command. */
    int run(String... args) {
        Context context = new Context(tools, terminal);
        CommandLine line = new CommandLine(new Gangway())
                .addSubcommand(new TestCommand(context))
                .addSubcommand(new CompareCommand(context))
                .addSubcommand(new WatchCommand(context))
                .addSubcommand(new OnboardCommand(context))
                .addSubcommand(new PracticeCommand(context))
                .addSubcommand(new CommandLine(new VaultCommands(context)).addSubcommand(new AuditCommands(context)))
                .addSubcommand(new ServerCommands(context))
                .addSubcommand(new CommandLine(new DeviceCommands(context)).addSubcommand(new ExportCommand(context)))
                .addSubcommand(new ImportCommand(context))
                .addSubcommand(new InspectCommand(context))
                .addSubcommand(new ExportCommand(context))
                .addSubcommand(new KeygenCommand(context))
                .addSubcommand(
                        new CommandLine(new AuthorityCommands(context)).addSubcommand(new ExportCommand(context)))
                .addSubcommand(new CertificateCommands(context))
                .addSubcommand(new HardwareCommands(context))
                .addSubcommand(new CommandLine(new EnrolCommands())
                        .addSubcommand(new EstCommand(context))
                        .addSubcommand(new CmpCommand(context)))
                .addSubcommand(new TokenCommands(context))
                .addSubcommand(new ProfileCommands(context))
                .addSubcommand(new ProvisionCommand(context))
                .addSubcommand(new SamplesCommand(context))
                .addSubcommand(new ExplainCommand(context));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((thrown, command, parsed) -> failed(context, thrown, parsed));
        return line.execute(args);
    }

    private int failed(Context context, Exception thrown, ParseResult parsed) {
        return switch (thrown) {
            case CommandFailed expected -> failed(context, expected.diagnosis(), parsed);
            case VaultException expected -> failed(context, expected.diagnosis(), parsed);
            default -> {
                LOG.error("a command ended in a way that nobody foresaw", thrown);
                terminal.aside(terminal.words()
                        .get("cli.bug", "kind", thrown.getClass().getName()));
                yield ExitCode.BUG;
            }
        };
    }

    private int failed(Context context, Diagnosis why, ParseResult parsed) {
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
            LOG.debug("the process is ending already", e);
        }
    }

    /** The program's name and what it is; its commands do the work. */
    @Command(
            name = "gangway",
            mixinStandardHelpOptions = true,
            version = "gangway 0.1.0-SNAPSHOT",
            description = "Brings devices onto an IoT server, and shows why one is refused.",
            scope = CommandLine.ScopeType.INHERIT,
            synopsisSubcommandLabel = "COMMAND")
    private static final class Gangway {}
}
