package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.bench.Plan;
import dev.gangway.bench.Run;
import dev.gangway.bench.Verdict;
import dev.gangway.bench.event.Event;
import dev.gangway.device.Device;
import dev.gangway.onboarding.TestChoices;
import dev.gangway.onboarding.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tests a connection, from name resolution to the last acknowledgement. */
@Command(
        name = "test",
        description = "Tests a connection and says why it is refused. With --host no vault is needed; otherwise devices"
                + " of the vault are tested.")
final class TestCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private VaultOptions vault = new VaultOptions();

    @Parameters(paramLabel = "DEVICE", arity = "0..*", description = "Devices of the vault, by name.")
    private List<String> devices = List.of();

    @Option(names = "--server", paramLabel = "NAME", description = "All devices of this server of the vault.")
    private Optional<String> server = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    TestCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (connection.isGiven()) {
            if (!devices.isEmpty() || server.isPresent()) {
                throw CommandFailed.because(CliCode.OPTIONS_EXCLUDE, "one", "--host", "other", "DEVICE");
            }
            Plan plan = connection.plan(context.tools());
            return show(
                    plan,
                    live -> context.tools()
                            .bench()
                            .run(plan, live, context.tools().cancellation()));
        }
        if (devices.isEmpty() && server.isEmpty()) {
            throw CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--host");
        }
        try (Workspace workspace = vault.open(context)) {
            List<Device> chosen = new Lookup(workspace).devices(devices, server);
            if (devices.size() == 1 && server.isEmpty()) {
                Device device = chosen.getFirst();
                Plan plan = orFail(workspace.tests().plan(device, TestChoices.standard()));
                return show(
                        plan,
                        live -> workspace
                                .tests()
                                .run(device, plan, live, context.tools().cancellation()));
            }
            return new ManyTests(context, workspace).run(chosen, json);
        }
    }

    private int show(Plan plan, Function<Consumer<Event>, Run> bench) {
        RunReport report = new RunReport(context.terminal());
        if (json) {
            Run run = bench.apply(event -> {});
            context.print(new RunJson(context.words()).of(run));
            return exitCode(run);
        }
        report.begin(plan);
        Run run = bench.apply(report::event);
        report.verdict(run);
        return exitCode(run);
    }

    static int exitCode(Run run) {
        return switch (run.verdict()) {
            case Verdict.Passed passed -> ExitCode.PASS;
            case Verdict.Failed failed -> ExitCode.FAIL;
            case Verdict.Cancelled cancelled -> ExitCode.CANCELLED;
        };
    }
}
