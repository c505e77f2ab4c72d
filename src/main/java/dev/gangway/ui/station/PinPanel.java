package dev.gangway.ui.station;

import atlantafx.base.theme.Styles;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.line.station.StationCode;
import dev.gangway.secret.Secret;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

/** Gives somebody a PIN: another one, shown the one so far, or the first one, shown the passphrase of the vault. */
final class PinPanel {
    private final ScreenContext around;
    private final Words words;
    private final StationViewModel model;
    private final List<String> known;
    private final TextField name = new TextField();
    private final PasswordField now = new PasswordField();
    private final PasswordField passphrase = new PasswordField();
    private final PasswordField fresh = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final FormField nameField;
    private final FormField nowField;
    private final FormField passphraseField;
    private final FormField freshField;
    private final FormField againField;
    private final ProblemBox problem;
    private final Button set;
    private final VBox form;

    private PinPanel(ScreenContext around, StationViewModel model, List<String> known) {
        this.around = around;
        this.model = model;
        this.known = known;
        words = around.words();
        nameField = field("name", name);
        nowField = field("now", now);
        passphraseField = field("passphrase", passphrase);
        freshField = field("new", fresh);
        againField = new FormField(words.get("station.pin.again"), again);
        again.textProperty().subscribe(() -> againField.errorProperty().set(""));
        problem = new ProblemBox(words);
        set = new Button(words.get("station.pin.set"));
        Label text = new Label(words.get("station.pin.text"));
        text.setWrapText(true);
        text.setMinHeight(Label.USE_PREF_SIZE);
        form = new VBox(text, nameField, nowField, passphraseField, FormField.row(freshField, againField), problem);
        form.getStyleClass().add("form");
    }

    static void show(ScreenContext around, StationViewModel model) {
        model.operators(known -> new PinPanel(around, model, known).show());
    }

    private FormField field(String key, TextInputControl input) {
        input.setId("pin-" + key);
        FormField made =
                new FormField(words.get("station.pin." + key), input, words.get("station.pin." + key + ".hint"));
        input.textProperty().subscribe(() -> made.errorProperty().set(""));
        return made;
    }

    private void show() {
        again.setId("pin-again");
        name.textProperty().subscribe(text -> {
            show(nowField, isKnown());
            show(passphraseField, !isKnown());
        });
        Button cancel = new Button(words.get("dialog.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> around.dialogs().close());
        set.setId("pin-set");
        set.setDefaultButton(true);
        set.getStyleClass().add(Styles.ACCENT);
        set.setOnAction(event -> set());
        around.dialogs().show(new Panel(words.get("station.pin"), form, cancel, set).touch());
    }

    private boolean isKnown() {
        return known.contains(name.getText().strip());
    }

    private void set() {
        PasswordField shown = isKnown() ? now : passphrase;
        FormField shownField = isKnown() ? nowField : passphraseField;
        if (name.getText().isBlank()) {
            wrong(nameField, name, "station.pin.name.missing");
        } else if (shown.getText().isEmpty()) {
            wrong(shownField, shown, "station.pin.shown.missing");
        } else if (!fresh.getText().equals(again.getText())) {
            wrong(againField, again, "station.pin.not-the-same");
        } else {
            busy(true);
            model.setPin(
                    name.getText().strip(),
                    Secret.of(shown.getText()),
                    Secret.of(fresh.getText()),
                    this::done,
                    why -> refused(shown, why));
        }
    }

    private void done() {
        around.dialogs().close();
        around.toasts()
                .show(
                        Level.OK,
                        words.get("station.pin.was-set", "name", name.getText().strip()));
    }

    private void refused(PasswordField shown, Diagnosis why) {
        busy(false);
        problem.show(Optional.of(why));
        PasswordField next = why.is(StationCode.PIN_UNFIT) ? fresh : shown;
        next.requestFocus();
        next.selectAll();
    }

    private void wrong(FormField field, TextInputControl input, String key) {
        field.errorProperty().set(words.get(key));
        input.requestFocus();
    }

    private void busy(boolean is) {
        problem.show(Optional.empty());
        form.setDisable(is);
        set.setDisable(is);
    }

    private static void show(FormField field, boolean is) {
        field.setVisible(is);
        field.setManaged(is);
    }
}
