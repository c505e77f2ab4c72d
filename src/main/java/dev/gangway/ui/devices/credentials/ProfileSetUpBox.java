package dev.gangway.ui.devices.credentials;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.ui.devices.credentials.ProfileSetUpViewModel.State;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The button that puts settings of a profile on the server, and what came of it. */
final class ProfileSetUpBox extends VBox {
    private final Words words;
    private final Button start = new Button();
    private final HBox row = new HBox(start);
    private final ProblemBox problem;

    ProfileSetUpBox(ScreenContext around, ProfileSetUpViewModel model, Runnable action) {
        words = around.words();
        problem = new ProblemBox(words);
        getStyleClass().add("form");
        start.setId("set-up-profile");
        start.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> words.get(
                                "profile.set-up",
                                "profile",
                                model.device().profile().get()),
                        model.device().profile()));
        start.setOnAction(_ -> action.run());
        row.getStyleClass().add("button-row");
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, problem);
        model.state().addListener((_, _, state) -> show(state));
    }

    private void show(State state) {
        start.setDisable(state instanceof State.Running);
        row.getChildren().setAll(start);
        problem.show(state instanceof State.Failed(Diagnosis why) ? Optional.of(why) : Optional.empty());
        switch (state) {
            case State.Idle _ -> {}
            case State.Running _ -> row.getChildren().add(new Chip(Level.INFO, words.get("profile.running")));
            case State.Done(String profile) ->
                row.getChildren().add(new Chip(Level.OK, words.get("profile.done", "profile", profile)));
            case State.Failed _ -> row.getChildren().add(new Chip(Level.BAD, words.get("profile.failed")));
        }
    }
}
