package dev.gangway.ui.station;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.line.station.LabelScans;
import dev.gangway.line.station.Station;
import dev.gangway.line.unit.UnitResult;
import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.LevelShape;
import dev.gangway.ui.kit.LineWords;
import dev.gangway.ui.text.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** The large field with the verdict of a lane: shape, word and colour, what it means, and what to do. */
final class VerdictField extends VBox {
    private static final double SMALLEST = 24;

    /** Of a word beside which there is room for larger lines below it. */
    private static final double MIDDLE = 70;

    private static final double LARGEST = 120;

    /** Of the shape's side, by the size of the word. */
    private static final double SHAPE = 0.8;

    /** Lower than this, in pixels, what was told of the unit gives its room to what is to be done. */
    private static final double ROOM = 210;

    /** Lower than this, buttons stand beside the word. */
    private static final double ROOM_BELOW = 180;

    /** Lower than this, there is room for the cause alone. */
    private static final double ROOM_OF_ADVICE = 120;

    /** Narrower than this, F5 alone tests again: there is no room for two buttons beside the word. */
    private static final double ROOM_BESIDE = 430;

    private final Words words;
    private final StationViewModel model;
    private final LaneViewModel lane;
    private final LevelShape shape = new LevelShape(Level.NEUTRAL);
    private final Label word = new Label();
    private final Label text = new Label();
    private final Label advice = new Label();
    private final Label small = new Label();
    private final Button acknowledge = new Button();
    private final Button again = new Button();
    private final Button stop = new Button();
    private final HBox buttons = new HBox(again, stop, acknowledge);
    private final HBox heading = new HBox(shape, word);

    VerdictField(Words words, StationViewModel model, LaneViewModel lane, Runnable onAgain) {
        this.words = words;
        this.model = model;
        this.lane = lane;
        getStyleClass().add("station-verdict");
        setAlignment(Pos.CENTER);
        heightProperty().subscribe(height -> Platform.runLater(() -> place()));
        heading.getStyleClass().add("station-heading");
        heading.setAlignment(Pos.CENTER);
        word.getStyleClass().add("station-word");
        word.setMinWidth(USE_PREF_SIZE);
        word.setMinHeight(USE_PREF_SIZE);
        text.getStyleClass().add("station-text");
        small.getStyleClass().add("muted");
        if (lane.number() == 1) {
            word.setId("station-verdict");
            text.setId("station-cause");
        }
        for (Label label : new Label[] {text, advice, small}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
            label.managedProperty().bind(label.visibleProperty());
        }
        text.visibleProperty().bind(text.textProperty().isNotEmpty());
        advice.visibleProperty()
                .bind(advice.textProperty().isNotEmpty().and(heightProperty().greaterThan(ROOM_OF_ADVICE)));
        small.visibleProperty()
                .bind(small.textProperty().isNotEmpty().and(heightProperty().greaterThan(ROOM)));
        buttons.getStyleClass().add("button-row");
        buttons.setAlignment(Pos.CENTER);
        acknowledge.setText(words.get("station.acknowledge"));
        acknowledge.getStyleClass().add("accent");
        acknowledge.setOnAction(event -> model.acknowledge(lane));
        again.setText(Key.TEST.on(words, words.get("station.again")));
        again.setOnAction(event -> onAgain.run());
        stop.setText(Key.STOP.on(words, words.get("station.cancel")));
        stop.setOnAction(event -> lane.cancel());
        for (Button button : new Button[] {acknowledge, again, stop}) {
            button.setFocusTraversable(false);
            button.setMinWidth(USE_PREF_SIZE);
        }
        acknowledge.managedProperty().bind(acknowledge.visibleProperty());
        stop.managedProperty().bind(stop.visibleProperty());
        again.managedProperty()
                .bind(again.visibleProperty()
                        .and(heightProperty()
                                .greaterThanOrEqualTo(ROOM_BELOW)
                                .or(widthProperty().greaterThan(ROOM_BESIDE))));
        again.opacityProperty()
                .bind(Bindings.when(again.managedProperty()).then(1).otherwise(0));
        again.mouseTransparentProperty().bind(again.managedProperty().not());
        getChildren().addAll(heading, text, advice, small, buttons);
        model.phaseProperty()
                .subscribe(phase -> show(phase, lane.stateProperty().get()));
        lane.stateProperty().subscribe(state -> show(model.phaseProperty().get(), state));
    }

    /** The word is as large as the field allows, so that it is read from three metres. */
    @Override
    protected void layoutChildren() {
        double size =
                Math.clamp(Math.min(Math.min(getHeight() * 0.22, getWidth() * 0.11), fitting()), SMALLEST, LARGEST);
        word.setStyle("-fx-font-size: " + Math.round(size) + "px;");
        text.setStyle("-fx-font-size: " + (size > MIDDLE ? "1.7em;" : "1.2em;"));
        advice.setStyle("-fx-font-size: " + (size > MIDDLE ? "1.3em;" : "1em;"));
        double side = Math.round(size * SHAPE);
        boolean dash = shape.getStyleClass().contains("level-neutral");
        shape.setStyle("-fx-min-width: " + side + "px; -fx-max-width: " + side + "px; -fx-min-height: "
                + (dash ? side / 6 : side) + "px; -fx-max-height: " + (dash ? side / 6 : side) + "px;");
        super.layoutChildren();
    }

    /** The largest word that leaves whole what stands beside it, in pixels. */
    private double fitting() {
        Text measured = new Text(word.getText());
        measured.setFont(Font.font(word.getFont().getFamily(), FontWeight.BOLD, LARGEST));
        boolean beside = heading.getChildren().contains(buttons) && buttons.isManaged();
        double taken = (beside ? buttons.prefWidth(-1) + heading.getSpacing() : 0) + heading.getSpacing();
        double room = getWidth() - snappedLeftInset() - snappedRightInset() - taken;
        return room / (measured.getLayoutBounds().getWidth() / LARGEST + SHAPE);
    }

    /** Where the lane is low, what can be done stands beside the word and covers nothing. */
    private void place() {
        boolean beside = getHeight() < ROOM_BELOW;
        if (beside != heading.getChildren().contains(buttons)) {
            (beside ? getChildren() : heading.getChildren()).remove(buttons);
            (beside ? heading.getChildren() : getChildren()).add(buttons);
        }
    }

    private void show(StationViewModel.Phase phase, LaneViewModel.State state) {
        buttons(false, false, false);
        advice.setText("");
        small.setText("");
        switch (state) {
            case LaneViewModel.State.Running(String serial) -> {
                say(Level.INFO, words.get("station.word.run"), serial);
                buttons(false, true, false);
            }
            case LaneViewModel.State.Labelling(LabelScans.Awaited label) -> {
                say(
                        Level.INFO,
                        words.get("station.word.label"),
                        words.get("station.label.scan", "serial", label.order().serial()));
                if (model.lanes().all().size() > 1) {
                    small.setText(words.get("station.label.fixture", "prefix", lane.prefix()));
                }
                buttons(false, true, false);
            }
            case LaneViewModel.State.Broken(Diagnosis why) -> {
                say(Level.WARNING, words.get("station.word.error"), words.title(why));
                advice.setText(words.text(why));
                buttons(false, false, true);
            }
            case LaneViewModel.State.Ended ended when ended.golden() -> golden(ended.result());
            case LaneViewModel.State.Ended ended -> show(ended.result());
            case LaneViewModel.State.Free free -> show(phase);
        }
    }

    private void show(StationViewModel.Phase phase) {
        switch (phase) {
            case NO_RECIPE -> say(Level.NEUTRAL, words.get("station.word.recipe"), words.get("station.no-recipe"));
            case SIGN_ON -> say(Level.INFO, words.get("station.word.sign-on"), words.get("station.sign-on"));
            case PIN ->
                say(Level.INFO, words.get("station.word.pin"), words.get("station.pin.prompt", "name", model.who()));
            case OPEN -> say(Level.NEUTRAL, words.get("station.word.scan"), words.get("station.ready"));
            case PAUSED -> say(Level.WARNING, words.get("station.word.paused"), words.get("station.paused"));
        }
    }

    private void golden(UnitResult result) {
        String verdict = result.verdict().name().toLowerCase(Locale.ROOT);
        say(Level.OK, words.get("station.word.golden"), words.get("station.golden." + verdict));
        small.setText(words.get(
                "station.next",
                "serial",
                result.order().serial(),
                "took",
                words.formats().took(result.took())));
    }

    private void show(UnitResult result) {
        String key = result.verdict().name().toLowerCase(Locale.ROOT);
        say(
                level(result),
                word(words, result),
                result.cause()
                        .map(words::title)
                        .orElseGet(() -> words.get(
                                "station.passed", "name", result.order().name())));
        boolean begun = result.attempt() > 0;
        result.cause()
                .ifPresent(why -> advice.setText(Stream.of(
                                Optional.of(words.text(why)),
                                result.verdict() == UnitVerdict.ERROR
                                        ? why.remedies().stream().findFirst().map(words::remedy)
                                        : Optional.<String>empty(),
                                Optional.of(words.get("station.where." + key)).filter(where -> begun))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining("\n"))));
        boolean stays = result.verdict() == UnitVerdict.FAIL || result.verdict() == UnitVerdict.ERROR;
        buttons(stays && (begun || result.verdict() == UnitVerdict.ERROR), false, stays);
        small.setText(
                begun
                        ? words.get(
                                stays ? "station.took" : "station.next",
                                "serial",
                                result.order().serial(),
                                "took",
                                words.formats().took(result.took()))
                        : result.order().serial());
    }

    /** What came of a scan, in a word. A second scan of a unit is a double: neither good nor bad. */
    static String word(Words words, UnitResult result) {
        return words.get("station.word."
                + (Station.isDouble(result) ? "double" : result.verdict().name().toLowerCase(Locale.ROOT)));
    }

    /** The colour and shape of it. */
    static Level level(UnitResult result) {
        return Station.isDouble(result) ? Level.WARNING : LineWords.level(result.verdict());
    }

    private void buttons(boolean retest, boolean running, boolean seen) {
        again.setVisible(retest);
        stop.setVisible(running);
        acknowledge.setVisible(seen);
        buttons.setVisible(retest || running || seen);
        buttons.setManaged(retest || running || seen);
    }

    private void say(Level level, String heading, String meaning) {
        level.applyTo(this);
        level.applyTo(shape);
        word.setText(heading);
        text.setText(meaning);
        setAccessibleText(words.get("station.lane", "lane", lane.number()) + ". " + heading + ". " + meaning);
    }
}
