package dev.gangway.ui.devices;

import dev.gangway.testing.RunSummary;
import java.time.Instant;
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
        return SortedRows.of(rows, this).shown(this, now);
    }

    /** Whether rows that this has sorted are in the order of the other too. */
    boolean isSortedAs(DeviceQuery other) {
        return column == other.column && ascending == other.ascending;
    }

    /** What was typed, in lower case; a single empty one where nothing was. */
    String[] words() {
        return text.strip().toLowerCase(Locale.ROOT).split("\\s+");
    }

    /** Whether it shows this row, as far as that does not depend on what was typed. */
    boolean accepts(DeviceRow row, Instant now) {
        return (kind.isEmpty() || kind.get() == row.kind())
                && (state.isEmpty() || state.get().accepts(row, now));
    }

    Comparator<DeviceRow> order() {
        Comparator<DeviceRow> rising = rising();
        return ascending ? rising : rising.reversed();
    }

    private Comparator<DeviceRow> rising() {
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
