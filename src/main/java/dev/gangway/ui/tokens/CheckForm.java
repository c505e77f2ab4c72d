package dev.gangway.ui.tokens;

import atlantafx.base.theme.Styles;
import dev.gangway.pki.Source;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.SecretInput;
import dev.gangway.ui.kit.token.TokenReportView;
import dev.gangway.ui.text.Words;
import dev.gangway.ui.tokens.CheckViewModel.Text;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A pasted token, the key to check it with, what the connection needs, and the judgement. */
final class CheckForm extends VBox {
    private static final int LONGEST_SKEW = 3600;
    private static final List<String> PATTERNS = List.of("*.pem", "*.json", "*.pub", "*.crt", "*.key");

    private final ScreenContext around;
    private final Words words;
    private final CheckViewModel model;

    CheckForm(ScreenContext around, CheckViewModel model) {
        this.around = around;
        this.words = around.words();
        this.model = model;
        getStyleClass().add("form");
        TokenReportView report = new TokenReportView(words);
        ProblemBox problem = new ProblemBox(words);
        Label empty = new Label(words.get("tokens.empty"));
        empty.setWrapText(true);
        empty.setMinHeight(USE_PREF_SIZE);
        empty.getStyleClass().add("muted");
        model.report().subscribe(read -> {
            report.show(read);
            empty.setVisible(read.isEmpty());
            empty.setManaged(read.isEmpty());
        });
        model.problem().subscribe(problem::show);
        getChildren().addAll(token(), secret(), key(), connection(), problem, empty, report);
    }

    private Node token() {
        String name = words.get("tokens.token");
        SecretInput input = new SecretInput(name, model.text(Text.TOKEN), Optional.empty(), words)
                .with("token-pasted", words.get("tokens.token.prompt"));
        return new FormField(name, input, words.get("tokens.token.hint"));
    }

    private Node secret() {
        String name = words.get("tokens.secret");
        SecretInput input =
                new SecretInput(name, model.text(Text.SECRET), Optional.empty(), words).with("token-secret", "");
        return new FormField(name, input, words.get("tokens.secret.hint"));
    }

    private Node key() {
        TextArea area = new TextArea();
        area.setId("token-key");
        area.setPrefRowCount(3);
        area.setWrapText(true);
        area.getStyleClass().add("code");
        area.setPromptText(words.get("tokens.key.prompt"));
        area.textProperty().bindBidirectional(model.text(Text.KEY));
        Button choose = new Button(words.get("tokens.key.file"));
        choose.getStyleClass().add(Styles.SMALL);
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(_ -> around.dialogs().openFiles(words.get("tokens.key.file"), PATTERNS).stream()
                .findFirst()
                .ifPresent(this::read));
        TextField address = field(Text.KEYS_ADDRESS);
        address.setPromptText(words.get("tokens.key.address"));
        address.setAccessibleText(words.get("tokens.key.address"));
        HBox.setHgrow(address, Priority.ALWAYS);
        Button fetch = new Button(words.get("tokens.key.fetch"));
        fetch.setId("fetch-keys");
        fetch.getStyleClass().add(Styles.SMALL);
        fetch.setMinWidth(USE_PREF_SIZE);
        fetch.setOnAction(_ -> model.fetchKeys());
        HBox row = new HBox(choose, address, fetch);
        row.getStyleClass().add("button-row");
        VBox both = new VBox(new FormField(words.get("tokens.key"), area, words.get("tokens.key.hint")), row);
        both.getStyleClass().add("form-field");
        return both;
    }

    private void read(Path file) {
        around.background()
                .attempt(_ -> Source.file(file).map(source -> new String(source.bytes(), StandardCharsets.UTF_8)))
                .start(model.text(Text.KEY)::set, model::refuse);
    }

    private Node connection() {
        Spinner<Integer> skew =
                new Spinner<>(0, LONGEST_SKEW, model.skewSeconds().get(), 10);
        skew.setEditable(true);
        skew.setMaxWidth(Double.MAX_VALUE);
        skew.valueProperty().addListener((_, _, value) -> model.skewSeconds().set(value));
        VBox fields = new VBox(
                FormField.row(labelled(Text.CLIENT_ID), labelled(Text.USER_NAME)),
                FormField.row(labelled(Text.ISSUER), labelled(Text.AUDIENCE)),
                new FormField(words.get("tokens.skew"), skew, words.get("tokens.skew.hint")));
        fields.getStyleClass().add("form");
        TitledPane pane = new TitledPane(words.get("tokens.connection"), fields);
        pane.setId("token-connection");
        pane.setAnimated(false);
        pane.setExpanded(false);
        return pane;
    }

    private FormField labelled(Text which) {
        return new FormField(words.get("tokens.field." + which), field(which));
    }

    private TextField field(Text which) {
        TextField field = new TextField();
        field.setId("token-" + which.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        field.textProperty().bindBidirectional(model.text(which));
        return field;
    }
}
