package dev.gangway.ui.devices.credentials;

import dev.gangway.pki.Subjects;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.LevelShape;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The profile that trusts a chain: its anchor, and the expression that gets a device's name out of a certificate. */
final class ChainProfileForm extends VBox {
    private final Words words;
    private final ChainProfileViewModel model;
    private final FormField expression;
    private final Label yields = new Label();

    ChainProfileForm(ScreenContext around, ChainProfileViewModel model) {
        this.words = around.words();
        this.model = model;
        getStyleClass().addAll("form", "profile-box");
        ComboBox<Optional<X509Certificate>> anchor =
                Choices.of(List.of(), its -> its.map(Subjects::text).orElse(""));
        ListChangeListener<X509Certificate> fill = _ -> {
            Optional<X509Certificate> chosen = model.anchor().get();
            anchor.getItems().setAll(model.anchors().stream().map(Optional::of).toList());
            model.anchor().set(chosen);
        };
        model.anchors().addListener(fill);
        anchor.getItems().setAll(model.anchors().stream().map(Optional::of).toList());
        anchor.valueProperty().bindBidirectional(model.anchor());
        TextField text = new TextField();
        text.setId("name-expression");
        text.getStyleClass().add("code");
        text.textProperty().bindBidirectional(model.expression());
        expression = new FormField(words.get("chain.expression"), text, words.get("chain.expression.hint"));
        yields.setId("name-yielded");
        yields.setWrapText(true);
        yields.setMinHeight(USE_PREF_SIZE);
        CheckBox creates = new CheckBox(words.get("chain.creates"));
        creates.selectedProperty().bindBidirectional(model.createsDevices());
        getChildren()
                .addAll(
                        FormField.row(
                                new FormField(words.get("chain.anchor"), anchor, words.get("chain.anchor.hint")),
                                expression),
                        yields,
                        creates,
                        new ProfileSetUpBox(around, model.setUp(), model::start));
        InvalidationListener changed = _ -> show();
        model.expression().addListener(changed);
        model.commonName().addListener(changed);
        model.anchor().addListener(changed);
        model.setUp().device().name().addListener(changed);
        show();
    }

    private void show() {
        expression.errorProperty().set(model.problem().map(words::title).orElse(""));
        String cn = model.commonName().get();
        String device = model.setUp().device().name().get();
        Optional<String> name = model.deviceName();
        if (cn.isEmpty()) {
            say(Level.NEUTRAL, "chain.yields.unknown");
        } else if (name.isEmpty()) {
            say(Level.BAD, "chain.yields.nothing", "commonName", cn);
        } else if (!device.isEmpty() && !name.get().equals(device)) {
            say(Level.WARNING, "chain.yields.other", "commonName", cn, "name", name.get(), "device", device);
        } else {
            say(Level.OK, "chain.yields", "commonName", cn, "name", name.get());
        }
    }

    private void say(Level level, String key, Object... places) {
        yields.setText(words.get(key, places));
        yields.setGraphic(new LevelShape(level));
    }
}
