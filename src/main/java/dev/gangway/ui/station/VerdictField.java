package dev.gangway.ui.station;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.line.unit.UnitResult;
import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.LevelShape;
import dev.gangway.ui.text.Words;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The large field with the verdict: shape, word and colour, what it means, and what to do. */
final class VerdictField extends VBox {
    private final Words words;
    private final LevelShape shape = new LevelShape(Level.NEUTRAL);
    private final Label word = new Label();
    private final Label text = new Label();
    private final Label advice = new Label();
    private final Label small = new Label();
    private final Button acknowledge = new Button();
    private final Button again = new Button();
    private final HBox buttons = new HBox(again, acknowledge);

    VerdictField(Words words, StationViewModel model) {
        this.words = words;
        getStyleClass().add("station-verdict");
        setAlignment(Pos.CENTER);
        HBox heading = new HBox(shape, word);
        heading.getStyleClass().add("station-heading");
        heading.setAlignment(Pos.CENTER);
        word.getStyleClass().add("station-word");
        word.setId("station-verdict");
        text.getStyleClass().add("station-text");
        text.setId("station-cause");
        small.getStyleClass().add("muted");
        for (Label label : new Label[] {text, advice, small}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        }
        buttons.getStyleClass().add("button-row");
        buttons.setAlignment(Pos.CENTER);
        acknowledge.setText(words.get("station.acknowledge"));
        acknowledge.getStyleClass().add("accent");
        acknowledge.setFocusTraversable(false);
        acknowledge.setOnAction(event -> model.acknowledge());
        again.setText(Key.TEST.on(words, words.get("station.again")));
        again.setFocusTraversable(false);
        again.setOnAction(event -> model.again());
        getChildren().addAll(heading, text, advice, small, buttons);
        model.stateProperty().subscribe(this::show);
    }

    private void show(StationViewModel.State state) {
        buttons.setVisible(false);
        buttons.setManaged(false);
        advice.setText("");
        small.setText("");
        switch (state) {
            case StationViewModel.State.NoRecipe none ->
                say(Level.NEUTRAL, words.get("station.word.recipe"), words.get("station.no-recipe"));
            case StationViewModel.State.SignOn none ->
                say(Level.INFO, words.get("station.word.sign-on"), words.get("station.sign-on"));
            case StationViewModel.State.Ready ready ->
                say(Level.NEUTRAL, words.get("station.word.scan"), words.get("station.ready"));
            case StationViewModel.State.Paused paused ->
                say(Level.WARNING, words.get("station.word.paused"), words.get("station.paused"));
            case StationViewModel.State.Running(String serial) ->
                say(Level.INFO, words.get("station.word.run"), serial);
            case StationViewModel.State.Broken(Diagnosis why) -> {
                say(Level.WARNING, words.get("station.word.error"), words.title(why));
                advice.setText(words.text(why));
                buttons(false);
            }
            case StationViewModel.State.Ended(UnitResult result) -> show(result);
        }
    }

    private void show(UnitResult result) {
        String key = result.verdict().name().toLowerCase(Locale.ROOT);
        say(
                level(result.verdict()),
                words.get("station.word." + key),
                result.cause()
                        .map(words::title)
                        .orElseGet(() -> words.get(
                                "station.passed", "name", result.order().name())));
        boolean begun = result.attempt() > 0;
        result.cause()
                .ifPresent(why -> advice.setText(
                        begun ? words.text(why) + "\n" + words.get("station.where." + key) : words.text(why)));
        if (!begun) {
            small.setText(result.order().serial());
            buttons(result.verdict() == UnitVerdict.ERROR);
            return;
        }
        small.setText(words.get(
                result.verdict() == UnitVerdict.PASS || result.verdict() == UnitVerdict.QUEUED
                        ? "station.next"
                        : "station.took",
                "serial",
                result.order().serial(),
                "took",
                words.formats().took(result.took())));
        if (result.verdict() == UnitVerdict.FAIL || result.verdict() == UnitVerdict.ERROR) {
            buttons(true);
        }
    }

    private void buttons(boolean retest) {
        again.setVisible(retest);
        again.setManaged(retest);
        buttons.setVisible(true);
        buttons.setManaged(true);
    }

    private void say(Level level, String heading, String meaning) {
        level.applyTo(this);
        level.applyTo(shape);
        word.setText(heading);
        text.setText(meaning);
        setAccessibleText(heading + ". " + meaning);
    }

    static Level level(UnitVerdict verdict) {
        return switch (verdict) {
            case PASS -> Level.OK;
            case FAIL -> Level.BAD;
            case QUEUED, ERROR -> Level.WARNING;
        };
    }
}
