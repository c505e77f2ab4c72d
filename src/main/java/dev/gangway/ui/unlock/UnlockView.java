package dev.gangway.ui.unlock;

import atlantafx.base.theme.Styles;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.secret.Secret;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.NewPassphrase;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Asks for the passphrase: once to unlock, twice with its strength to create. */
public final class UnlockView extends StackPane {
    private final Words words;
    private final UnlockViewModel model;
    private final Consumer<Secret> onSubmit;
    private final PasswordField passphrase = new PasswordField();
    private final FormField passphraseField;
    private final NewPassphrase fresh;

    /**
     * Makes one.
     *
     * @param locked why the vault was locked; empty where it was not open before
     * @param onSubmit gets a passphrase that passed the checks made here
     */
    public UnlockView(UnlockViewModel model, Words words, Optional<LockReason> locked, Consumer<Secret> onSubmit) {
        this.model = model;
        this.words = words;
        this.onSubmit = onSubmit;
        getStyleClass().add("unlock");
        passphrase.setId("passphrase");
        passphraseField = new FormField(words.get("unlock.passphrase"), passphrase);
        passphrase
                .textProperty()
                .subscribe(() -> passphraseField.errorProperty().set(""));
        fresh = new NewPassphrase(words.get("unlock.passphrase"), words);
        getChildren().add(card(locked));
        Platform.runLater(this::focus);
    }

    private void focus() {
        if (model.isFresh()) {
            fresh.focusFirst();
        } else {
            passphrase.requestFocus();
            passphrase.selectAll();
        }
    }

    private VBox card(Optional<LockReason> locked) {
        Label product = new Label(words.get("product"));
        product.getStyleClass().add("unlock-product");
        Label title = new Label(words.get(model.isFresh() ? "unlock.create.title" : "unlock.title"));
        title.getStyleClass().add("screen-title");
        Label explanation = new Label(words.get(model.isFresh() ? "unlock.create.text" : "unlock.text"));
        explanation.getStyleClass().add("muted");
        explanation.setWrapText(true);
        explanation.setMinHeight(USE_PREF_SIZE);
        VBox form = new VBox(model.isFresh() ? fresh : passphraseField);
        form.getStyleClass().add("form");
        form.disableProperty().bind(model.busyProperty());
        Label file = new Label(words.get("unlock.file", "file", model.file()));
        file.getStyleClass().addAll("muted", "small");
        file.setWrapText(true);
        VBox card = new VBox(product, title, explanation, form, problem(), actions(), file);
        card.getStyleClass().addAll("panel", "unlock-card");
        locked.ifPresent(why -> {
            Label reason = new Label(words.get("unlock.locked." + why));
            reason.setId("locked-why");
            reason.setWrapText(true);
            reason.setMinHeight(USE_PREF_SIZE);
            card.getChildren().add(card.getChildren().indexOf(explanation), reason);
        });
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        return card;
    }

    private ProblemBox problem() {
        ProblemBox box = new ProblemBox(words);
        model.problemProperty().addListener((property, was, is) -> {
            box.show(is);
            is.map(Diagnosis::code).ifPresent(code -> Platform.runLater(this::focus));
        });
        return box;
    }

    private HBox actions() {
        Button submit = new Button(words.get(model.isFresh() ? "unlock.create.action" : "unlock.action"));
        submit.setId("unlock");
        submit.setDefaultButton(true);
        submit.getStyleClass().add(Styles.ACCENT);
        submit.disableProperty().bind(model.busyProperty());
        submit.setOnAction(event -> submit());
        ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        progress.setAccessibleText(words.get("unlock.working"));
        progress.visibleProperty().bind(model.busyProperty());
        submit.setMinWidth(USE_PREF_SIZE);
        Label working = new Label(words.get("unlock.working"));
        working.getStyleClass().addAll("muted", "small");
        working.visibleProperty().bind(model.busyProperty());
        VBox wait = new VBox(progress, working);
        wait.setAlignment(Pos.CENTER_LEFT);
        wait.getStyleClass().add("fact");
        HBox row = new HBox(submit, wait);
        row.getStyleClass().add("button-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void submit() {
        if (model.isFresh()) {
            fresh.take().ifPresent(onSubmit);
        } else if (passphrase.getText().isEmpty()) {
            passphraseField.errorProperty().set(words.get("unlock.empty"));
            passphrase.requestFocus();
        } else {
            onSubmit.accept(Secret.of(passphrase.getText()));
        }
    }
}
