package dev.gangway.ui.certificates;

import dev.gangway.authorities.Successor;
import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.ui.certificates.CertificateRow.Kind;
import dev.gangway.ui.kit.RunningWork;
import dev.gangway.ui.kit.TimeToExpiry;
import dev.gangway.ui.kit.job.Job;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** All certificates of the vault, what of them is shown, and renewing them. */
final class CertificatesViewModel {
    private final CertificateWork work;
    private final Background background;
    private final InstantSource clock;
    private final ObservableList<CertificateRow> all = FXCollections.observableArrayList();
    private final FilteredList<CertificateRow> shown = new FilteredList<>(all);
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ObjectProperty<Optional<Kind>> kind = new SimpleObjectProperty<>(this, "kind", Optional.empty());
    private final ObjectProperty<Optional<Period>> period =
            new SimpleObjectProperty<>(this, "period", Optional.empty());
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded");
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
    private final Newest loading = new Newest();

    CertificatesViewModel(CertificateWork work, Background background, InstantSource clock) {
        this.work = work;
        this.background = background;
        this.clock = clock;
        text.addListener((property, was, is) -> filter());
        kind.addListener((property, was, is) -> filter());
        period.addListener((property, was, is) -> filter());
    }

    /** Everything, the first to end first. */
    ObservableList<CertificateRow> all() {
        return all;
    }

    /** What passes the filters. */
    FilteredList<CertificateRow> shown() {
        return shown;
    }

    /** What is looked for; empty for everything. */
    StringProperty text() {
        return text;
    }

    /** Whose certificates are shown; empty for everybody's. */
    ObjectProperty<Optional<Kind>> kind() {
        return kind;
    }

    /** When those that are shown end; empty for any time. */
    ObjectProperty<Optional<Period>> period() {
        return period;
    }

    /** Whether the vault has been read at all. */
    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** Why the vault could not be read. */
    ReadOnlyObjectProperty<Optional<Diagnosis>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Reads the vault. */
    void load() {
        background
                .work(cancellation -> read())
                .in(loading)
                .start(
                        rows -> {
                            problem.set(Optional.empty());
                            all.setAll(rows);
                            loaded.set(true);
                        },
                        why -> problem.set(Optional.of(why)));
    }

    /** The bars of the chart. */
    List<Period> periods() {
        return Period.asOf(clock.instant(), ZoneId.systemDefault());
    }

    /** How many certificates end in a period. */
    long count(Period in) {
        return all.stream().filter(row -> in.holds(row.end())).count();
    }

    /** Whether something of a period is so near that it is time to renew. */
    boolean isSoon(Period period) {
        return period.from().isBefore(clock.instant().plus(Duration.ofDays(TimeToExpiry.SOON_DAYS)));
    }

    /** How much time one has left. */
    TimeToExpiry expiry(CertificateRow row) {
        return TimeToExpiry.of(row.end(), clock.instant());
    }

    /** Those that can be renewed and end within a number of days. */
    List<CertificateRow> endingWithin(int days) {
        Instant until = clock.instant().plus(Duration.ofDays(days));
        return all.stream()
                .filter(row -> row.entry().isRenewable() && row.end().isBefore(until))
                .toList();
    }

    /** Renews certificates, one after the other, then reads the vault again; not begun yet. */
    Job<CertificateRow> renew(String label, List<CertificateRow> rows, Successor.Key key, RunningWork footer) {
        return new Job<>(
                label, rows, (row, stop) -> work.renew(row.entry(), key, stop), background, footer, this::load);
    }

    private List<CertificateRow> read() {
        Map<UUID, String> servers = work.servers();
        return work.all().stream()
                .map(entry -> CertificateRow.of(entry, servers))
                .sorted(Comparator.comparing(CertificateRow::end))
                .toList();
    }

    private void filter() {
        String wanted = text.get().strip().toLowerCase(Locale.ROOT);
        Optional<Kind> only = kind.get();
        Optional<Period> within = period.get();
        shown.setPredicate(row -> (only.isEmpty() || only.get() == row.kind())
                && (within.isEmpty() || within.get().holds(row.end()))
                && (wanted.isEmpty() || row.searched().contains(wanted)));
    }
}
