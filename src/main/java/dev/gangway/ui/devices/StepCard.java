package dev.gangway.ui.devices;

import dev.gangway.onboarding.Step;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.text.Words;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One step of an onboarding: how far it is, what came of it, and how long it took. */
final class StepCard extends VBox {
    StepCard(Words words, Step step) {
        getStyleClass().addAll("panel", "step-card");
        Label name = new Label(words.get("step." + step.name()));
        name.getStyleClass().add("strong");
        Label detail = new Label(detail(words, step));
        detail.getStyleClass().add("muted");
        detail.setWrapText(true);
        Chip state = new Chip(level(step.state()), words.get("step.state." + step.state()));
        getChildren().addAll(state, name, detail);
        setAccessibleText(name.getText() + ": " + state.getText() + ". " + detail.getText());
        setMinWidth(0);
        setPrefWidth(100); // all of them the same, whatever they say
    }

    private static String detail(Words words, Step step) {
        boolean ended = step.state() == Step.State.DONE || step.state() == Step.State.FAILED;
        String took = ended ? words.formats().took(step.took()) : "";
        return step.detail() + (step.detail().isEmpty() || took.isEmpty() ? "" : " · ") + took;
    }

    private static Level level(Step.State state) {
        return switch (state) {
            case WAITING, SKIPPED -> Level.NEUTRAL;
            case RUNNING -> Level.INFO;
            case DONE -> Level.OK;
            case FAILED -> Level.BAD;
        };
    }
}
