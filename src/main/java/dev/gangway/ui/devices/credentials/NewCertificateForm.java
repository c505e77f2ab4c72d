package dev.gangway.ui.devices.credentials;

import dev.gangway.pki.KeyType;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.text.Words;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Key, validity and subject of a certificate that is made here. */
final class NewCertificateForm extends VBox {
    private static final int LONGEST_YEARS = 100;

    NewCertificateForm(Words words, NewCertificateViewModel model) {
        getStyleClass().add("form");
        ComboBox<KeyType> key = Choices.of(List.of(KeyType.values()), type -> words.get("newdevice.key." + type));
        key.valueProperty().bindBidirectional(model.keyType());
        Spinner<Integer> days =
                new Spinner<>(1, LONGEST_YEARS * 365, model.validityDays().get(), 30);
        days.setEditable(true);
        days.setMaxWidth(Double.MAX_VALUE);
        days.valueProperty().addListener((_, _, value) -> model.validityDays().set(value));
        TextField subject = new TextField();
        subject.setId("certificate-subject");
        subject.textProperty().bindBidirectional(model.subject());
        Label preview = new Label();
        preview.getStyleClass().add("code");
        preview.setWrapText(true);
        preview.textProperty()
                .bind(Bindings.createStringBinding(
                        model::subjectPreview, model.subject(), model.device().name()));
        getChildren()
                .addAll(
                        FormField.row(
                                new FormField(words.get("newdevice.key"), key, words.get("newdevice.key.hint")),
                                new FormField(
                                        words.get("newdevice.validity"), days, words.get("newdevice.validity.hint"))),
                        FormField.row(
                                new FormField(
                                        words.get("newdevice.subject"), subject, words.get("newdevice.subject.hint")),
                                new FormField(words.get("newdevice.subject.preview"), preview)));
    }
}
