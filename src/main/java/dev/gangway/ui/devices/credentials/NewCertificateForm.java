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

    private final Words words;
    private final FormField keyField;
    private final FormField validityField;

    NewCertificateForm(Words words, NewCertificateViewModel model) {
        this.words = words;
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
        keyField = new FormField(words.get("newdevice.key"), key, words.get("newdevice.key.hint"));
        validityField = new FormField(words.get("newdevice.validity"), days, words.get("newdevice.validity.hint"));
        getChildren()
                .addAll(
                        FormField.row(keyField, validityField),
                        FormField.row(
                                new FormField(
                                        words.get("newdevice.subject"), subject, words.get("newdevice.subject.hint")),
                                new FormField(words.get("newdevice.subject.preview"), preview)));
    }

    /** Shows what fits a certificate made this way: an EST server decides itself how long it is valid. */
    void show(LeafViewModel.Way way) {
        keyField.setHint(
                words.get(way == LeafViewModel.Way.IN_HARDWARE ? "newdevice.key.hint.token" : "newdevice.key.hint"));
        validityField.setDisable(way == LeafViewModel.Way.BY_EST);
        validityField.setHint(words.get(
                way == LeafViewModel.Way.BY_EST ? "newdevice.validity.hint.server" : "newdevice.validity.hint"));
    }
}
