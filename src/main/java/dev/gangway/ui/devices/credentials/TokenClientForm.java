package dev.gangway.ui.devices.credentials;

import dev.gangway.token.jwt.Algorithm;
import dev.gangway.ui.devices.credentials.TokenClientViewModel.GrantKind;
import dev.gangway.ui.devices.credentials.TokenClientViewModel.ProofKind;
import dev.gangway.ui.devices.credentials.TokenClientViewModel.Text;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.ImportForm;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.SecretInput;
import dev.gangway.ui.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A client of an authorization server: only the fields that its grant and its proof need. */
final class TokenClientForm extends VBox {
    private static final double HALF = 390;

    private final Words words;
    private final TokenClientViewModel model;
    private final VBox proven = new VBox();
    private final VBox granted = new VBox();
    private final ImportForm certificate;

    TokenClientForm(ScreenContext around, TokenClientViewModel model) {
        words = around.words();
        this.model = model;
        certificate = new ImportForm(around, model.certificate());
        getStyleClass().add("form");
        proven.getStyleClass().add("form");
        granted.getStyleClass().add("form");
        ComboBox<GrantKind> grant = Choices.of(List.of(GrantKind.values()), each -> words.get("oauth.grant." + each));
        grant.setId("oauth-grant");
        grant.valueProperty().bindBidirectional(model.grant());
        ComboBox<ProofKind> proof = Choices.of(List.of(ProofKind.values()), each -> words.get("oauth.proof." + each));
        proof.setId("oauth-proof");
        proof.valueProperty().bindBidirectional(model.proof());
        model.grant().addListener(_ -> showGrant());
        model.proof().addListener(_ -> showProof());
        VBox rarely = new VBox(FormField.row(field(Text.SCOPES), field(Text.AUDIENCE)), area(Text.ANCHORS));
        rarely.getStyleClass().add("form");
        TitledPane more = new TitledPane(words.get("oauth.more"), rarely);
        more.setAnimated(false);
        more.setExpanded(false);
        getChildren()
                .addAll(
                        field(Text.ENDPOINT),
                        FormField.row(
                                new FormField(words.get("oauth.grant"), grant),
                                new FormField(words.get("oauth.proof"), proof)),
                        granted,
                        side(field(Text.CLIENT_ID), proven),
                        more);
        showGrant();
        showProof();
    }

    /** As {@link FormField#row}, with several fields on the right. */
    private static HBox side(VBox left, VBox right) {
        HBox row = new HBox(left, right);
        row.getStyleClass().add("columns");
        for (VBox each : List.of(left, right)) {
            HBox.setHgrow(each, Priority.ALWAYS);
            each.setMinWidth(0);
            each.setPrefWidth(HALF);
        }
        return row;
    }

    private void showGrant() {
        show(
                granted,
                switch (model.grant().get()) {
                    case CLIENT_CREDENTIALS -> List.of();
                    case PASSWORD -> List.of(FormField.row(field(Text.USER_NAME), secret(Text.PASSWORD)));
                    case REFRESH -> List.of(secret(Text.REFRESH_TOKEN));
                    case DEVICE_LOGIN -> List.of(field(Text.DEVICE_ENDPOINT));
                });
    }

    private void showProof() {
        show(
                proven,
                switch (model.proof().get()) {
                    case NOTHING -> List.of();
                    case SECRET_BASIC, SECRET_POST -> List.of(secret(Text.CLIENT_SECRET));
                    case PRIVATE_KEY -> List.of(algorithm(), area(Text.CLIENT_KEY), field(Text.CLIENT_KEY_ID));
                    case CERTIFICATE -> List.of(certificate);
                });
    }

    private static void show(VBox box, List<Node> nodes) {
        box.getChildren().setAll(nodes);
        box.setManaged(!nodes.isEmpty());
    }

    private Node algorithm() {
        List<Algorithm> asymmetric = Arrays.stream(Algorithm.values())
                .filter(each -> each.family() != Algorithm.Family.SHARED_SECRET)
                .toList();
        ComboBox<Algorithm> box = Choices.of(asymmetric, Algorithm::headerName);
        box.valueProperty().bindBidirectional(model.algorithm());
        return new FormField(words.get("jwt.algorithm"), box);
    }

    private FormField field(Text which) {
        TextField field = new TextField();
        return labelled(which, bound(which, field), field);
    }

    private FormField area(Text which) {
        TextArea area = new TextArea();
        area.setPrefRowCount(3);
        area.getStyleClass().add("code");
        area.setPromptText(words.get("import.paste"));
        return labelled(which, bound(which, area), area);
    }

    private FormField secret(Text which) {
        String name = words.get("oauth.field." + which);
        return new FormField(
                name,
                new SecretInput(name, model.text(which), Optional.empty(), words).with(id(which), ""),
                words.get("oauth.field." + which + ".hint"));
    }

    private FormField labelled(Text which, Node control, TextInputControl named) {
        named.setId(id(which));
        return new FormField(words.get("oauth.field." + which), control, words.get("oauth.field." + which + ".hint"));
    }

    private Node bound(Text which, TextInputControl control) {
        control.textProperty().bindBidirectional(model.text(which));
        return control;
    }

    private static String id(Text which) {
        return "oauth-" + which.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
