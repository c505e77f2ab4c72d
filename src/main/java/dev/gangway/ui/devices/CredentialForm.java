package dev.gangway.ui.devices;

import atlantafx.base.theme.Styles;
import dev.gangway.onboarding.Credentials;
import dev.gangway.pki.KeyType;
import dev.gangway.secret.Secret;
import dev.gangway.ui.devices.CredentialViewModel.Way;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.ImportForm;
import dev.gangway.ui.kit.SecretField;
import dev.gangway.ui.kit.Segments;
import dev.gangway.ui.kit.Surroundings;
import dev.gangway.ui.text.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** What a new device signs in with. */
final class CredentialForm extends VBox {
    private static final int LONGEST_YEARS = 100;

    private final Surroundings around;
    private final Words words;
    private final CredentialViewModel model;
    private final VBox choice = new VBox();
    private final ImportForm imported;

    CredentialForm(Surroundings around, CredentialViewModel model) {
        this.around = around;
        this.words = around.words();
        this.model = model;
        imported = new ImportForm(around, model.imported());
        getStyleClass().add("form");
        Segments<Way> ways = new Segments<>(
                words.get("newdevice.credential"),
                Way.class,
                List.of(Way.values()),
                way -> words.get("newdevice.way." + way),
                model.way()::set);
        ways.choose(model.way().get());
        model.way().addListener((property, was, way) -> {
            ways.choose(way);
            show();
        });
        model.ownToken().addListener((property, was, own) -> show());
        model.generated().addListener((property, was, secret) -> show());
        getChildren().addAll(new FormField(words.get("newdevice.credential"), ways), choice);
        choice.getStyleClass().addAll("form", "credential-choice");
        show();
    }

    private void show() {
        choice.getChildren()
                .setAll(
                        switch (model.way().get()) {
                            case TOKEN -> token();
                            case MADE_HERE -> certificate();
                            case IMPORTED -> List.of(imported);
                        });
    }

    private List<Node> token() {
        CheckBox own = new CheckBox(words.get("newdevice.own-token"));
        own.setSelected(model.ownToken().get());
        own.setOnAction(event -> model.ownToken().set(own.isSelected()));
        return List.of(model.ownToken().get() ? typed() : generated(), own);
    }

    private Node generated() {
        String name = words.get("newdevice.token");
        SecretField field = new SecretField(name, () -> model.generated().get(), words, around.clipboard());
        Button renew = new Button(words.get("newdevice.renew"));
        renew.getStyleClass().add(Styles.SMALL);
        renew.setOnAction(event -> model.renew());
        HBox row = new HBox(field, renew);
        row.getStyleClass().add("button-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return new FormField(name, row, words.get("newdevice.token.hint"));
    }

    private Node typed() {
        PasswordField field = new PasswordField();
        field.textProperty().bindBidirectional(model.typedToken());
        FormField form = new FormField(
                words.get("newdevice.token"),
                field,
                words.get("newdevice.token.rules", "max", Credentials.MAX_TOKEN_LENGTH));
        field.textProperty()
                .addListener((property, was, text) -> form.errorProperty()
                        .set(
                                text.isEmpty()
                                        ? ""
                                        : Credentials.checkToken(Secret.of(text))
                                                .map(words::title)
                                                .orElse("")));
        return form;
    }

    private List<Node> certificate() {
        ComboBox<KeyType> key = new ComboBox<>();
        key.getItems().setAll(KeyType.values());
        key.setConverter(new StringConverter<>() {
            @Override
            public String toString(KeyType type) {
                return type == null ? "" : words.get("newdevice.key." + type);
            }

            @Override
            public KeyType fromString(String text) {
                throw new UnsupportedOperationException("nobody types a key type");
            }
        });
        key.valueProperty().bindBidirectional(model.keyType());
        key.setMaxWidth(Double.MAX_VALUE);
        Spinner<Integer> days =
                new Spinner<>(1, LONGEST_YEARS * 365, model.validityDays().get(), 30);
        days.setEditable(true);
        days.setMaxWidth(Double.MAX_VALUE);
        days.valueProperty()
                .addListener((property, was, value) -> model.validityDays().set(value));
        TextField subject = new TextField();
        subject.textProperty().bindBidirectional(model.subject());
        Label preview = new Label();
        preview.getStyleClass().add("code");
        preview.setWrapText(true);
        preview.textProperty()
                .bind(javafx.beans.binding.Bindings.createStringBinding(
                        model::subjectPreview, model.subject(), model.deviceName()));
        HBox row = FormField.row(
                new FormField(words.get("newdevice.key"), key, words.get("newdevice.key.hint")),
                new FormField(words.get("newdevice.validity"), days, words.get("newdevice.validity.hint")));
        return List.of(
                row,
                new FormField(words.get("newdevice.subject"), subject, words.get("newdevice.subject.hint")),
                new FormField(words.get("newdevice.subject.preview"), preview));
    }
}
