package dev.gangway.ui.station;

import dev.gangway.line.unit.UnitStep;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.text.Words;
import java.util.Locale;
import javafx.collections.MapChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One lane: its number and prefix, the verdict, and the steps of its unit. */
final class LanePane extends VBox {
    private final Words words;
    private final StationViewModel model;
    private final LaneViewModel lane;
    private final HBox steps = new HBox();
    private final Label serial = new Label();

    LanePane(Words words, StationViewModel model, LaneViewModel lane, Runnable onAgain) {
        this.words = words;
        this.model = model;
        this.lane = lane;
        getStyleClass().addAll("station-lane");
        Label number = new Label(words.get("station.lane", "lane", lane.number()));
        number.getStyleClass().add("station-lane-number");
        number.setMinWidth(USE_PREF_SIZE);
        serial.getStyleClass().add("code");
        Label prefix = new Label();
        prefix.textProperty().bind(lane.prefixProperty());
        prefix.getStyleClass().addAll("muted", "code");
        prefix.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(number, serial, Card.spacer(), prefix);
        head.getStyleClass().add("station-lane-head");
        VerdictField verdict = new VerdictField(words, model, lane, onAgain);
        VBox.setVgrow(verdict, Priority.ALWAYS);
        verdict.setMinSize(0, 0);
        steps.getStyleClass().add("station-lane-steps");
        boolean alone = model.lanes().all().size() == 1;
        if (!alone) {
            getChildren().add(head);
        }
        getChildren().addAll(verdict, steps);
        setMinSize(0, 0);
        lane.steps().addListener((MapChangeListener<UnitStep.Name, UnitStep>) change -> steps());
        lane.stateProperty().subscribe(this::show);
        model.lanes().targetProperty().subscribe(target -> {
            getStyleClass().remove("station-lane-target");
            if (target.filter(this.lane::equals).isPresent()) {
                getStyleClass().add("station-lane-target");
            }
        });
        steps();
    }

    private void show(LaneViewModel.State state) {
        serial.setText(
                switch (state) {
                    case LaneViewModel.State.Running(String scanned) -> scanned;
                    case LaneViewModel.State.Labelling(var label) ->
                        label.order().serial();
                    case LaneViewModel.State.Ended ended ->
                        ended.result().order().serial();
                    case LaneViewModel.State.Free free -> "–";
                    case LaneViewModel.State.Broken broken -> "–";
                });
    }

    private void steps() {
        steps.getChildren().clear();
        for (UnitStep.Name name : UnitStep.Name.values()) {
            if (!model.isAsked(name)) {
                continue;
            }
            UnitStep step = lane.steps().get(name);
            UnitStep.State state = step == null ? UnitStep.State.WAITING : step.state();
            String key = name.name().toLowerCase(Locale.ROOT);
            String took = step != null && state == UnitStep.State.DONE
                    ? "  " + words.formats().took(step.took())
                    : "";
            boolean roomy = model.lanes().all().size() == 1; // among other lanes, times are under the pointer
            Chip chip = new Chip(level(state), words.get("station.step." + key) + (roomy ? took : ""));
            chip.setMinWidth(0);
            chip.setAccessibleText(words.get("station.step." + key) + ": "
                    + words.get("station.state." + state.name().toLowerCase(Locale.ROOT)) + took);
            chip.setTooltip(new javafx.scene.control.Tooltip(chip.getAccessibleText()));
            steps.getChildren().add(chip);
        }
    }

    private static Level level(UnitStep.State state) {
        return switch (state) {
            case WAITING, SKIPPED -> Level.NEUTRAL;
            case RUNNING -> Level.INFO;
            case DONE -> Level.OK;
            case FAILED -> Level.BAD;
            case QUEUED -> Level.WARNING;
        };
    }
}
