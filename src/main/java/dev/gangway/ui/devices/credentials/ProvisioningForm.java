package dev.gangway.ui.devices.credentials;

import dev.gangway.ui.devices.credentials.ProvisioningViewModel.Strategy;
import dev.gangway.ui.devices.credentials.ProvisioningViewModel.Way;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.SecretInput;
import dev.gangway.ui.kit.SegmentedButton;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/** Key and secret of a profile, and the profile that goes with them. */
final class ProvisioningForm extends VBox {
    ProvisioningForm(ScreenContext around, ProvisioningViewModel model) {
        Words words = around.words();
        getStyleClass().add("form");
        TextField key = new TextField();
        key.setId("provision-key");
        key.getStyleClass().add("code");
        key.textProperty().bindBidirectional(model.key());
        SecretInput secret = new SecretInput(
                        words.get("provision.secret"), model.secret(), Optional.of(model::fresh), words)
                .with("provision-secret", "");
        SegmentedButton<Way> way = new SegmentedButton<>(
                words.get("provision.way"), Way.class, List.of(Way.values()), Way::name, model.way()::set);
        way.choose(model.way().get());
        Label about = new Label(words.get("provision.about"));
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        about.getStyleClass().add("muted");
        getChildren()
                .addAll(
                        FormField.row(
                                new FormField(words.get("provision.key"), key, words.get("provision.key.hint")),
                                new FormField(words.get("provision.secret"), secret)),
                        new FormField(words.get("provision.way"), way),
                        about,
                        profile(around, model));
    }

    private static TitledPane profile(ScreenContext around, ProvisioningViewModel model) {
        Words words = around.words();
        SegmentedButton<Strategy> strategies = SegmentedButton.of(words, "provision.strategy", model.strategy());
        Label rule = new Label();
        rule.setWrapText(true);
        rule.setMinHeight(USE_PREF_SIZE);
        rule.getStyleClass().add("muted");
        rule.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> words.get("provision.rule." + model.strategy().get()), model.strategy()));
        VBox content = new VBox(
                new FormField(words.get("provision.strategy"), strategies),
                rule,
                new ProfileSetUpBox(around, model.setUp(), model::start));
        content.getStyleClass().addAll("form", "profile-box");
        TitledPane pane = new TitledPane(words.get("provision.profile"), content);
        pane.setId("provision-profile");
        pane.setAnimated(false);
        pane.setExpanded(false);
        return pane;
    }
}
