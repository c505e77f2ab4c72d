package dev.gangway.ui.kit.token;

import atlantafx.base.theme.Styles;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.token.jwt.Algorithm;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.SecretField;
import dev.gangway.ui.kit.SecretInput;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Algorithm, key, claims and lifetime of a JWT; what is wrong is said as one types. */
public final class SigningForm extends VBox {
    private static final double GAP = 8;
    private static final int A_YEAR_IN_MINUTES = 525_600;

    private final ScreenContext around;
    private final Words words;
    private final SigningViewModel model;
    private final VBox keyRow = new VBox();
    private final CheckBox own;

    /** Makes one. */
    public SigningForm(ScreenContext around, SigningViewModel model) {
        this.around = around;
        this.words = around.words();
        this.model = model;
        getStyleClass().add("form");
        ComboBox<Algorithm> algorithm = Choices.of(
                List.of(Algorithm.values()), each -> each.headerName() + " · " + words.get("jwt.key." + each.family()));
        algorithm.setId("jwt-algorithm");
        algorithm.valueProperty().bindBidirectional(model.algorithm());
        Spinner<Integer> lifetime =
                new Spinner<>(0, A_YEAR_IN_MINUTES, model.lifetimeMinutes().get(), 5);
        lifetime.setEditable(true);
        lifetime.setMaxWidth(Double.MAX_VALUE);
        lifetime.valueProperty()
                .addListener((_, _, value) -> model.lifetimeMinutes().set(value));
        own = new CheckBox(words.get("jwt.own-key"));
        own.setId("jwt-own-key");
        own.setSelected(!model.keyText().get().isEmpty());
        own.setOnAction(_ -> {
            if (!own.isSelected()) {
                model.generate();
            }
            showKey();
        });
        model.key().addListener(_ -> {
            if (!own.isSelected()) {
                showKey();
            }
        });
        model.algorithm().addListener(_ -> showKey());
        getChildren()
                .addAll(
                        FormField.row(
                                new FormField(words.get("jwt.algorithm"), algorithm),
                                new FormField(words.get("jwt.lifetime"), lifetime, words.get("jwt.lifetime.hint"))),
                        keyRow,
                        claims());
        showKey();
        model.load();
    }

    private void showKey() {
        TextField keyId = new TextField();
        keyId.getStyleClass().add("code");
        keyId.textProperty().bindBidirectional(model.keyId());
        FormField id = new FormField(words.get("jwt.key-id"), keyId, words.get("jwt.key-id.hint"));
        HBox both = FormField.row(own.isSelected() ? typed() : generated(), id);
        keyRow.getStyleClass().setAll("form");
        keyRow.getChildren().setAll(both, own);
    }

    private FormField generated() {
        String name = words.get("jwt.key");
        SecretField shown =
                new SecretField(name, () -> model.signing().orElseThrow().key(), words, around.clipboard());
        Button copy = small("jwt.copy-public");
        copy.setOnAction(
                _ -> model.signing().flatMap(signing -> signing.publicKey()).ifPresent(around.clipboard()::copy));
        Button set = small("jwt.copy-set");
        set.setOnAction(_ -> model.keySet().ifPresent(around.clipboard()::copy));
        Button renew = small("newdevice.renew");
        renew.setOnAction(_ -> model.generate());
        boolean shared = model.algorithm().get().family() == Algorithm.Family.SHARED_SECRET;
        boolean ready = model.key().get().isPresent();
        shown.setDisable(!ready);
        FlowPane row = shared ? new FlowPane(GAP, GAP, shown, renew) : new FlowPane(GAP, GAP, copy, set, renew);
        row.setAlignment(Pos.CENTER_LEFT);
        return new FormField(name, row, words.get(shared ? "jwt.key.shared.hint" : "jwt.key.pair.hint"));
    }

    private FormField typed() {
        FormField field = new FormField(words.get("jwt.key"), keyInput());
        model.keyProblem()
                .addListener((_, _, problem) ->
                        field.errorProperty().set(problem.map(words::title).orElse("")));
        return field;
    }

    private Node keyInput() {
        if (model.algorithm().get().family() == Algorithm.Family.SHARED_SECRET) {
            return new SecretInput(words.get("jwt.key"), model.keyText(), Optional.empty(), words)
                    .with("jwt-key", words.get("jwt.key.paste-secret"));
        }
        TextArea area = new TextArea();
        area.setId("jwt-key");
        area.setPrefRowCount(3);
        area.getStyleClass().add("code");
        area.setPromptText(words.get("jwt.key.paste"));
        area.textProperty().bindBidirectional(model.keyText());
        return area;
    }

    private Node claims() {
        TextArea area = new TextArea();
        area.setId("jwt-claims");
        area.setPrefRowCount(6);
        area.getStyleClass().add("code");
        area.textProperty().bindBidirectional(model.claims());
        FormField field = new FormField(words.get("jwt.claims"), area, words.get("jwt.claims.hint"));
        model.inputs()
                .forEach(input -> input.addListener(_ ->
                        field.errorProperty().set(problem().map(words::title).orElse(""))));
        MenuButton patterns = new MenuButton(words.get("jwt.patterns"));
        patterns.getStyleClass().add(Styles.SMALL);
        for (ClaimsPattern pattern : ClaimsPattern.values()) {
            MenuItem item = new MenuItem(words.get("jwt.pattern." + pattern));
            item.setOnAction(_ -> model.claims().set(pattern.json()));
            patterns.getItems().add(item);
        }
        VBox both = new VBox(field, patterns);
        both.getStyleClass().add("form-field");
        return both;
    }

    private Optional<Diagnosis> problem() {
        return model.token("x").flatMap(made -> made.failure());
    }

    private Button small(String key) {
        Button button = new Button(words.get(key));
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        button.setDisable(model.key().get().isEmpty());
        return button;
    }
}
