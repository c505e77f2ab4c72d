package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.StationRules;
import dev.gangway.line.station.Shift;
import dev.gangway.line.station.Station;
import dev.gangway.secret.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A station that a line controller drives: serial numbers in, verdicts out. */
@Command(
        name = "station",
        description =
                "Brings units on board by a recipe: reads serial numbers from the standard input, a line each, and"
                        + " prints a verdict for each; at the end of the input, the numbers of the shift.")
final class StationCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private RecipeSource source = new RecipeSource();

    @Mixin
    private SiteOptions site = new SiteOptions();

    @Parameters(paramLabel = "RECIPE|FILE", description = "A recipe of the vault, or in a JSON file.")
    private String recipe = "";

    @Option(names = "--operator", paramLabel = "NAME", description = "Who works here.")
    private Optional<String> operator = Optional.empty();

    @Option(
            names = "--operator-pin-file",
            paramLabel = "F",
            description = "Where the recipe asks for a PIN: its first line; asked for without it, and not shown.")
    private Optional<Path> operatorPin = Optional.empty();

    @Option(names = "--lanes", paramLabel = "N", description = "Units at once, 1 to 12; as the recipe says without.")
    private Optional<Integer> lanes = Optional.empty();

    @Option(
            names = "--scan-labels",
            description = "After a label was printed, the next line is what was scanned from it, and must be what was"
                    + " printed. With one lane only.")
    private boolean scanLabels;

    @Option(names = "--json", description = "Print one JSON object a unit, a line each, and one of the shift.")
    private boolean json;

    StationCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return source.with(context, recipe, this::shift);
    }

    private int shift(UseCases workspace, Recipe known) {
        int most = lanes.orElse(known.rules().lanes());
        if (most < 1 || most > StationRules.MOST_LANES) {
            throw ConnectionOptions.badValue("--lanes", String.valueOf(most));
        }
        Cancellation cancellation = context.tools().cancellation();
        if (scanLabels && most > 1) {
            throw CommandFailed.because(CliCode.OPTIONS_EXCLUDE, "one", "--scan-labels", "other", "--lanes " + most);
        }
        LabelLines labels = new LabelLines();
        Station station =
                new Station(site.at(workspace, known, scanLabels ? Optional.of(labels) : Optional.empty()), known);
        signOn(station, workspace, known);
        StationReport report = new StationReport(context, json);
        Runnable clock = site.clock(context, workspace);
        clock.run();
        Cancellation over = new Cancellation();
        try (Reporting reporting = site.reporting(context, workspace);
                Cancellation.Registration registration = cancellation.onCancel(over::cancel)) {
            Thread delivering = Thread.ofVirtual().name("gangway-outbox").start(() -> deliver(station, report, over));
            try {
                scan(station, report, clock, labels, most, cancellation);
            } finally {
                over.cancel();
                delivering.join(); // it needs the vault, which is closed after this
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Shift shift = station.shift();
        report.end(shift, station.waiting());
        if (cancellation.isCancelled()) {
            return ExitCode.CANCELLED;
        }
        return report.exitCode();
    }

    private void signOn(Station station, UseCases workspace, Recipe known) {
        if (operatorPin.isPresent() && !known.rules().pin()) {
            throw CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--needs-pin");
        }
        if (operator.isEmpty()) {
            return;
        }
        String name = operator.get();
        if (!known.rules().pin()) {
            orFail(station.signOn(name));
            return;
        }
        try (Secret pin = context.secrets().operatorPin(operatorPin, name)) {
            orFail(station.signOn(workspace.operators(), name, pin));
        }
    }

    /** What waits goes out while units are scanned, and once more before the shift begins. */
    private static void deliver(Station station, StationReport report, Cancellation over) {
        do {
            if (station.waiting() > 0) {
                station.deliver(report::later, over);
            }
        } while (over.pause(Station.BETWEEN_DELIVERIES));
    }

    private void scan(
            Station station,
            StationReport report,
            Runnable clock,
            LabelLines labels,
            int most,
            Cancellation cancellation)
            throws InterruptedException {
        Semaphore free = new Semaphore(most);
        try (ExecutorService workers = Executors.newCachedThreadPool(
                        Thread.ofPlatform().name("gangway-lane-", 1).factory());
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(context.tools().input(), StandardCharsets.UTF_8))) {
            String line;
            while (!cancellation.isCancelled() && (line = lines.readLine()) != null) {
                String serial = line.strip();
                if (serial.isEmpty()) {
                    continue;
                }
                if (scanLabels && !labels.isUnit(serial)) {
                    continue;
                }
                free.acquire();
                workers.execute(() -> {
                    try {
                        report.verdict(station.run(serial, step -> {}, cancellation));
                        clock.run();
                    } finally {
                        free.release();
                        labels.ended();
                    }
                });
            }
            labels.over();
        } catch (IOException e) {
            throw new CommandFailed(Diagnosis.of(CliCode.INPUT_UNREADABLE).build());
        }
    }
}
