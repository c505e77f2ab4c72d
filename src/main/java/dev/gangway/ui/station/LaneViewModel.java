package dev.gangway.ui.station;

import dev.gangway.background.Background;
import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.line.station.LabelScans.Awaited;
import dev.gangway.line.station.Station;
import dev.gangway.line.unit.UnitResult;
import dev.gangway.line.unit.UnitStep;
import dev.gangway.line.unit.UnitVerdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/** One lane of a station: its unit, how far that is, and its verdict. UI thread only. */
final class LaneViewModel {
    /** What a lane shows. */
    sealed interface State {
        /** Free for a unit. */
        record Free() implements State {}

        /** A unit is under way. */
        record Running(String serial) implements State {}

        /** A unit is under way, and its label was printed and waits for its scan. */
        record Labelling(Awaited label) implements State {}

        /**
         * A unit has its verdict.
         *
         * @param golden whether it is a golden unit that came out as it must
         */
        record Ended(UnitResult result, boolean golden) implements State {}

        /** Something else went wrong. */
        record Broken(Diagnosis why) implements State {}

        /** Whether it stays until somebody has seen it. */
        default boolean stays() {
            return switch (this) {
                case Free free -> false;
                case Running running -> false;
                case Labelling labelling -> false;
                case Ended(UnitResult result, boolean golden) ->
                    !golden && (result.verdict() == UnitVerdict.FAIL || result.verdict() == UnitVerdict.ERROR);
                case Broken broken -> true;
            };
        }
    }

    private final int number;
    private final StringProperty prefix;
    private final Background background;
    private final BiConsumer<LaneViewModel, UnitResult> ended;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", new State.Free());
    private final ObservableMap<UnitStep.Name, UnitStep> steps =
            FXCollections.observableMap(new EnumMap<>(UnitStep.Name.class));
    private Cancellation stop = new Cancellation();

    /**
     * A free one.
     *
     * @param number from 1
     * @param prefix what a scan for it begins with
     * @param ended hears of each verdict, once the lane shows it
     */
    LaneViewModel(int number, String prefix, Background background, BiConsumer<LaneViewModel, UnitResult> ended) {
        this.number = number;
        this.prefix = new SimpleStringProperty(this, "prefix", prefix);
        this.background = background;
        this.ended = ended;
    }

    int number() {
        return number;
    }

    String prefix() {
        return prefix.get();
    }

    StringProperty prefixProperty() {
        return prefix;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The steps of the unit that is or was under way. */
    ObservableMap<UnitStep.Name, UnitStep> steps() {
        return steps;
    }

    boolean isRunning() {
        return state.get() instanceof State.Running || label().isPresent();
    }

    /** The label that waits for its scan. */
    Optional<Awaited> label() {
        return state.get() instanceof State.Labelling labelling ? Optional.of(labelling.label()) : Optional.empty();
    }

    /** Whether a label is of the unit that is under way. */
    boolean isOf(Awaited label) {
        return isRunning() && label.attempt() == stop;
    }

    /** These labels wait now. */
    void await(List<Awaited> waiting) {
        waiting.stream()
                .filter(this::isOf)
                .findFirst()
                .ifPresentOrElse(mine -> state.set(new State.Labelling(mine)), () -> {
                    if (state.get() instanceof State.Labelling(Awaited scanned)) {
                        state.set(new State.Running(scanned.order().serial()));
                    }
                });
    }

    /** Runs a unit; the lane must not be running, nor hold what nobody has seen. */
    void begin(Station station, String scanned) {
        steps.clear();
        state.set(new State.Running(scanned));
        stop = new Cancellation();
        Cancellation until = stop; // the verdict of a unit that was stopped is wanted as well
        background
                .work(unused ->
                        station.run(scanned, step -> background.onUi(() -> steps.put(step.name(), step)), until))
                .start(result -> end(station, result), why -> state.set(new State.Broken(why)));
    }

    private void end(Station station, UnitResult result) {
        result.steps().forEach(step -> steps.put(step.name(), step));
        boolean golden = station.isAsGolden(result);
        state.set(new State.Ended(result, golden));
        ended.accept(this, result);
    }

    /** Somebody has seen what stays. */
    void acknowledge() {
        if (state.get().stays()) {
            steps.clear();
            state.set(new State.Free());
        }
    }

    /** Stops the unit that is under way. */
    void cancel() {
        stop.cancel();
    }
}
