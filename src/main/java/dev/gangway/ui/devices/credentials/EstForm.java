package dev.gangway.ui.devices.credentials;

import dev.gangway.ui.devices.credentials.EstViewModel.Trust;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.SecretInput;
import dev.gangway.ui.kit.SegmentedButton;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** An EST server, whom to believe, and who asks. */
final class EstForm extends VBox {
    EstForm(ScreenContext around, EstViewModel model) {
        Words words = around.words();
        getStyleClass().add("form");
        SegmentedButton<Trust> trust = SegmentedButton.of(words, "est.trust", model.trust());
        getChildren()
                .addAll(
                        FormField.row(
                                new FormField(
                                        words.get("est.address"),
                                        field("est-address", model.address()),
                                        words.get("est.address.hint")),
                                new FormField(words.get("est.trust"), trust)),
                        new FormField(
                                words.get("est.fingerprint"),
                                field("est-fingerprint", model.fingerprint()),
                                words.get("est.fingerprint.hint")),
                        FormField.row(
                                new FormField(
                                        words.get("est.user"),
                                        field("est-user", model.user()),
                                        words.get("est.user.hint")),
                                new FormField(
                                        words.get("est.password"),
                                        new SecretInput(
                                                        words.get("est.password"),
                                                        model.password(),
                                                        Optional.empty(),
                                                        words)
                                                .with("est-password", ""))));
    }

    private static TextField field(String id, StringProperty text) {
        TextField field = new TextField();
        field.setId(id);
        field.getStyleClass().add("code");
        field.textProperty().bindBidirectional(text);
        return field;
    }
}
