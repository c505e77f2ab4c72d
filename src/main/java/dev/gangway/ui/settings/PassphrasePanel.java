package dev.gangway.ui.settings;

import atlantafx.base.theme.Styles;
import dev.gangway.secret.Secret;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.NewPassphrase;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;

/** Seals the vault with another passphrase. */
final class PassphrasePanel {
    private final VaultCare care;
    private final ScreenContext around;
    private final Words words;
    private final PasswordField current = new PasswordField();
    private final FormField currentField;
    private final NewPassphrase fresh;
    private final ProblemBox problem;
    private final Button change;
    private final VBox form;

    PassphrasePanel(VaultCare care, ScreenContext around) {
        this.care = care;
        this.around = around;
        words = around.words();
        current.setId("passphrase-current");
        currentField = new FormField(words.get("settings.passphrase.current"), current);
        current.textProperty().subscribe(() -> currentField.errorProperty().set(""));
        fresh = new NewPassphrase(words.get("settings.passphrase.new"), words);
        problem = new ProblemBox(words);
        change = new Button(words.get("settings.passphrase.change"));
        Label text = new Label(words.get("settings.passphrase.text"));
        text.setWrapText(true);
        form = new VBox(text, currentField, fresh, problem);
        form.getStyleClass().add("form");
    }

    void open() {
        change.setId("passphrase-change");
        change.setDefaultButton(true);
        change.getStyleClass().add(Styles.ACCENT);
        change.setOnAction(event -> change());
        Button cancel = new Button(words.get("dialog.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> around.dialogs().close());
        around.dialogs().show(new Panel(words.get("settings.passphrase"), form, cancel, change));
    }

    private void change() {
        if (current.getText().isEmpty()) {
            currentField.errorProperty().set(words.get("unlock.empty"));
            current.requestFocus();
            return;
        }
        fresh.take().ifPresent(replacement -> seal(Secret.of(current.getText()), replacement));
    }

    private void seal(Secret old, Secret replacement) {
        busy(true);
        problem.show(Optional.empty());
        around.background()
                .attempt(cancellation -> {
                    try (old;
                            replacement) {
                        return care.changePassphrase(old, replacement);
                    }
                })
                .always(() -> busy(false))
                .start(
                        done -> {
                            around.dialogs().close();
                            around.toasts().show(Level.OK, words.get("settings.passphrase.changed"));
                        },
                        why -> {
                            problem.show(Optional.of(why));
                            current.requestFocus();
                            current.selectAll();
                        });
    }

    private void busy(boolean now) {
        form.setDisable(now);
        change.setDisable(now);
        change.setText(words.get(now ? "settings.passphrase.working" : "settings.passphrase.change"));
    }
}
