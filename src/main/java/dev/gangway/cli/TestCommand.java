package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.bench.engine.NegativeProof;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.matrix.Matrix;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TestBench;
import dev.gangway.bench.model.Verdict;
import dev.gangway.device.Device;
import dev.gangway.logging.OperationLog;
import dev.gangway.testing.TestChoices;
import dev.gangway.testing.TestSeries;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Mixin
    private ManyOptions many = new ManyOptions();

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    @Option(
            names = "--matrix",
            paramLabel = "AXES",
            arity = "0..1",
            fallbackValue = "",
            description = "Try several ways and print a table: tls, certificate, chain, mqtt, token; all without a list"
                    + " (--matrix=tls,mqtt). --matrix=device says which kinds of devices reach the server."
                    + " Passes where one way was accepted.")
    private Optional<String> matrix = Optional.empty();

    @Option(
            names = "--negative-proof",
            description = "Try what must be refused (wrong name, authority, certificate, token) and say whether it was."
                    + " Nothing is published.")
    private boolean proof;

    @Option(
            names = "--compare",
            paramLabel = "FILE",
            description = "Show what is different from an earlier test, kept with --json or --export.")
    private Optional<Path> compare = Optional.empty();

    @Option(
            names = "--compare-last-pass",
            description = "Show what is different from the device's last test that passed.")
    private boolean compareLastPass;

    @Option(
            names = "--also-stock-java",
            description =
                    "After the verdict have a stock Java client (Eclipse Paho over JSSE) try the same, and say what it"
                            + " got. It signs in as the device, too: a live session of the device is dropped.")
    private boolean stockJava;

    @Mixin
    private RunFile file = new RunFile();

    @Mixin
    private ExperimentOptions experiments = new ExperimentOptions();

    @Mixin
    private DeviceOptions device = new DeviceOptions();

    TestCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (matrix.filter(axes -> axes.contains("device")).isPresent() && device.isGiven()) {
            throw exclude("--matrix=device", "--as");
        }
        if (proof && matrix.isPresent()) {
            throw exclude("--negative-proof", "--matrix");
        }
        if (stockJava && (proof || matrix.isPresent())) {
            throw exclude("--also-stock-java", proof ? "--negative-proof" : "--matrix");
        }
        if (connection.isGiven()) {
            return withoutVault();
        }
        if (!many.isGiven()) {
            throw CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--host");
        }
        try (UseCases workspace = vault.open(context)) {
            TestChoices choices =
                    connection.way(api).map(TestChoices.standard()::with).orElse(TestChoices.standard());
            Optional<String> one = many.one();
            return one.isPresent()
                    ? ofVault(workspace, new Lookup(workspace).device(one.get()), choices)
                    : several(workspace, choices);
        }
    }

    private int withoutVault() {
        if (many.isGiven()) {
            throw exclude("--host", "DEVICE");
        }
        if (compareLastPass) {
            throw exclude("--host", "--compare-last-pass");
        }
        Plan plan = device.addTo(experiments.addTo(publication.addTo(
                connection.plan(context.tools(), api),
                context.tools().make().kinds().usual())));
        TestBench bench = context.tools().make().bench();
        Matrix several = new Matrix(bench);
        return show(
                plan,
                live -> bench.run(plan, live, context.tools().cancellation()),
                several::run,
                () -> NegativeProof.of(plan, List.of(), context.tools().make().maker()),
                compare.map(EarlierRun::read));
    }

    private int ofVault(UseCases workspace, Device stored, TestChoices choices) {
        Plan plan = device.addTo(experiments.addTo(publication.over(connection.addTo(
                orFail(workspace.tests().plan(stored, choices, context.tools().cancellation()))))));
        TestSeries.Purpose purpose = proof ? TestSeries.Purpose.NEGATIVE_PROOF : TestSeries.Purpose.MATRIX;
        Optional<EarlierRun> earlier =
                compareLastPass ? Optional.of(EarlierRun.lastPass(workspace, stored)) : compare.map(EarlierRun::read);
        return show(
                plan,
                live -> workspace
                        .tests()
                        .run(stored, plan, live, context.tools().cancellation()),
                (ways, live, waiting, stop) ->
                        workspace.testSeries().run(purpose, stored.id().toString(), ways, live, waiting, stop),
                () -> workspace.testSeries().wrong(plan, Optional.of(stored)),
                earlier);
    }

    private int several(UseCases workspace, TestChoices choices) {
        alone().ifPresent(option -> {
            throw CommandFailed.because(CliCode.ONE_DEVICE_ONLY, "option", option);
        });
        Lookup lookup = new Lookup(workspace);
        List<String> names = many.names(context.tools().input());
        // a mistyped name on the command line is said at once; in a list it is one of the results
        List<String> chosen = many.isList() && many.server().isEmpty()
                ? names
                : lookup.devices(names, many.server()).stream()
                        .map(Device::name)
                        .toList();
        return new ManyTests(
                        context,
                        workspace,
                        choices,
                        plan -> device.addTo(experiments.addTo(publication.over(connection.addTo(plan)))))
                .run(chosen, many.atOnce(), json);
    }

    /** The first option that is there for one device alone. */
    private Optional<String> alone() {
        return Stream.of(
                        matrix.map(_ -> "--matrix").stream(),
                        Stream.of("--negative-proof").filter(_ -> proof),
                        compare.map(_ -> "--compare").stream(),
                        Stream.of("--compare-last-pass").filter(_ -> compareLastPass),
                        Stream.of("--also-stock-java").filter(_ -> stockJava),
                        file.given())
                .flatMap(given -> given)
                .findFirst();
    }

    private int show(
            Plan plan,
            Function<Consumer<Event>, Run> bench,
            TestSeriesReport.Series series,
            Supplier<List<NegativeProof.Attempt>> wrong,
            Optional<EarlierRun> earlier) {
        if (matrix.isPresent()) {
            return new MatrixReport(context).run(plan, MatrixReport.axes(matrix.get()), json, series);
        }
        if (proof) {
            return new ProofReport(context).run(wrong.get(), json, series);
        }
        file.check();
        RunReport report = new RunReport(context.terminal());
        if (!json) {
            report.begin(plan);
        }
        Consumer<Event> shown = json ? event -> {} : report::event;
        Run tested = bench.apply(event -> {
            OperationLog.step("test", event.layer() + " " + event.name());
            shown.accept(event);
        });
        Run run = stockJava && !(tested.verdict() instanceof Verdict.Cancelled)
                ? context.tools()
                        .make()
                        .bench()
                        .alsoStockJava(tested, context.tools().cancellation())
                : tested;
        OperationLog.ended(
                "test",
                run.verdict() instanceof Verdict.Failed(var why) ? why.code() : "exit " + exitCode(run),
                run.took());
        file.write(run, context.words());
        if (!json && earlier.isEmpty()) {
            report.verdict(run);
            return exitCode(run);
        }
        ObjectNode now = new RunJson(context.words()).of(run);
        Optional<RunComparison> comparison =
                earlier.map(before -> new RunComparison(before, EarlierRun.of(now.deepCopy())));
        if (json) {
            comparison.ifPresent(each -> each.addTo(now));
            context.print(now);
        } else {
            report.verdict(run);
            comparison.ifPresent(each -> each.print(context.terminal()));
        }
        return exitCode(run);
    }

    private static CommandFailed exclude(String one, String other) {
        return CommandFailed.because(CliCode.OPTIONS_EXCLUDE, "one", one, "other", other);
    }

    static int exitCode(Run run) {
        return switch (run.verdict()) {
            case Verdict.Passed passed -> ExitCode.PASS;
            case Verdict.Failed failed -> ExitCode.FAIL;
            case Verdict.Cancelled cancelled -> ExitCode.CANCELLED;
        };
    }
}
