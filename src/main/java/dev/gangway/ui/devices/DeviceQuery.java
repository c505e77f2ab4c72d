package dev.gangway.ui.devices;

import dev.gangway.testing.RunSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which devices the table shows, and in which order.
 *
 * @param text words that must all be part of name, serial or label; case does not matter
 * @param kind only credentials of this type
 * @param state only devices in this state
 * @param column by which to sort
 * @param ascending whether the smallest comes first
 */
public record DeviceQuery(
        String text, Optional<CredentialKind> kind, Optional<StateFilter> state, Column column, boolean ascending) {
    /** What the table can be sorted by. */
    public enum Column {
        NAME,
        PROFILE,
        CREDENTIAL,
        CERTIFICATE,
        SERVER,
        LAST_TEST,
        LABEL,
        CREATED
    }

    /** Everything, by name. */
    public static DeviceQuery all() {
        return new DeviceQuery("", Optional.empty(), Optional.empty(), Column.NAME, true);
    }

    /** The same for other text. */
    public DeviceQuery withText(String changed) {
        return new DeviceQuery(changed, kind, state, column, ascending);
    }

    /** The same for another type of credential. */
    public DeviceQuery withKind(Optional<CredentialKind> changed) {
        return new DeviceQuery(text, changed, state, column, ascending);
    }

    /** The same for another state. */
    public DeviceQuery withState(Optional<StateFilter> changed) {
        return new DeviceQuery(text, kind, changed, column, ascending);
    }

    /** The same in another order. */
    public DeviceQuery sortedBy(Column changed, boolean smallestFirst) {
        return new DeviceQuery(text, kind, state, changed, smallestFirst);
    }

    /** Whether it leaves anything out. */
    public boolean isFiltering() {
        return !text.isBlank() || kind.isPresent() || state.isPresent();
    }

    /** The rows it shows, in its order; equal ones stay in the order given. */
    public List<DeviceRow> apply(List<DeviceRow> rows, Instant now) {
        return sort(filter(rows, now));
    }

    /** All rows in its order. What is typed changes nothing about that, so it is worked out once and kept. */
    List<DeviceRow> sort(List<DeviceRow> rows) {
        Comparator<DeviceRow> order = order();
        return rows.stream().sorted(ascending ? order : order.reversed()).toList();
    }

    /** Whether rows that this has sorted are in the order of the other too. */
    boolean isSortedAs(DeviceQuery other) {
        return column == other.column && ascending == other.ascending;
    }

    /** Those of the rows that it shows, in the order given. */
    List<DeviceRow> filter(List<DeviceRow> rows, Instant now) {
        String[] words = text.strip().toLowerCase(Locale.ROOT).split("\\s+");
        List<DeviceRow> shown = new ArrayList<>();
        for (DeviceRow row : rows) {
            if ((kind.isEmpty() || kind.get() == row.kind())
                    && (state.isEmpty() || state.get().accepts(row, now))
                    && holds(row.searched(), words)) {
                shown.add(row);
            }
        }
        return shown;
    }

    private static boolean holds(String searched, String[] words) {
        for (String word : words) {
            if (!searched.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private Comparator<DeviceRow> order() {
        return switch (column) {
            case NAME -> Comparator.comparing(DeviceRow::searched);
            case PROFILE -> Comparator.comparing(row -> row.device().profile());
            case CREDENTIAL -> Comparator.comparing(DeviceRow::kind);
            case CERTIFICATE -> Comparator.comparing(row -> row.expires().orElse(Instant.MAX));
            case SERVER -> Comparator.comparing(row -> row.device().server().push());
            case LAST_TEST ->
                Comparator.comparing(row -> row.lastTest().map(RunSummary::at).orElse(Instant.MIN));
            case LABEL -> Comparator.comparing(row -> row.device().label());
            case CREATED -> Comparator.comparing(row -> row.device().createdAt());
        };
    }
}
