package dev.gangway.ui.bench.logs;

import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.bench.logs.DeviceLogs;
import dev.gangway.bench.logs.LoggedAddress;
import dev.gangway.bench.logs.Masking;
import dev.gangway.bench.logs.Reading;
import dev.gangway.bench.logs.Sighting;
import dev.gangway.diagnosis.Diagnosis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Reads what is pasted, as it is pasted. For the UI thread alone. */
final class LogViewModel {
    /** More lines than anybody looks through; the rest is read, not listed. */
    static final int MOST_ROWS = 20_000;

    private final Background background;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyObjectWrapper<Optional<Reading>> reading =
            new ReadOnlyObjectWrapper<>(this, "reading", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
    private final ObservableList<LogRow> rows = FXCollections.observableArrayList();
    private final Newest newest = new Newest();
    private Optional<LoggedAddress> address = Optional.empty();
    private boolean masking;

    LogViewModel(Background background) {
        this.background = background;
        text.subscribe(this::read);
    }

    /** What stands in the box. */
    StringProperty text() {
        return text;
    }

    /** What it means; empty while nothing is pasted. */
    ReadOnlyObjectProperty<Optional<Reading>> reading() {
        return reading.getReadOnlyProperty();
    }

    /** Where the device wanted to go, where the log says so. */
    Optional<LoggedAddress> address() {
        return address;
    }

    /** Why it could not be read. */
    ReadOnlyObjectProperty<Optional<Diagnosis>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Its lines, each with what is known of it. */
    ObservableList<LogRow> rows() {
        return rows;
    }

    private void read(String pasted) {
        if (masking) {
            return; // the text that is being shown, without its secrets
        }
        if (pasted.isBlank()) {
            newest.forget();
            reading.set(Optional.empty());
            rows.clear();
            return;
        }
        background.work(_ -> explained(pasted)).in(newest).start(this::show, why -> problem.set(Optional.of(why)));
    }

    /** Secrets do not stay in the box: what was read stands there masked, unless somebody has typed on meanwhile. */
    private void show(Explained explained) {
        problem.set(Optional.empty());
        if (text.get().equals(explained.pasted()) && !explained.masked().equals(explained.pasted())) {
            masking = true;
            text.set(explained.masked());
            masking = false;
        }
        rows.setAll(explained.rows());
        address = explained.address();
        reading.set(Optional.of(explained.reading()));
    }

    private static Explained explained(String pasted) {
        Reading reading = DeviceLogs.read(pasted);
        Map<Integer, Sighting> byLine = new HashMap<>();
        for (Sighting sighting : reading.sightings()) {
            byLine.merge(sighting.line(), sighting, LogViewModel::moreTelling);
        }
        List<LogRow> rows = new ArrayList<>();
        String masked = Masking.maskAll(pasted);
        for (String line : masked.lines().limit(MOST_ROWS).toList()) {
            int number = rows.size() + 1;
            Optional<Sighting> known = Optional.ofNullable(byLine.get(number));
            rows.add(new LogRow(number, known.map(Sighting::text).orElse(line), known));
        }
        boolean same = masked.equals(String.join("\n", pasted.lines().toList()));
        return new Explained(reading, rows, pasted, same ? pasted : masked, LoggedAddress.in(pasted));
    }

    private static Sighting moreTelling(Sighting one, Sighting other) {
        return other.meaning().weight() > one.meaning().weight() ? other : one;
    }

    private record Explained(
            Reading reading, List<LogRow> rows, String pasted, String masked, Optional<LoggedAddress> address) {}
}
