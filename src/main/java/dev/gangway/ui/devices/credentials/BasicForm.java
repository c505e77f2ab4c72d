package dev.gangway.ui.devices.credentials;

import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.SecretInput;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** MQTT basic: three fields of which any but the password may stand alone. */
final class BasicForm extends VBox {
    private final Words words;

    BasicForm(ScreenContext around, BasicViewModel model) {
        words = around.words();
        getStyleClass().add("form");
        FormField user = new FormField(words.get("basic.user-name"), text("basic-user-name", model.userName()));
        FormField client = new FormField(words.get("basic.client-id"), text("basic-client-id", model.clientId()));
        SecretInput password = new SecretInput(
                        words.get("basic.password"), model.password(), Optional.of(model::freshPassword), words)
                .with("basic-password", words.get("basic.optional"));
        Label rule = new Label();
        rule.setWrapText(true);
        rule.setMinHeight(USE_PREF_SIZE);
        rule.getStyleClass().add("muted");
        rule.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> words.get("basic.rule." + model.combination()),
                        model.clientId(),
                        model.userName(),
                        model.password()));
        FormField secret = new FormField(words.get("basic.password"), password);
        for (StringProperty each : java.util.List.of(model.clientId(), model.userName(), model.password())) {
            each.addListener(_ -> {
                boolean nothing = model.combination() == BasicViewModel.Combination.NOTHING;
                String error = nothing ? "" : model.problem().map(words::title).orElse("");
                boolean lonely = model.combination() == BasicViewModel.Combination.PASSWORD_WITHOUT_USER;
                user.errorProperty().set(lonely ? "" : error);
                secret.errorProperty().set(lonely ? error : "");
            });
        }
        getChildren().addAll(FormField.row(client, user), secret, rule);
    }

    private TextField text(String id, StringProperty value) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(words.get("basic.optional"));
        field.textProperty().bindBidirectional(value);
        return field;
    }
}
