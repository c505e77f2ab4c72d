package dev.gangway.ui.devices.credentials;

import dev.gangway.pki.KeyType;
import dev.gangway.ui.devices.credentials.LeafViewModel.Way;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.ImportForm;
import dev.gangway.ui.kit.Segments;
import dev.gangway.ui.kit.Surroundings;
import dev.gangway.ui.text.Words;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** A certificate that the server knows by its fingerprint: made here, or brought in. */
final class LeafForm extends VBox {
    private static final int LONGEST_YEARS = 100;

    private final Words words;
    private final LeafViewModel model;
    private final VBox body = new VBox();
    private final ImportForm imported;

    LeafForm(Surroundings around, LeafViewModel model) {
        words = around.words();
        this.model = model;
        imported = new ImportForm(around, model.imported());
        getStyleClass().add("form");
        body.getStyleClass().add("form");
        Segments<Way> ways = new Segments<>(
                words.get("leaf.way"),
                Way.class,
                List.of(Way.values()),
                way -> words.get("leaf.way." + way),
                model.way()::set);
        ways.choose(model.way().get());
        model.way().addListener((_, _, way) -> {
            ways.choose(way);
            show();
        });
        getChildren().addAll(new FormField(words.get("leaf.way"), ways), body);
        show();
    }

    private void show() {
        body.getChildren()
                .setAll(
                        switch (model.way().get()) {
                            case MADE_HERE -> madeHere();
                            case IMPORTED -> List.of(imported);
                        });
    }

    private List<Node> madeHere() {
        ComboBox<KeyType> key = Choices.of(List.of(KeyType.values()), type -> words.get("newdevice.key." + type));
        key.valueProperty().bindBidirectional(model.keyType());
        Spinner<Integer> days =
                new Spinner<>(1, LONGEST_YEARS * 365, model.validityDays().get(), 30);
        days.setEditable(true);
        days.setMaxWidth(Double.MAX_VALUE);
        days.valueProperty().addListener((_, _, value) -> model.validityDays().set(value));
        TextField subject = new TextField();
        subject.textProperty().bindBidirectional(model.subject());
        Label preview = new Label();
        preview.getStyleClass().add("code");
        preview.setWrapText(true);
        preview.textProperty()
                .bind(Bindings.createStringBinding(
                        model::subjectPreview, model.subject(), model.device().name()));
        return List.of(
                FormField.row(
                        new FormField(words.get("newdevice.key"), key, words.get("newdevice.key.hint")),
                        new FormField(words.get("newdevice.validity"), days, words.get("newdevice.validity.hint"))),
                new FormField(words.get("newdevice.subject"), subject, words.get("newdevice.subject.hint")),
                new FormField(words.get("newdevice.subject.preview"), preview));
    }
}
