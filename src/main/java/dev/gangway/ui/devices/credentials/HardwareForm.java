package dev.gangway.ui.devices.credentials;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.pki.hardware.TokenInfo;
import dev.gangway.ui.devices.credentials.HardwareViewModel.State;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.SecretInput;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Opens a hardware token and names a key in it. */
final class HardwareForm extends VBox {
    private final Words words;
    private final HBox row;
    private final Button open = new Button();
    private final ProblemBox problem;

    HardwareForm(ScreenContext around, HardwareViewModel model) {
        words = around.words();
        problem = new ProblemBox(words);
        getStyleClass().add("form");
        open.setText(words.get("hardware.open"));
        open.setId("open-token");
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(_ -> model.open());
        SecretInput pin =
                new SecretInput(words.get("hardware.pin"), model.pin(), Optional.empty(), words).with("token-pin", "");
        row = new HBox(pin, open);
        HBox.setHgrow(pin, Priority.ALWAYS);
        row.getStyleClass().add("button-row");
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        new FormField(words.get("hardware.module"), module(model), words.get("hardware.module.hint")),
                        FormField.row(
                                new FormField(words.get("hardware.token"), token(model)),
                                new FormField(words.get("hardware.pin"), row, words.get("hardware.pin.hint"))),
                        problem,
                        new FormField(words.get("hardware.key"), key(model), words.get("hardware.key.hint")));
        model.state().addListener((_, _, state) -> show(state));
        show(model.state().get());
    }

    private HBox module(HardwareViewModel model) {
        TextField path = new TextField();
        path.setId("token-module");
        path.getStyleClass().add("code");
        path.setAccessibleText(words.get("hardware.module"));
        path.textProperty().bindBidirectional(model.module());
        path.setOnAction(_ -> model.find());
        HBox.setHgrow(path, Priority.ALWAYS);
        Button find = new Button(words.get("hardware.find"));
        find.setId("find-tokens");
        find.setMinWidth(USE_PREF_SIZE);
        find.setOnAction(_ -> model.find());
        HBox box = new HBox(path, find);
        box.getStyleClass().add("button-row");
        return box;
    }

    private ComboBox<Optional<TokenInfo>> token(HardwareViewModel model) {
        ComboBox<Optional<TokenInfo>> box = Choices.of(
                List.of(),
                token -> token.map(each -> each.label() + " · "
                                + words.get(
                                        "hardware.tries." + each.tries().name().toLowerCase(Locale.ROOT)))
                        .orElse(""));
        box.setId("token-label");
        ListChangeListener<TokenInfo> fill = _ -> {
            Optional<TokenInfo> chosen = model.token().get();
            box.getItems().setAll(model.tokens().stream().map(Optional::of).toList());
            model.token().set(chosen);
        };
        model.tokens().addListener(fill);
        box.getItems().setAll(model.tokens().stream().map(Optional::of).toList());
        box.valueProperty().bindBidirectional(model.token());
        return box;
    }

    private static ComboBox<String> key(HardwareViewModel model) {
        ComboBox<String> box = new ComboBox<>(model.keys());
        box.setId("token-key");
        box.setEditable(true);
        box.setMaxWidth(Double.MAX_VALUE);
        box.getEditor().textProperty().bindBidirectional(model.label());
        return box;
    }

    private void show(State state) {
        open.setDisable(state instanceof State.Running);
        row.getChildren().removeIf(Chip.class::isInstance);
        problem.show(state instanceof State.Failed(Diagnosis why) ? Optional.of(why) : Optional.empty());
        if (state instanceof State.Open) {
            row.getChildren().add(new Chip(Level.OK, words.get("hardware.is-open")));
        }
    }
}
