package dev.gangway.ui.kit;

import dev.gangway.secret.Secret;
import dev.gangway.ui.text.Words;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;

/** Takes a passphrase that a vault is to be sealed with: twice, with how strong it is. */
public final class NewPassphrase extends VBox {
    private final Words words;
    private final PasswordField passphrase = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final FormField passphraseField;
    private final FormField againField;
    private final Chip strength = new Chip(Level.NEUTRAL, "");

    /** An empty one; {@code label} says what the passphrase is. */
    public NewPassphrase(String label, Words words) {
        this.words = words;
        getStyleClass().add("form");
        passphrase.setId("passphrase");
        again.setId("passphrase-again");
        passphraseField = new FormField(label, passphrase, words.get("unlock.passphrase.hint"));
        againField = new FormField(words.get("unlock.again"), again);
        passphrase.textProperty().subscribe(this::typed);
        again.textProperty().subscribe(() -> againField.errorProperty().set(""));
        strength.managedProperty().bind(passphrase.textProperty().isNotEmpty());
        strength.visibleProperty().bind(strength.managedProperty());
        getChildren().addAll(passphraseField, strength, againField);
    }

    private void typed() {
        passphraseField.errorProperty().set("");
        Strength now = Strength.of(passphrase.getText());
        long missing = Strength.MIN_LENGTH - passphrase.getText().codePoints().count();
        strength.show(
                now.level(),
                now == Strength.TOO_SHORT
                        ? words.count("unlock.strength.too-short", missing)
                        : words.get("unlock.strength." + now.name().toLowerCase(Locale.ROOT)));
    }

    /** What was entered; empty where it will not do, which is then said and has the keyboard. */
    public Optional<Secret> take() {
        if (Strength.of(passphrase.getText()) == Strength.TOO_SHORT) {
            passphraseField.errorProperty().set(words.get("unlock.too-short", "count", Strength.MIN_LENGTH));
            passphrase.requestFocus();
            return Optional.empty();
        }
        if (!passphrase.getText().equals(again.getText())) {
            againField.errorProperty().set(words.get("unlock.not-the-same"));
            again.requestFocus();
            return Optional.empty();
        }
        return Optional.of(Secret.of(passphrase.getText()));
    }

    /** Puts the keyboard where one types it. */
    public void focusFirst() {
        passphrase.requestFocus();
        passphrase.selectAll();
    }
}
