package dev.gangway.ui.devices;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.server.ServerEntry;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.LevelShape;
import dev.gangway.ui.kit.Surroundings;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** What has to be known of a new device. */
final class NewDeviceForm extends VBox {
    private final Words words;
    private final TextField name = new TextField();
    private final Label complaint = new Label();

    NewDeviceForm(Surroundings around, NewDeviceViewModel model) {
        this.words = around.words();
        getStyleClass().add("form");
        name.textProperty().bindBidirectional(model.name());
        name.setId("device-name");
        name.setPromptText(words.get("newdevice.name.prompt"));
        FormField nameField = new FormField(words.get("newdevice.name"), name);
        model.nameProblem()
                .addListener((property, was, problem) ->
                        nameField.errorProperty().set(problem.map(words::title).orElse("")));
        TextField label = new TextField();
        label.textProperty().bindBidirectional(model.label());
        complaint.setWrapText(true);
        complaint.setMinHeight(USE_PREF_SIZE);
        complaint.getStyleClass().add("form-error");
        complaint.setGraphic(new LevelShape(Level.BAD));
        complain(Optional.empty());
        getChildren()
                .addAll(
                        FormField.row(nameField, new FormField(words.get("newdevice.label"), label)),
                        FormField.row(
                                new FormField(words.get("newdevice.server"), server(model)),
                                new FormField(
                                        words.get("newdevice.profile"),
                                        profile(model),
                                        words.get("newdevice.profile.hint"))),
                        new CredentialForm(around, model.credential()),
                        complaint);
    }

    void focusName() {
        Platform.runLater(name::requestFocus);
    }

    /** Says what keeps the device from being made. */
    void complain(Optional<Diagnosis> why) {
        complaint.setText(why.map(words::title).orElse(""));
        complaint.setVisible(why.isPresent());
        complaint.setManaged(why.isPresent());
    }

    private static ComboBox<Optional<ServerEntry>> server(NewDeviceViewModel model) {
        ComboBox<Optional<ServerEntry>> box = new ComboBox<>();
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<ServerEntry> entry) {
                return entry == null ? "" : entry.map(ServerEntry::name).orElse("");
            }

            @Override
            public Optional<ServerEntry> fromString(String text) {
                throw new UnsupportedOperationException("nobody types a server");
            }
        });
        model.servers().addListener((javafx.collections.ListChangeListener<ServerEntry>) change ->
                box.getItems().setAll(model.servers().stream().map(Optional::of).toList()));
        box.valueProperty().bindBidirectional(model.server());
        return box;
    }

    private static ComboBox<String> profile(NewDeviceViewModel model) {
        ComboBox<String> box = new ComboBox<>(model.profiles());
        box.setEditable(true);
        box.setMaxWidth(Double.MAX_VALUE);
        box.getEditor().textProperty().bindBidirectional(model.profile());
        return box;
    }
}
