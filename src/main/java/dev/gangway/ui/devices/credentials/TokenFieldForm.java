package dev.gangway.ui.devices.credentials;

import dev.gangway.ui.devices.credentials.TokenFieldViewModel.Field;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.SegmentedButton;
import dev.gangway.ui.text.Words;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Which field of CONNECT a token goes into, and what stands beside it. */
final class TokenFieldForm extends VBox {
    TokenFieldForm(Words words, TokenFieldViewModel model) {
        SegmentedButton<Field> fields = SegmentedButton.of(words, "token-field", model.field());
        TextField userName = new TextField();
        userName.setId("token-user-name");
        userName.textProperty().bindBidirectional(model.userName());
        userName.disableProperty().bind(model.field().isEqualTo(Field.USER_NAME));
        getChildren()
                .add(FormField.row(
                        new FormField(words.get("token-field"), fields, words.get("token-field.hint")),
                        new FormField(
                                words.get("token-field.user-name"),
                                userName,
                                words.get("token-field.user-name.hint"))));
    }
}
