package dev.gangway.ui.station;

import dev.gangway.background.Background;
import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.serial.ScannerLayout;
import dev.gangway.line.station.Station;
import dev.gangway.line.station.StationCode;
import dev.gangway.line.station.StationSetup;
import dev.gangway.line.unit.UnitStep;
import dev.gangway.secret.Secret;
import dev.gangway.ui.kit.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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
        /** Somebody has named himself, and the recipe wants his PIN. */
        PIN,
        /** Units are taken. */
        OPEN,
        /** No unit is taken. */
        PAUSED
    }

    private final StationWork work;
    private final Background background;
    private final ObservableList<Recipe> recipes = FXCollections.observableArrayList();
    private final ShiftViewModel shift;
    private final LanesViewModel lanes;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(this, "phase", Phase.NO_RECIPE);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
            new ReadOnlyObjectWrapper<>(this, "notice", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Recipe>> recipe =
            new ReadOnlyObjectWrapper<>(this, "recipe", Optional.empty());
    private final ReadOnlyObjectWrapper<StationSetup> setup =
            new ReadOnlyObjectWrapper<>(this, "setup", StationSetup.USUAL);
    private final BooleanProperty sound = new SimpleBooleanProperty(this, "sound", true);
    private Optional<Station> station = Optional.empty();
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper(this, "checking");
    private String who = "";
    private boolean loading;

    StationViewModel(StationWork work, Background background) {
        this.work = work;
        this.background = background;
        shift = new ShiftViewModel(background, this::broken);
        lanes = new LanesViewModel(background, shift::note);
        sound.addListener((property, was, is) -> {
            if (!loading) {
                keep(setup.get().withSound(is), () -> {}, this::broken);
            }
        });
    }

    ObservableList<Recipe> recipes() {
        return recipes;
    }

    /** What came of the shift so far. */
    ShiftViewModel shift() {
        return shift;
    }

    /** The lanes of the recipe. */
    LanesViewModel lanes() {
        return lanes;
    }

    ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
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
        if (lanes.isRunning()) {
            return;
        }
        background.attempt(cancellation -> work.open(chosen, lanes.labels())).start(this::opened, this::broken);
    }

    /** Ends the shift; another one by the same recipe begins, with somebody to sign on where the recipe asks. */
    void endShift() {
        recipe.get().ifPresent(this::choose);
    }

    /**
     * Keeps how the station is set up; it holds from the next unit on.
     *
     * @param failed hears why it cannot be so; nothing is kept then
     */
    void keep(StationSetup changed, Runnable done, Consumer<Diagnosis> failed) {
        background
                .attempt(cancellation -> work.site(changed, lanes.labels()).map(site -> {
                    work.keep(changed);
                    return site;
                }))
                .start(
                        site -> {
                            setup.set(changed);
                            lanes.prefixes(changed.prefixesOf(lanes.all().size()));
                            station.ifPresent(its -> its.moveTo(site));
                            done.run();
                        },
                        failed);
    }

    /** Prints a label that says nothing of a unit, where labels would go by this set-up. */
    void sample(StationSetup wanted, Runnable done, Consumer<Diagnosis> failed) {
        background.attempt(cancellation -> work.sample(wanted)).start(printed -> done.run(), failed);
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
            case NO_RECIPE -> notice.set(Optional.of(Notice.of(Level.WARNING, "station.no-recipe", Map.of())));
            case PIN -> {}
            case SIGN_ON -> {
                if (!text.isEmpty()) {
                    station.ifPresent(its -> named(its, text));
                }
            }
            case PAUSED -> {
                if (!text.isEmpty()) {
                    say(Level.WARNING, "station.paused", Map.of());
                }
            }
            case OPEN -> {
                if (text.isEmpty()) {
                    lanes.acknowledge();
                } else if (ScannerLayout.isCalibration(text)) {
                    calibrate(scanned);
                } else {
                    notice.set(lanes.take(text));
                }
            }
        }
    }

    private void named(Station its, String name) {
        if (its.recipe().rules().pin()) {
            who = name;
            phase.set(Phase.PIN);
        } else {
            its.signOn(name).handle(done -> phase.set(Phase.OPEN), why -> notice.set(Optional.of(Notice.of(why))));
        }
    }

    /** Whose PIN is asked for. */
    String who() {
        return who;
    }

    /** Whether a PIN is being looked at. */
    ReadOnlyBooleanProperty checkingProperty() {
        return checking.getReadOnlyProperty();
    }

    /** The PIN of who has named himself; it is wiped here. An empty one goes back to the name. */
    void pin(Secret typed) {
        if (phase.get() != Phase.PIN || checking.get() || typed.length() == 0) {
            boolean back = typed.length() == 0;
            typed.close();
            if (back) {
                back();
            }
            return;
        }
        notice.set(Optional.empty());
        Station its = station.orElseThrow();
        String name = who;
        checking.set(true);
        background
                .attempt(cancellation -> {
                    try (typed) {
                        return work.signOn(its, name, typed);
                    }
                })
                .always(() -> checking.set(false))
                .start(done -> signedOn(its), why -> notSignedOn(its, why));
    }

    private void signedOn(Station its) {
        if (isAsked(its)) {
            phase.set(Phase.OPEN);
        }
    }

    private void notSignedOn(Station its, Diagnosis why) {
        broken(why);
        if (isAsked(its) && why.is(StationCode.OPERATOR_UNKNOWN)) {
            phase.set(Phase.SIGN_ON);
        }
    }

    /** Whether this station still waits for the PIN; another recipe may have been chosen meanwhile. */
    private boolean isAsked(Station its) {
        return phase.get() == Phase.PIN && station.filter(its::equals).isPresent();
    }

    /** Somebody else is to sign on; does nothing where no PIN is asked for. */
    private void back() {
        if (phase.get() == Phase.PIN && !checking.get()) {
            notice.set(Optional.empty());
            phase.set(Phase.SIGN_ON);
        }
    }

    /** Goes back from the PIN to the name, or stops a unit. */
    void stop() {
        if (phase.get() == Phase.PIN) {
            back();
        } else {
            lanes.cancel();
        }
    }

    /** Names of those who have a PIN. */
    void operators(Consumer<List<String>> then) {
        background.work(cancellation -> work.operators()).start(then, this::broken);
    }

    /** Gives a name a PIN; wipes both. */
    void setPin(String name, Secret shown, Secret pin, Runnable done, Consumer<Diagnosis> failed) {
        background
                .attempt(cancellation -> {
                    try (shown;
                            pin) {
                        return work.setPin(name, shown, pin);
                    }
                })
                .start(set -> done.run(), failed);
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

    /** Somebody has seen what stays in this lane. */
    void acknowledge(LaneViewModel lane) {
        lanes.acknowledge(lane);
        notice.set(Optional.empty());
    }

    /** Tests the unit again whose verdict is shown; the reason goes into the audit log, where one was asked for. */
    void again(String reason) {
        notice.set(Optional.empty());
        lanes.again()
                .filter(serial -> !reason.isBlank())
                .ifPresent(serial -> station.ifPresent(its -> background
                        .work(cancellation -> {
                            its.retesting(serial, reason);
                            return serial;
                        })
                        .start(done -> {}, this::broken)));
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

    /** Begins or ends a pause; units under way go on. */
    void pause() {
        boolean rests = phase.get() == Phase.PAUSED;
        if (rests || phase.get() == Phase.OPEN) {
            notice.set(Optional.empty());
            station.ifPresent(its -> its.pause(!rests));
            phase.set(rests ? Phase.OPEN : Phase.PAUSED);
        }
    }

    /** The vault is being locked. */
    void close() {
        lanes.close();
        shift.close();
    }

    private void opened(Station opened) {
        station = Optional.of(opened);
        Recipe its = opened.recipe();
        notice.set(Optional.empty());
        recipe.set(Optional.of(its)); // first: the lanes show the steps that it asks for
        lanes.begin(opened, setup.get().prefixesOf(its.rules().lanes()));
        phase.set(its.rules().operator() || its.rules().pin() ? Phase.SIGN_ON : Phase.OPEN);
        shift.begin(opened);
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
