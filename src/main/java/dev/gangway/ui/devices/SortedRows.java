package dev.gangway.ui.devices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Rows in an order, searched as one types. What is typed changes nothing about the order, so that is worked out once. The
 * searched words of all rows stand in one text behind each other: to look through that takes a fraction of the time of
 * looking at a hundred thousand texts that lie anywhere in memory. Cannot be changed, so safe for use by several threads.
 */
final class SortedRows {
    /** Between rows; no word that is looked for has one in it. */
    private static final char END = '\n';

    private final DeviceQuery by;
    private final List<DeviceRow> rows;
    private final String text;

    /** Where the text of each row ends, its {@link #END} included. */
    private final int[] ends;

    private SortedRows(DeviceQuery by, List<DeviceRow> rows, String text, int[] ends) {
        this.by = by;
        this.rows = rows;
        this.text = text;
        this.ends = ends;
    }

    /** In the order of a query; equal rows stay in the order given. */
    static SortedRows of(List<DeviceRow> rows, DeviceQuery by) {
        List<DeviceRow> sorted = rows.stream().sorted(by.order()).toList();
        StringBuilder text = new StringBuilder();
        int[] ends = new int[sorted.size()];
        for (int i = 0; i < ends.length; i++) {
            text.append(sorted.get(i).searched()).append(END);
            ends[i] = text.length();
        }
        return new SortedRows(by, sorted, text.toString(), ends);
    }

    /** Whether they are in the order of this query. */
    boolean isSortedAs(DeviceQuery query) {
        return by.isSortedAs(query);
    }

    /** All of them. */
    List<DeviceRow> all() {
        return rows;
    }

    /** Those that a query shows. */
    List<DeviceRow> shown(DeviceQuery query, Instant now) {
        String[] words = query.words();
        String longest = List.of(words).stream()
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        List<DeviceRow> shown = new ArrayList<>();
        int row = 0;
        for (int at = text.indexOf(longest); at >= 0 && row < ends.length; at = text.indexOf(longest, ends[row++])) {
            while (ends[row] <= at) {
                row++;
            }
            if (holds(row, words) && query.accepts(rows.get(row), now)) {
                shown.add(rows.get(row));
            }
        }
        return shown;
    }

    private boolean holds(int row, String[] words) {
        int begin = row == 0 ? 0 : ends[row - 1];
        for (String word : words) {
            if (text.indexOf(word, begin, ends[row]) < 0) {
                return false;
            }
        }
        return true;
    }
}
