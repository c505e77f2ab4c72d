package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.line.label.LabelCode;
import dev.gangway.line.label.LabelTarget;
import dev.gangway.line.label.ZplPrinter;
import dev.gangway.line.plant.PlantQuestion;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.record.ClockWatch;
import dev.gangway.line.unit.Labelling;
import dev.gangway.line.unit.Question;
import dev.gangway.line.unit.Site;
import dev.gangway.line.unit.Units;
import dev.gangway.server.HostInput;
import dev.gangway.server.ServerEntry.HostPort;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where units are brought on board, and what their labels are printed on. */
final class SiteOptions {
    private static final int PRINTER_PORT = 9100;
    private static final int PRINTER_DOTS = 203;
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    @Option(
            names = "--station",
            paramLabel = "NAME",
            description = "Whose chain of records it is (default: the name of this machine).")
    private Optional<String> station = Optional.empty();

    @Option(names = "--lot", paramLabel = "NAME", description = "The lot of production; goes into the records.")
    private Optional<String> lot = Optional.empty();

    @Option(
            names = "--label-printer",
            paramLabel = "HOST[:PORT]",
            description = "Prints each unit's label on a printer that speaks ZPL; port 9100.")
    private Optional<String> printer = Optional.empty();

    @Option(names = "--label-queue", paramLabel = "NAME", description = "The same through a print queue, by lp.")
    private Optional<String> queue = Optional.empty();

    @Option(
            names = "--label-folder",
            paramLabel = "FOLDER",
            description = "The same into a file for each unit, in a folder that is there.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--label-form",
            paramLabel = "FORM",
            defaultValue = "pdf",
            description = "Of such a file: png, pdf or zpl (default: pdf).")
    private String form = "pdf";

    @Option(
            names = "--label-dots",
            paramLabel = "N",
            description = "Dots an inch of the printer, a picture or ZPL, 100 to 1200 (default: 203).")
    private int dots = PRINTER_DOTS;

    @Option(
            names = "--ask-url",
            paramLabel = "URL",
            description =
                    "Asks there before each unit whether it may run: JSON is posted, JSON with \"ok\" comes back.")
    private Optional<String> askUrl = Optional.empty();

    @Option(
            names = "--ask-program",
            paramLabel = "PROGRAM",
            description = "The same of a program, on its standard input and output.")
    private Optional<String> askProgram = Optional.empty();

    @Option(
            names = "--ask-seconds",
            paramLabel = "N",
            description = "How long it has for its answer, 1 to 600 (default: 10).")
    private int askSeconds = 10;

    @Option(names = "--run-without-answer", description = "Units run where no answer came; else they are refused.")
    private boolean runWithoutAnswer;

    @Mixin
    private ReportOptions report = new ReportOptions();

    /** Sends records to where they are to go, until it is closed; does nothing where they go nowhere. */
    Reporting reporting(Context context, UseCases workspace) {
        return report.reporting(context, workspace, station);
    }

    /** Says each time that the clock of this place was set back, the first time it is asked of since the last record. */
    Runnable clock(Context context, UseCases workspace) {
        ClockWatch watch =
                workspace.clockWatch(station.orElseGet(() -> Site.here().station()));
        return () -> watch.setBack()
                .ifPresent(why -> Diagnoses.print(context.terminal().aside(), why));
    }

    private Optional<Question> question() {
        if (askUrl.isPresent() && askProgram.isPresent()) {
            throw CommandFailed.because(CliCode.OPTIONS_EXCLUDE, "one", "--ask-url", "other", "--ask-program");
        }
        if (askSeconds < 1 || askSeconds > 600) {
            throw ConnectionOptions.badValue("--ask-seconds", String.valueOf(askSeconds));
        }
        if (runWithoutAnswer && askUrl.isEmpty() && askProgram.isEmpty()) {
            throw CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--ask-url / --ask-program");
        }
        Optional<URI> url = askUrl.map(text -> ReportOptions.address("--ask-url", text));
        return url.isEmpty() && askProgram.isEmpty()
                ? Optional.empty()
                : Optional.of(new PlantQuestion(
                        url,
                        askProgram.map(List::of).orElse(List.of()),
                        Duration.ofSeconds(askSeconds),
                        runWithoutAnswer));
    }

    /** Units at this place; fails where the recipe has a label that nothing prints. */
    Units at(UseCases workspace, Recipe recipe, Optional<Labelling.Scan> scan) {
        Site named = station.map(Site.here()::named).orElseGet(Site::here).inLot(lot.orElse(""));
        Site site = question().map(named::asking).orElse(named);
        Optional<LabelTarget> target = target();
        if (target.isEmpty() && recipe.labelTemplate().isPresent()) {
            throw new CommandFailed(Diagnosis.of(LabelCode.NO_PRINTER)
                    .with("recipe", recipe.name())
                    .remedy("label.name-printer")
                    .build());
        }
        Site here = target.map(to -> site.labelling(new Labelling(to, scan))).orElse(site);
        return workspace.units().at(here);
    }

    private Optional<LabelTarget> target() {
        List<String> named = Stream.of(
                        printer.map(_ -> "--label-printer"),
                        queue.map(_ -> "--label-queue"),
                        folder.map(_ -> "--label-folder"))
                .flatMap(Optional::stream)
                .toList();
        if (named.size() > 1) {
            throw CommandFailed.because(CliCode.OPTIONS_EXCLUDE, "one", named.get(0), "other", named.get(1));
        }
        if (dots < 100 || dots > 1_200) {
            throw ConnectionOptions.badValue("--label-dots", String.valueOf(dots));
        }
        if (!List.of("png", "pdf", "zpl").contains(form)) {
            throw CommandFailed.because(
                    CliCode.BAD_CHOICE, "option", "--label-form", "value", form, "choices", "png, pdf, zpl");
        }
        folder.filter(path -> !Files.isDirectory(path)).ifPresent(path -> {
            throw CommandFailed.because(LabelCode.FILE_UNWRITABLE, "file", path);
        });
        return printer.<LabelTarget>map(host -> {
                    HostPort at = orFail(HostInput.parse(host, PRINTER_PORT));
                    return new LabelTarget.Network(new ZplPrinter(at.host(), at.port(), DEADLINE), dots);
                })
                .or(() -> queue.map(LabelTarget.Queue::new))
                .or(() -> folder.map(path -> new LabelTarget.Folder(path, form, dots)));
    }
}
