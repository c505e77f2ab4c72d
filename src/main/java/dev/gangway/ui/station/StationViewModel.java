package dev.gangway.ui.station;

import dev.gangway.background.Background;
import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.station.Shift;
import dev.gangway.line.station.Station;
import dev.gangway.line.unit.UnitResult;
import dev.gangway.line.unit.UnitStep;
import dev.gangway.line.unit.UnitVerdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/** One station: what was scanned, how far it is, what it came to, and the shift so far. UI thread only. */
final class StationViewModel {
    /** Rows of the shift that are kept in view. */
    static final int MOST_ROWS = 500;

    /** What is to be seen in the large field. */
    sealed interface State {
        /** No recipe is chosen. */
        record NoRecipe() implements State {}

        /** The shift begins with a name. */
        record SignOn() implements State {}

        /** Ready for a unit. */
        record Ready() implements State {}

        /** No unit is taken. */
        record Paused() implements State {}

        /** A unit is under way. */
        record Running(String serial) implements State {}

        /** A unit has its verdict; one that did not pass stays until somebody has seen it. */
        record Ended(UnitResult result) implements State {
            boolean stays() {
                return result.verdict() == UnitVerdict.FAIL || result.verdict() == UnitVerdict.ERROR;
            }
        }

        /** Something else went wrong; stays likewise. */
        record Broken(Diagnosis why) implements State {}
    }

    private final StationWork work;
    private final Background background;
    private final ObservableList<Recipe> recipes = FXCollections.observableArrayList();
    private final ObservableList<UnitResult> results = FXCollections.observableArrayList();
    private final ObservableMap<UnitStep.Name, UnitStep> steps =
            FXCollections.observableMap(new EnumMap<>(UnitStep.Name.class));
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", new State.NoRecipe());
    private final ReadOnlyObjectWrapper<Shift> shift = new ReadOnlyObjectWrapper<>(this, "shift", Shift.EMPTY);
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper(this, "waiting");
    private final ReadOnlyObjectWrapper<Optional<Recipe>> recipe =
            new ReadOnlyObjectWrapper<>(this, "recipe", Optional.empty());
    private final BooleanProperty sound = new SimpleBooleanProperty(this, "sound", true);
    private Optional<Station> station = Optional.empty();
    private Cancellation running = new Cancellation();
    private Cancellation delivering = new Cancellation();

    StationViewModel(StationWork work, Background background) {
        this.work = work;
        this.background = background;
    }

    ObservableList<Recipe> recipes() {
        return recipes;
    }

    /** The units of this shift, newest first. */
    ObservableList<UnitResult> results() {
        return results;
    }

    /** The steps of the unit that is or was under way. */
    ObservableMap<UnitStep.Name, UnitStep> steps() {
        return steps;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Shift> shiftProperty() {
        return shift.getReadOnlyProperty();
    }

    /** Units in the outbox. */
    ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** What units come by now. */
    ReadOnlyObjectProperty<Optional<Recipe>> recipeProperty() {
        return recipe.getReadOnlyProperty();
    }

    /** Whether a verdict is heard as well. */
    BooleanProperty soundProperty() {
        return sound;
    }

    /** Reads the recipes; the first is chosen where none was. */
    void load() {
        background.work(cancellation -> work.recipes()).start(this::loaded, this::broken);
    }

    /** Makes a recipe of the device that came on board last, and works by it. */
    void suggest() {
        background
                .work(cancellation -> work.suggest())
                .start(
                        made -> made.ifPresent(recipe -> {
                            load();
                            choose(recipe);
                        }),
                        this::broken);
    }

    /** Works by this recipe from now on; a new shift begins. */
    void choose(Recipe recipe) {
        if (state.get() instanceof State.Running) {
            return;
        }
        background.work(cancellation -> work.open(recipe)).start(this::opened, this::broken);
    }

    private void opened(Station opened) {
        station = Optional.of(opened);
        recipe.set(Optional.of(opened.recipe()));
        results.clear();
        steps.clear();
        shift.set(Shift.EMPTY);
        state.set(opened.recipe().rules().operator() ? new State.SignOn() : new State.Ready());
        delivering.cancel();
        delivering = new Cancellation();
        deliver(opened, delivering);
    }

    /** What was scanned or typed, with Enter. Nothing at all acknowledges what stays. */
    void enter(String text) {
        String scanned = text.strip();
        switch (state.get()) {
            case State.NoRecipe none -> {}
            case State.SignOn none -> {
                if (!scanned.isEmpty()) {
                    station.ifPresent(its -> its.signOn(scanned));
                    state.set(new State.Ready());
                }
            }
            case State.Running already -> {} // the scan field is closed meanwhile
            case State.Paused paused -> {}
            case State.Broken why -> acknowledge(scanned);
            case State.Ended ended when ended.stays() -> acknowledge(scanned);
            case State.Ended ended -> begin(scanned);
            case State.Ready ready -> begin(scanned);
        }
    }

    /** Somebody has seen what stays. */
    void acknowledge() {
        acknowledge("");
    }

    /** Tests the unit again whose verdict is shown; one that has passed is not. */
    void again() {
        if (state.get() instanceof State.Ended(UnitResult result) && result.verdict() != UnitVerdict.PASS) {
            begin(result.order().serial());
        }
    }

    /** Stops the unit that is under way. */
    void cancel() {
        running.cancel();
    }

    /** Begins or ends a pause; not while a unit is under way, or while somebody has to see what stays. */
    void pause() {
        boolean rests = state.get() instanceof State.Paused;
        boolean can = state.get() instanceof State.Ready || state.get() instanceof State.Ended ended && !ended.stays();
        if (rests || can) {
            station.ifPresent(its -> its.pause(!rests));
            state.set(rests ? new State.Ready() : new State.Paused());
        }
    }

    /** The vault is being locked. */
    void close() {
        running.cancel();
        delivering.cancel();
    }

    /** A scan that meets what stays does not sweep it away: only an empty line does. */
    private void acknowledge(String scanned) {
        boolean seen = state.get() instanceof State.Broken || state.get() instanceof State.Ended;
        if (scanned.isEmpty() && seen) {
            steps.clear();
            state.set(new State.Ready());
        }
    }

    private void begin(String serial) {
        Optional<Station> its = station;
        if (serial.isEmpty() || its.isEmpty()) {
            return;
        }
        steps.clear();
        state.set(new State.Running(serial));
        running = background
                .work(cancellation -> its.get()
                        .run(serial, step -> background.onUi(() -> steps.put(step.name(), step)), cancellation))
                .noted("unit", StationViewModel::ending)
                .start(this::ended, this::broken);
    }

    /** For the log. */
    private static String ending(UnitResult result) {
        return result.verdict() + result.cause().map(why -> " " + why.code()).orElse("");
    }

    private void ended(UnitResult result) {
        result.steps().forEach(step -> steps.put(step.name(), step));
        note(result);
        state.set(new State.Ended(result));
    }

    private void note(UnitResult result) {
        results.addFirst(result);
        if (results.size() > MOST_ROWS) {
            results.removeLast();
        }
        station.ifPresent(its -> shift.set(its.shift()));
        count();
    }

    private void count() {
        station.ifPresent(its -> background.work(cancellation -> its.waiting()).start(waiting::set, this::broken));
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
                .start(done -> {}, this::broken);
    }

    private void loaded(List<Recipe> all) {
        recipes.setAll(all);
        if (station.isEmpty() && !all.isEmpty()) {
            choose(all.getFirst());
        }
    }

    private void broken(Diagnosis why) {
        state.set(new State.Broken(why));
    }

    /** Whether units of this recipe go through a step. */
    boolean isAsked(UnitStep.Name name) {
        return switch (name) {
            case WRITE -> recipe.get().flatMap(Recipe::program).isPresent();
            case LABEL -> recipe.get().flatMap(Recipe::labelTemplate).isPresent();
            case DEVICE, CREDENTIAL, PUSH, TEST -> true;
        };
    }

    /** For the view: the steps that there are, in order. */
    static Map<UnitStep.Name, String> wordsOfSteps() {
        Map<UnitStep.Name, String> keys = new EnumMap<>(UnitStep.Name.class);
        for (UnitStep.Name name : UnitStep.Name.values()) {
            keys.put(name, "station.step." + name.name().toLowerCase(java.util.Locale.ROOT));
        }
        return keys;
    }
}
