package dev.gangway.ui.batches;

import dev.gangway.line.batch.BatchPreparation;
import dev.gangway.line.batch.LineReading.BadCell;
import dev.gangway.line.unit.UnitOrder.Existing;
import java.util.BitSet;
import java.util.List;

/**
 * What the dry run of a list has found.
 *
 * @param lines with units
 * @param faults the first of them
 * @param count of all faults
 * @param bad lines with a fault other than that their device is there already
 * @param existing lines whose device is there already
 * @param passed lines that have passed before, where the list is one of results
 */
public record Checked(long lines, List<BadCell> faults, long count, BitSet bad, BitSet existing, BitSet passed) {
    /** Of a dry run that is over. */
    static Checked of(long lines, BatchPreparation preparation, BitSet passed) {
        BitSet bad = (BitSet) preparation.badLines().clone();
        bad.andNot(preparation.existingLines());
        return new Checked(
                lines,
                List.copyOf(preparation.shown()),
                preparation.faults(),
                bad,
                preparation.existingLines(),
                passed);
    }

    /** The lines that are not run, with this answer to the question about devices that are there already. */
    BitSet leftOut(Existing answer) {
        BitSet out = (BitSet) bad.clone();
        out.or(passed);
        if (answer == Existing.REFUSE) {
            out.or(existing);
        }
        return out;
    }

    /** How many units are run with this answer. */
    long units(Existing answer) {
        return lines - leftOut(answer).cardinality();
    }
}
