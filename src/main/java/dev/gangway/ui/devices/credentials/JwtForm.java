package dev.gangway.ui.devices.credentials;

import dev.gangway.device.TokenSigning;
import dev.gangway.ui.devices.credentials.JwtViewModel.Way;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.SegmentedButton;
import dev.gangway.ui.kit.token.SigningForm;
import dev.gangway.ui.kit.token.TokenReportView;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/** A JSON Web Token: how it is signed or what was pasted, where it goes, and what it says. */
final class JwtForm extends VBox {
    private final ScreenContext around;
    private final Words words;
    private final JwtViewModel model;
    private final VBox body = new VBox();
    private final TokenReportView report;
    private final Button trust = new Button();

    JwtForm(ScreenContext around, JwtViewModel model) {
        this.around = around;
        this.words = around.words();
        this.model = model;
        report = new TokenReportView(words);
        getStyleClass().add("form");
        body.getStyleClass().add("form");
        SegmentedButton<Way> ways = SegmentedButton.of(words, "jwt.way", model.way());
        trust.setId("trust-key");
        trust.setText(words.get("jwt.trust"));
        trust.setOnAction(_ -> trust());
        TitledPane says = new TitledPane(words.get("jwt.says"), report);
        says.setId("jwt-says");
        says.setAnimated(false);
        says.setExpanded(false);
        getChildren()
                .addAll(
                        new FormField(words.get("jwt.way"), ways),
                        body,
                        new TokenFieldForm(words, model.field()),
                        trust,
                        says);
        model.way().addListener(_ -> show());
        InvalidationListener changed = _ -> report.show(model.report());
        model.inputs().forEach(input -> input.addListener(changed));
        show();
    }

    private void show() {
        body.getChildren()
                .setAll(model.way().get() == Way.SIGNED_HERE ? new SigningForm(around, model.signing()) : pasted());
        boolean practising =
                around.practice().entry().isPresent() && model.way().get() == Way.SIGNED_HERE;
        trust.setVisible(practising);
        trust.setManaged(practising);
        report.show(model.report());
    }

    /** A broker is told of a key in its own ways; the practice server takes it from here. */
    private void trust() {
        Optional<TokenSigning> signing = model.signing().signing();
        signing.ifPresent(its -> {
            around.practice().trust(its);
            around.toasts().show(Level.OK, words.get("jwt.trusted"));
        });
    }

    private Node pasted() {
        TextArea area = new TextArea();
        area.setId("jwt-pasted");
        area.setPrefRowCount(5);
        area.setWrapText(true);
        area.getStyleClass().add("code");
        area.textProperty().bindBidirectional(model.pasted());
        FormField field = new FormField(words.get("jwt.token"), area, words.get("jwt.token.hint"));
        model.pasted()
                .addListener((_, _, text) -> field.errorProperty()
                        .set(
                                text.isEmpty()
                                        ? ""
                                        : model.problem().map(words::title).orElse("")));
        return field;
    }
}
