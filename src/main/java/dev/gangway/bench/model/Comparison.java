package dev.gangway.bench.model;

import dev.gangway.bench.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two timelines side by side: the same messages face each other, and what differs is marked. */
public final class Comparison {
    /** Beyond this many events a side the rest is left out: the work grows with the product. */
    private static final int MOST = 1_000;

    private Comparison() {}

    /** How the sides of a row relate. */
    public enum Difference {
        /** The same message with the same content. */
        NONE,
        /** The same message with other content. */
        CHANGED,
        /** Only on the left. */
        LEFT_ONLY,
        /** Only on the right. */
        RIGHT_ONLY
    }

    /** One row; at least one side is there. */
    public record Row(Optional<Event> left, Optional<Event> right, Difference difference) {}

    /**
     * The rows, in the order of both timelines. Neither times are compared nor what is fresh in every run, as they never
     * agree.
     */
    public static List<Row> of(List<Event> left, List<Event> right) {
        List<Event> mine = left.stream().limit(MOST).toList();
        List<Event> theirs = right.stream().limit(MOST).toList();
        int[][] common = commonLengths(mine, theirs);
        List<Row> rows = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < mine.size() || j < theirs.size()) {
            if (i < mine.size() && j < theirs.size() && isSameStep(mine.get(i), theirs.get(j))) {
                rows.add(pair(mine.get(i++), theirs.get(j++)));
            } else if (j == theirs.size() || i < mine.size() && common[i + 1][j] >= common[i][j + 1]) {
                rows.add(new Row(Optional.of(mine.get(i++)), Optional.empty(), Difference.LEFT_ONLY));
            } else {
                rows.add(new Row(Optional.empty(), Optional.of(theirs.get(j++)), Difference.RIGHT_ONLY));
            }
        }
        return List.copyOf(rows);
    }

    private static Row pair(Event left, Event right) {
        boolean same = left.summary().equals(right.summary())
                && FieldDifferences.of(left, right).stream().allMatch(FieldDifferences.Difference::isFresh);
        return new Row(Optional.of(left), Optional.of(right), same ? Difference.NONE : Difference.CHANGED);
    }

    private static boolean isSameStep(Event left, Event right) {
        return left.layer() == right.layer()
                && left.direction() == right.direction()
                && left.name().equals(right.name());
    }

    /** Lengths of the longest common subsequences of what is left from each pair of places on. */
    private static int[][] commonLengths(List<Event> left, List<Event> right) {
        int[][] lengths = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                lengths[i][j] = isSameStep(left.get(i), right.get(j))
                        ? lengths[i + 1][j + 1] + 1
                        : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        return lengths;
    }
}
