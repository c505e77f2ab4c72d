package dev.gangway.line.batch;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.Devices;
import dev.gangway.inventory.Servers;
import dev.gangway.line.batch.LineReading.BadCell;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.serial.SerialNumber;
import dev.gangway.line.serial.SerialScheme;
import dev.gangway.line.unit.UnitOrder.Existing;
import dev.gangway.server.ServerEntry;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The dry run of a list over a vault, and what it found. One thread. */
public final class BatchPreparation {
    private final UnitList list;
    private final Recipe recipe;
    private final LineReading reading;
    private final int most;
    private final List<BadCell> shown = new ArrayList<>();
    private final BitSet badLines = new BitSet();
    private final BitSet existingLines = new BitSet();
    private long faults;

    private BatchPreparation(UnitList list, Recipe recipe, LineReading reading, int most) {
        this.list = list;
        this.recipe = recipe;
        this.reading = reading;
        this.most = most;
    }

    /**
     * Of this list; fails where the recipe's scheme of serial numbers is none.
     *
     * @param most faults that are kept to be shown; the others are counted
     */
    public static Outcome<BatchPreparation> of(UnitList list, Recipe recipe, Existing existing, int most) {
        return reading(list, recipe, existing).map(reading -> new BatchPreparation(list, recipe, reading, most));
    }

    /** How the lines of a list are understood by a recipe; fails where the recipe's scheme of serial numbers is none. */
    public static Outcome<LineReading> reading(UnitList list, Recipe recipe, Existing existing) {
        if (recipe.serials().isEmpty()) {
            return Outcome.ok(new LineReading(list, recipe, existing, Outcome::ok));
        }
        return SerialScheme.parse(recipe.serials())
                .map(scheme -> new LineReading(
                        list, recipe, existing, text -> scheme.read(text).map(SerialNumber::text)));
    }

    /** How lines are understood. */
    public LineReading reading() {
        return reading;
    }

    /** Lines in which something is wrong, those of {@link #existingLines} among them. */
    public BitSet badLines() {
        return badLines;
    }

    /** Lines with nothing wrong but that their device is there already. */
    public BitSet existingLines() {
        return existingLines;
    }

    /** How many faults there are. */
    public long faults() {
        return faults;
    }

    /** The first of them. */
    public List<BadCell> shown() {
        return shown;
    }

    /**
     * Goes through the list; blocks. A cancelled one has seen a part of it.
     *
     * @param fresh whether no line was run yet, so that a device that is there already is a fault
     */
    public Outcome<DryRun.Report> check(boolean fresh, Servers servers, Devices devices, Cancellation cancellation) {
        Optional<ServerEntry> server = recipe.server()
                .flatMap(servers::named)
                .filter(entry -> fresh && servers.kind(entry).registersDevices());
        Optional<ServerNames> there = server.map(entry -> new ServerNames(servers.session(entry), cancellation));
        DryRun dry = new DryRun(
                list,
                reading,
                name -> fresh && devices.named(name).isPresent(),
                name -> there.map(names -> names.has(name)).orElseGet(() -> Outcome.ok(false)));
        return dry.check(this::found, cancellation);
    }

    private void found(BadCell bad) {
        faults++;
        badLines.set((int) bad.line());
        if (bad.why().is(BatchCode.NAME_IN_VAULT) || bad.why().is(BatchCode.NAME_ON_SERVER)) {
            existingLines.set((int) bad.line());
        }
        if (shown.size() < most) {
            shown.add(bad);
        }
    }

    /** Lines that these results say have passed, where the list is one of results. */
    public Outcome<BitSet> passedBefore() {
        BitSet passed = new BitSet();
        int verdict = list.headings().indexOf(ResultFile.VERDICT);
        if (verdict < 0) {
            return Outcome.ok(passed);
        }
        return list.read(line -> {
                    passed.set((int) line.number(), ResultFile.isPass(line.cell(verdict)));
                    return true;
                })
                .map(_ -> passed);
    }
}
