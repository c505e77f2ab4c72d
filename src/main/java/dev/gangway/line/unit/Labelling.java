package dev.gangway.line.unit;

import dev.gangway.background.Cancellation;
import dev.gangway.line.label.LabelTarget;
import java.util.Optional;

/**
 * How units get their labels at a site.
 *
 * @param target where they are printed
 * @param scan looks at what was printed; empty where nobody does
 */
public record Labelling(LabelTarget target, Optional<Scan> scan) {
    /** Has a printed label scanned. */
    @FunctionalInterface
    public interface Scan {
        /**
         * Waits until the label of this unit was scanned; blocks.
         *
         * @return what the scanner read; empty where nobody scanned it
         */
        Optional<String> await(UnitOrder order, Cancellation cancellation);
    }
}
