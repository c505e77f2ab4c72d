package dev.gangway.ui.devices;

import dev.gangway.device.Registration;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.server.ServerEntry;
import dev.gangway.ui.devices.OnboardingViewModel.OnboardingState;
import dev.gangway.ui.devices.credentials.CredentialsForm;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/** What has to be known of a new device. */
final class NewDeviceForm extends VBox {
    private final TextField name = new TextField();

    NewDeviceForm(ScreenContext around, NewDeviceViewModel model) {
        Words words = around.words();
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
        getChildren()
                .addAll(
                        FormField.row(nameField, new FormField(words.get("newdevice.label"), label)),
                        FormField.row(
                                new FormField(words.get("newdevice.server"), server(model)),
                                new FormField(
                                        words.get("newdevice.profile"),
                                        profile(model),
                                        words.get("newdevice.profile.hint"))),
                        registration(words, model),
                        new CredentialsForm(around, model.credential()));
    }

    /** Folded away: most devices need none of it. What was typed goes with the name, once a device was made of it. */
    private static TitledPane registration(Words words, NewDeviceViewModel model) {
        RegistrationForm form = new RegistrationForm(words);
        TitledPane pane = new TitledPane(words.get("registration.title"), form);
        pane.setId("device-registration");
        pane.setExpanded(false);
        model.registration(() -> {
            Optional<Registration> read = form.read().map(change -> change.apply(Registration.NONE));
            if (read.isEmpty()) {
                pane.setExpanded(true);
            }
            return read;
        });
        model.onboarding().state().subscribe(state -> {
            if (state instanceof OnboardingState.Finished(Onboarding.Result result) && result.isOk()) {
                form.show(List.of(Registration.NONE));
            }
        });
        return pane;
    }

    void focusName() {
        Platform.runLater(name::requestFocus);
    }

    private static ComboBox<Optional<ServerEntry>> server(NewDeviceViewModel model) {
        ComboBox<Optional<ServerEntry>> box =
                Choices.of(List.of(), entry -> entry.map(ServerEntry::name).orElse(""));
        model.servers().addListener((javafx.collections.ListChangeListener<ServerEntry>) change ->
                box.getItems().setAll(model.servers().stream().map(Optional::of).toList()));
        box.valueProperty().bindBidirectional(model.server());
        return box;
    }

    private static ComboBox<String> profile(NewDeviceViewModel model) {
        ComboBox<String> box = new ComboBox<>(model.profiles());
        box.setId("device-profile");
        box.setEditable(true);
        box.setMaxWidth(Double.MAX_VALUE);
        box.getEditor().textProperty().bindBidirectional(model.profile());
        return box;
    }
}
