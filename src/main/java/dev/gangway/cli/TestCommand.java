package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.bench.Plan;
import dev.gangway.bench.Run;
import dev.gangway.bench.Verdict;
import dev.gangway.bench.event.Event;
import dev.gangway.device.Device;
import dev.gangway.onboarding.TestChoices;
import dev.gangway.onboarding.Workspace;
import java.nio.file.Path;
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
    private DeviceApiFlags api = new DeviceApiFlags();

    @Mixin
    private PublicationOptions publication = new PublicationOptions();

    @Mixin
    private VaultOptions vault = new VaultOptions();

    @Parameters(paramLabel = "DEVICE", arity = "0..*", description = "Devices of the vault, by name.")
    private List<String> devices = List.of();

    @Option(names = "--server", paramLabel = "NAME", description = "All devices of this server of the vault.")
    private Optional<String> server = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    @Option(
            names = "--matrix",
            paramLabel = "AXES",
            arity = "0..1",
            fallbackValue = "",
            description = "Try several ways and print a table: tls, certificate, chain, mqtt, token; all without a list"
                    + " (--matrix=tls,mqtt). Passes where one way was accepted.")
    private Optional<String> matrix = Optional.empty();

    @Option(
            names = "--compare",
            paramLabel = "FILE",
            description = "Show what is different from an earlier test, kept with --json.")
    private Optional<Path> compare = Optional.empty();

    @Mixin
    private RunFile file = new RunFile();

    TestCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (connection.isGiven()) {
            if (!devices.isEmpty() || server.isPresent()) {
                throw CommandFailed.because(CliCode.OPTIONS_EXCLUDE, "one", "--host", "other", "DEVICE");
            }
            Plan plan = publication.addTo(connection.plan(context.tools(), api));
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
            TestChoices choices =
                    connection.way(api).map(TestChoices.standard()::with).orElse(TestChoices.standard());
            if (devices.size() == 1 && server.isEmpty()) {
                Device device = chosen.getFirst();
                Plan plan = publication.over(
                        connection.addTo(orFail(workspace.tests().plan(device, choices))));
                return show(
                        plan,
                        live -> workspace
                                .tests()
                                .run(device, plan, live, context.tools().cancellation()));
            }
            return new ManyTests(context, workspace, choices, plan -> publication.over(connection.addTo(plan)))
                    .run(chosen, json);
        }
    }

    private int show(Plan plan, Function<Consumer<Event>, Run> bench) {
        if (matrix.isPresent()) {
            return new MatrixReport(context).run(plan, MatrixReport.axes(matrix.get()), json);
        }
        file.check();
        Optional<JsonNode> earlier = compare.map(RunComparison::read);
        RunReport report = new RunReport(context.terminal());
        if (!json) {
            report.begin(plan);
        }
        Run run = bench.apply(json ? event -> {} : report::event);
        file.write(run);
        ObjectNode now = new RunJson(context.words()).of(run);
        Optional<RunComparison> comparison = earlier.map(before -> new RunComparison(before, now.deepCopy()));
        if (json) {
            comparison.ifPresent(each -> each.addTo(now));
            context.print(now);
        } else {
            report.verdict(run);
            comparison.ifPresent(each -> each.print(context.terminal()));
        }
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
