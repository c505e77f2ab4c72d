package dev.gangway.ui.station;

import dev.gangway.background.Background;
import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.line.station.Shift;
import dev.gangway.line.station.Station;
import dev.gangway.line.unit.UnitResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What came of a shift so far, and what waits for its server and goes out meanwhile. UI thread only. */
final class ShiftViewModel {
    /** Rows of the shift that are kept in view. */
    static final int MOST_ROWS = 500;

    private final Background background;
    private final Consumer<Diagnosis> broken;
    private final ObservableList<UnitResult> results = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Shift> numbers = new ReadOnlyObjectWrapper<>(this, "numbers", Shift.EMPTY);
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper(this, "waiting");
    private Optional<Station> station = Optional.empty();
    private Cancellation delivering = new Cancellation();

    /**
     * Nothing yet.
     *
     * @param broken hears of what went wrong beside the units
     */
    ShiftViewModel(Background background, Consumer<Diagnosis> broken) {
        this.background = background;
        this.broken = broken;
    }

    /** The units of this shift, newest first. */
    ObservableList<UnitResult> results() {
        return results;
    }

    ReadOnlyObjectProperty<Shift> numbersProperty() {
        return numbers.getReadOnlyProperty();
    }

    /** Units in the outbox. */
    ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** A shift begins. */
    void begin(Station opened) {
        station = Optional.of(opened);
        results.clear();
        numbers.set(Shift.EMPTY);
        delivering.cancel();
        delivering = new Cancellation();
        deliver(opened, delivering);
    }

    /** A unit has its verdict. */
    void note(UnitResult result) {
        results.addFirst(result);
        if (results.size() > MOST_ROWS) {
            results.removeLast();
        }
        station.ifPresent(its -> {
            numbers.set(its.shift());
            background.work(cancellation -> its.waiting()).start(waiting::set, broken);
        });
    }

    /** The vault is being locked. */
    void close() {
        delivering.cancel();
    }

    /** What waits goes out by itself, and is told in the list of the shift. */
    private void deliver(Station its, Cancellation until) {
        background
                .work(cancellation -> {
                    do {
                        int left = its.waiting() == 0
                                ? 0
                                : its.deliver(result -> background.onUi(() -> note(result)), until);
                        background.onUi(() -> waiting.set(left));
                    } while (until.pause(Station.BETWEEN_DELIVERIES));
                    return List.of();
                })
                .start(done -> {}, broken);
    }
}
