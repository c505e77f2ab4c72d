package dev.gangway.ui.devices.credentials;

import atlantafx.base.theme.Styles;
import dev.gangway.credentials.Credentials;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.SecretField;
import dev.gangway.ui.kit.SecretInput;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** An access token. */
final class TokenForm extends VBox {
    private final ScreenContext around;
    private final Words words;
    private final TokenViewModel model;
    private final CheckBox own;

    TokenForm(ScreenContext around, TokenViewModel model) {
        this.around = around;
        this.words = around.words();
        this.model = model;
        getStyleClass().add("form");
        own = new CheckBox(words.get("newdevice.own-token"));
        own.selectedProperty().bindBidirectional(model.own());
        model.own().addListener(_ -> show());
        model.generated().addListener(_ -> show());
        show();
    }

    private void show() {
        getChildren().setAll(model.own().get() ? typed() : generated(), own);
    }

    private Node generated() {
        String name = words.get("newdevice.token");
        SecretField field = new SecretField(name, () -> model.generated().get(), words, around.clipboard());
        Button renew = new Button(words.get("newdevice.renew"));
        renew.getStyleClass().add(Styles.SMALL);
        renew.setMinWidth(USE_PREF_SIZE);
        renew.setOnAction(_ -> model.generate());
        HBox row = new HBox(field, renew);
        row.getStyleClass().add("button-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return new FormField(name, row, words.get("newdevice.token.hint"));
    }

    private Node typed() {
        String name = words.get("newdevice.token");
        SecretInput input = new SecretInput(name, model.typed(), Optional.empty(), words);
        FormField form =
                new FormField(name, input, words.get("newdevice.token.rules", "max", Credentials.MAX_TOKEN_LENGTH));
        model.typed().addListener(_ -> form.errorProperty().set(error(model.problem())));
        return form;
    }

    private String error(Optional<Diagnosis> problem) {
        return model.typed().get().isEmpty() ? "" : problem.map(words::title).orElse("");
    }
}
