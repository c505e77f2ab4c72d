package dev.gangway.ui.bench.compare;

import dev.gangway.bench.model.Comparison.Difference;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.text.Words;

/** How the two sides of a row differ: in words, by shape and by colour. */
final class DifferenceChip {
    private DifferenceChip() {}

    static Chip of(Words words, Difference difference) {
        return new Chip(level(difference), words.get("runs.difference." + difference));
    }

    static Level level(Difference difference) {
        return switch (difference) {
            case NONE -> Level.NEUTRAL;
            case CHANGED -> Level.WARNING;
            case LEFT_ONLY -> Level.BAD;
            case RIGHT_ONLY -> Level.INFO;
        };
    }
}
