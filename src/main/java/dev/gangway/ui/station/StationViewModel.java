package dev.gangway.ui.station;

import dev.gangway.background.Background;
import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.serial.ScannerLayout;
import dev.gangway.line.station.Shift;
import dev.gangway.line.station.Station;
import dev.gangway.line.station.StationSetup;
import dev.gangway.line.unit.UnitResult;
import dev.gangway.line.unit.UnitStep;
import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.ui.kit.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** One station: who works, its lanes, what was scanned, and the shift so far. UI thread only. */
final class StationViewModel {
    /** Rows of the shift that are kept in view. */
    static final int MOST_ROWS = 500;

    /** What the station as a whole waits for. */
    enum Phase {
        /** No recipe is chosen. */
        NO_RECIPE,
        /** The shift begins with a name. */
        SIGN_ON,
        /** Units are taken. */
        OPEN,
        /** No unit is taken. */
        PAUSED
    }

    /** Something to be read once, below the scan field: a key of the words with its values, or a diagnosis. */
    record Notice(Level level, String key, Map<String, Object> values, Optional<Diagnosis> why) {
        static Notice of(Level level, String key, Map<String, Object> values) {
            return new Notice(level, key, values, Optional.empty());
        }

        static Notice of(Diagnosis why) {
            return new Notice(Level.BAD, "", Map.of(), Optional.of(why));
        }
    }

    private final StationWork work;
    private final Background background;
    private final ObservableList<Recipe> recipes = FXCollections.observableArrayList();
    private final ObservableList<UnitResult> results = FXCollections.observableArrayList();
    private final ObservableList<LaneViewModel> lanes = FXCollections.observableArrayList();
    private final List<LaneViewModel> unseen = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(this, "phase", Phase.NO_RECIPE);
    private final ReadOnlyObjectWrapper<Shift> shift = new ReadOnlyObjectWrapper<>(this, "shift", Shift.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
            new ReadOnlyObjectWrapper<>(this, "notice", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<LaneViewModel>> target =
            new ReadOnlyObjectWrapper<>(this, "target", Optional.empty());
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper(this, "waiting");
    private final ReadOnlyObjectWrapper<Optional<Recipe>> recipe =
            new ReadOnlyObjectWrapper<>(this, "recipe", Optional.empty());
    private final ReadOnlyObjectWrapper<StationSetup> setup =
            new ReadOnlyObjectWrapper<>(this, "setup", StationSetup.USUAL);
    private final BooleanProperty sound = new SimpleBooleanProperty(this, "sound", true);
    private Optional<Station> station = Optional.empty();
    private Optional<LaneViewModel> last = Optional.empty();
    private Cancellation delivering = new Cancellation();
    private boolean loading;

    StationViewModel(StationWork work, Background background) {
        this.work = work;
        this.background = background;
        sound.addListener((property, was, is) -> {
            if (!loading) {
                keep(setup.get().withSound(is));
            }
        });
    }

    ObservableList<Recipe> recipes() {
        return recipes;
    }

    /** The units of this shift, newest first. */
    ObservableList<UnitResult> results() {
        return results;
    }

    /** As many as the recipe says. */
    ObservableList<LaneViewModel> lanes() {
        return lanes;
    }

    ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Shift> shiftProperty() {
        return shift.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** The lane whose fixture was scanned, and whose unit comes next. */
    ReadOnlyObjectProperty<Optional<LaneViewModel>> targetProperty() {
        return target.getReadOnlyProperty();
    }

    /** Units in the outbox. */
    ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** What units come by now. */
    ReadOnlyObjectProperty<Optional<Recipe>> recipeProperty() {
        return recipe.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<StationSetup> setupProperty() {
        return setup.getReadOnlyProperty();
    }

    /** Whether a verdict is heard as well; kept. */
    BooleanProperty soundProperty() {
        return sound;
    }

    /** The station of this shift. */
    Optional<Station> station() {
        return station;
    }

    /** Reads recipes and set-up; the first recipe is chosen where none was. */
    void load() {
        background
                .work(cancellation -> new Loaded(work.recipes(), work.setup()))
                .start(this::loaded, this::broken);
    }

    /** Makes a recipe of the device that came on board last, and works by it. */
    void suggest() {
        background
                .work(cancellation -> work.suggest())
                .start(
                        made -> made.ifPresent(suggested -> {
                            load();
                            choose(suggested);
                        }),
                        this::broken);
    }

    /** Works by this recipe from now on; a new shift begins. Not while a unit is under way. */
    void choose(Recipe chosen) {
        if (isRunning()) {
            return;
        }
        background.attempt(cancellation -> work.open(chosen)).start(this::opened, this::broken);
    }

    /** Ends the shift; another one by the same recipe begins, with somebody to sign on where the recipe asks. */
    void endShift() {
        recipe.get().ifPresent(this::choose);
    }

    /** Keeps how the station is set up; it holds from the next shift on. */
    void keep(StationSetup changed) {
        setup.set(changed);
        background.work(cancellation -> work.keep(changed)).start(done -> {}, this::broken);
    }

    /** Writes a file; {@code done} hears that it is there. */
    void write(Path file, byte[] bytes, Runnable done, Consumer<Diagnosis> failed) {
        background.attempt(cancellation -> work.write(file, bytes)).start(written -> done.run(), failed);
    }

    /** What was scanned or typed, with Enter. Nothing at all acknowledges what stays longest. */
    void enter(String scanned) {
        notice.set(Optional.empty());
        String text = scanned.strip();
        switch (phase.get()) {
            case NO_RECIPE -> {}
            case SIGN_ON -> {
                if (!text.isEmpty()) {
                    station.ifPresent(its -> its.signOn(text));
                    phase.set(Phase.OPEN);
                }
            }
            case PAUSED -> {
                if (!text.isEmpty()) {
                    say(Level.WARNING, "station.paused", Map.of());
                }
            }
            case OPEN -> {
                if (text.isEmpty()) {
                    acknowledge();
                } else if (ScannerLayout.isCalibration(text)) {
                    calibrate(scanned);
                } else {
                    take(text);
                }
            }
        }
    }

    private void take(String text) {
        Optional<LanePrefixes.Found> found = lanes.size() == 1
                ? Optional.empty()
                : new LanePrefixes(lanes.stream().map(LaneViewModel::prefix).toList()).of(text);
        if (found.filter(each -> each.rest().isEmpty()).isPresent()) {
            target.set(found.map(each -> lanes.get(each.lane())));
            return;
        }
        Optional<LaneViewModel> lane = found.map(each -> lanes.get(each.lane()))
                .or(target::get)
                .or(() -> lanes.size() == 1 ? Optional.of(lanes.getFirst()) : free());
        String serial = found.map(LanePrefixes.Found::rest).orElse(text);
        target.set(Optional.empty());
        if (lane.isEmpty()) {
            say(Level.WARNING, "station.notice.busy", Map.of("serial", serial));
        } else if (lane.get().isRunning()) {
            say(
                    Level.WARNING,
                    "station.notice.running",
                    Map.of("serial", serial, "lane", lane.get().number()));
        } else if (lane.get().stateProperty().get().stays()) {
            say(
                    Level.WARNING,
                    "station.notice.unseen",
                    Map.of("serial", serial, "lane", lane.get().number()));
        } else {
            begin(lane.get(), serial);
        }
    }

    private Optional<LaneViewModel> free() {
        return lanes.stream()
                .filter(lane -> !lane.isRunning() && !lane.stateProperty().get().stays())
                .findFirst();
    }

    private void begin(LaneViewModel lane, String serial) {
        last = Optional.of(lane);
        station.ifPresent(its -> lane.begin(its, serial));
    }

    private void calibrate(String scanned) {
        station.ifPresent(its -> its.calibrate(scanned)
                .handle(
                        layout -> say(
                                layout.lost().isEmpty() ? Level.OK : Level.WARNING,
                                layout.lost().isEmpty() ? "station.notice.layout" : "station.notice.layout-loses",
                                Map.of(
                                        "scanner",
                                        layout.scanner(),
                                        "computer",
                                        layout.computer(),
                                        "lost",
                                        String.join(" ", layout.lost()))),
                        why -> notice.set(Optional.of(Notice.of(why)))));
    }

    /** Somebody has seen what stays longest. */
    void acknowledge() {
        unseen.stream().findFirst().ifPresent(this::acknowledge);
    }

    /** Somebody has seen what stays in this lane. */
    void acknowledge(LaneViewModel lane) {
        lane.acknowledge();
        unseen.remove(lane);
        notice.set(Optional.empty());
    }

    /** The unit that would be tested again: the one that stays longest, or the last one. */
    Optional<UnitResult> retestable() {
        return lastEnded().filter(result -> result.verdict() != UnitVerdict.PASS);
    }

    /** The unit whose verdict is shown: the one that stays longest, or the last one. */
    Optional<UnitResult> lastEnded() {
        return Stream.concat(unseen.stream(), last.stream())
                .findFirst()
                .map(lane -> lane.stateProperty().get())
                .flatMap(state -> state instanceof LaneViewModel.State.Ended ended
                        ? Optional.of(ended.result())
                        : Optional.empty());
    }

    /** Tests it again; the reason goes into the audit log, where one was asked for. */
    void again(String reason) {
        Optional<UnitResult> wanted = retestable();
        Optional<LaneViewModel> lane =
                Stream.concat(unseen.stream(), last.stream()).findFirst();
        if (wanted.isEmpty() || lane.isEmpty() || lane.get().isRunning()) {
            return;
        }
        unseen.remove(lane.get());
        lane.get().acknowledge();
        String serial = wanted.get().order().serial();
        station.filter(its -> !reason.isBlank())
                .ifPresent(its -> background
                        .work(cancellation -> {
                            its.retesting(serial, reason);
                            return serial;
                        })
                        .start(done -> {}, this::broken));
        begin(lane.get(), serial);
    }

    /** Prints the label of a unit again. */
    void reprint(String serial, String reason) {
        station.ifPresent(its -> background
                .attempt(cancellation -> its.reprint(serial, reason, cancellation))
                .start(printed -> say(Level.OK, "station.notice.reprinted", Map.of("serial", serial)), this::broken));
    }

    /** Lets a unit out of quarantine. */
    void release(String serial, String reason) {
        station.ifPresent(its -> background
                .attempt((Cancellation cancellation) -> its.release(serial, reason))
                .start(
                        (Outcome.Done done) -> say(Level.OK, "station.notice.released", Map.of("serial", serial)),
                        this::broken));
    }

    /** Stops the unit that was begun last, or another one that is under way. */
    void cancel() {
        last.filter(LaneViewModel::isRunning)
                .or(() -> lanes.stream().filter(LaneViewModel::isRunning).findFirst())
                .ifPresent(LaneViewModel::cancel);
    }

    /** Begins or ends a pause; units under way go on. */
    void pause() {
        boolean rests = phase.get() == Phase.PAUSED;
        if (rests || phase.get() == Phase.OPEN) {
            notice.set(Optional.empty());
            station.ifPresent(its -> its.pause(!rests));
            phase.set(rests ? Phase.OPEN : Phase.PAUSED);
        }
    }

    boolean isRunning() {
        return lanes.stream().anyMatch(LaneViewModel::isRunning);
    }

    /** The vault is being locked. */
    void close() {
        lanes.forEach(LaneViewModel::cancel);
        delivering.cancel();
    }

    private void opened(Station opened) {
        station = Optional.of(opened);
        Recipe its = opened.recipe();
        List<String> prefixes = setup.get().prefixesOf(its.rules().lanes());
        List<LaneViewModel> fresh = new ArrayList<>();
        for (int i = 0; i < prefixes.size(); i++) {
            fresh.add(new LaneViewModel(i + 1, prefixes.get(i), background, this::ended));
        }
        unseen.clear();
        last = Optional.empty();
        target.set(Optional.empty());
        notice.set(Optional.empty());
        results.clear();
        shift.set(Shift.EMPTY);
        recipe.set(Optional.of(its)); // first: the lanes show the steps that it asks for
        lanes.setAll(fresh);
        phase.set(its.rules().operator() ? Phase.SIGN_ON : Phase.OPEN);
        delivering.cancel();
        delivering = new Cancellation();
        deliver(opened, delivering);
    }

    private void ended(LaneViewModel lane, UnitResult result) {
        if (lane.stateProperty().get().stays()) {
            unseen.add(lane);
        }
        note(result);
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

    private void loaded(Loaded found) {
        loading = true;
        setup.set(found.setup());
        sound.set(found.setup().sound());
        loading = false;
        recipes.setAll(found.recipes());
        if (station.isEmpty() && !found.recipes().isEmpty()) {
            choose(found.recipes().getFirst());
        }
    }

    private void say(Level level, String key, Map<String, Object> values) {
        notice.set(Optional.of(Notice.of(level, key, values)));
    }

    private void broken(Diagnosis why) {
        notice.set(Optional.of(Notice.of(why)));
    }

    /** Whether units of this recipe go through a step. */
    boolean isAsked(UnitStep.Name name) {
        return switch (name) {
            case WRITE -> recipe.get().flatMap(Recipe::program).isPresent();
            case LABEL -> recipe.get().flatMap(Recipe::labelTemplate).isPresent();
            case DEVICE, CREDENTIAL, PUSH, TEST -> true;
        };
    }

    private record Loaded(List<Recipe> recipes, StationSetup setup) {}
}
