package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.Servers;
import dev.gangway.line.batch.DryRun;
import dev.gangway.line.batch.LineReading;
import dev.gangway.line.batch.LineReading.BadCell;
import dev.gangway.line.batch.ResultFile;
import dev.gangway.line.batch.UnitList;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.serial.SerialNumber;
import dev.gangway.line.serial.SerialScheme;
import dev.gangway.line.unit.UnitOrder.Existing;
import dev.gangway.server.ServerEntry;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The dry run of a list, for every command that needs one. */
final class BatchWork {
    /** Faults that are shown; a count tells of the others. */
    private static final int SHOWN = 200;

    private final Context context;
    private final UseCases workspace;
    private final Recipe recipe;
    private final UnitList list;
    private final LineReading reading;
    private final List<BadCell> shown = new ArrayList<>();
    private final BitSet badLines = new BitSet();
    private long faults;

    BatchWork(Context context, UseCases workspace, Recipe recipe, UnitList list, Existing existing) {
        this.context = context;
        this.workspace = workspace;
        this.recipe = recipe;
        this.list = list;
        Optional<SerialScheme> scheme = recipe.serials().isEmpty()
                ? Optional.empty()
                : Optional.of(orFail(SerialScheme.parse(recipe.serials())));
        reading = new LineReading(
                list,
                recipe,
                existing,
                text -> scheme.map(each -> each.read(text).map(SerialNumber::text))
                        .orElseGet(() -> Outcome.ok(text)));
    }

    LineReading reading() {
        return reading;
    }

    BitSet badLines() {
        return badLines;
    }

    long faults() {
        return faults;
    }

    /** Faults, the first of them. */
    List<BadCell> shown() {
        return shown;
    }

    /**
     * Goes through the list.
     *
     * @param fresh whether no line was run yet, so that a device that is there already is a fault
     */
    DryRun.Report check(boolean fresh) {
        Servers servers = workspace.servers();
        Cancellation cancellation = context.tools().cancellation();
        Optional<ServerEntry> server = recipe.server()
                .flatMap(servers::named)
                .filter(entry -> fresh && servers.kind(entry).registersDevices());
        DryRun dry = new DryRun(
                list,
                reading,
                name -> fresh && workspace.devices().named(name).isPresent(),
                name -> server.map(entry -> servers.session(entry)
                                .then(session -> session.find(name, cancellation))
                                .map(Optional::isPresent))
                        .orElseGet(() -> Outcome.ok(false)));
        DryRun.Report report = orFail(dry.check(this::found, cancellation));
        if (cancellation.isCancelled()) {
            throw CommandFailed.because(CliCode.CANCELLED);
        }
        return report;
    }

    private void found(BadCell bad) {
        faults++;
        badLines.set((int) bad.line());
        if (shown.size() < SHOWN) {
            shown.add(bad);
        }
    }

    /** Lines that these results say have passed, where the list is one of results. */
    BitSet passedBefore() {
        BitSet passed = new BitSet();
        int verdict = list.headings().indexOf("gangway.verdict");
        if (verdict >= 0) {
            orFail(list.read(line -> {
                passed.set((int) line.number(), ResultFile.isPass(line.cell(verdict)));
                return true;
            }));
        }
        return passed;
    }
}
