package dev.gangway.ui.tokens;

import atlantafx.base.theme.Styles;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.SecretField;
import dev.gangway.ui.kit.token.SigningForm;
import dev.gangway.ui.kit.token.SigningViewModel;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A new token: how it is signed, what it says, and itself. */
final class MakeForm extends VBox {
    private final ScreenContext around;
    private final Words words;
    private final SigningViewModel model;
    private final Consumer<Secret> onMade;
    private final TextField name = new TextField();
    private final VBox made = new VBox();
    private boolean waiting;

    /** Makes one; {@code onMade} gets a token that shall be checked. */
    MakeForm(ScreenContext around, SigningViewModel model, Consumer<Secret> onMade) {
        this.around = around;
        this.words = around.words();
        this.model = model;
        this.onMade = onMade;
        getStyleClass().add("form");
        made.getStyleClass().add("form");
        name.setId("token-device");
        Button sign = new Button(words.get("tokens.sign"));
        sign.setId("sign-token");
        sign.getStyleClass().add(Styles.ACCENT);
        sign.setOnAction(_ -> sign());
        model.key().subscribe(_ -> keyIsThere());
        model.keyProblem().subscribe(_ -> keyIsThere());
        getChildren()
                .addAll(
                        new SigningForm(around, model),
                        new FormField(words.get("tokens.device"), name, words.get("tokens.device.hint")),
                        new HBox(sign),
                        made);
    }

    /** Signs one with what is entered; at once, or as soon as the key that is still being made is there. */
    void sign() {
        Optional<Outcome<Secret>> token = model.token(name.getText().strip());
        waiting = token.isEmpty() && model.keyProblem().get().isEmpty();
        token.or(() -> model.keyProblem().get().map(Outcome::failed)).ifPresent(this::show);
    }

    private void keyIsThere() {
        if (waiting) {
            sign();
        }
    }

    private void show(Outcome<Secret> outcome) {
        switch (outcome) {
            case Outcome.Failed<Secret>(Diagnosis why) -> {
                ProblemBox problem = new ProblemBox(words);
                problem.show(Optional.of(why));
                made.getChildren().setAll(problem);
            }
            case Outcome.Ok<Secret>(Secret token) -> {
                String label = words.get("tokens.token");
                Button check = new Button(words.get("tokens.check-it"));
                check.setId("check-made");
                check.getStyleClass().add(Styles.SMALL);
                check.setMinWidth(USE_PREF_SIZE);
                check.setOnAction(_ -> onMade.accept(token));
                HBox row = new HBox(new SecretField(label, () -> token, words, around.clipboard()), check);
                row.getStyleClass().add("button-row");
                row.setAlignment(Pos.CENTER_LEFT);
                made.getChildren().setAll(new FormField(label, row));
                around.toasts().show(Level.OK, words.get("tokens.signed"));
            }
        }
    }
}
