package dev.gangway.ui.servers;

import atlantafx.base.theme.Styles;
import dev.gangway.server.ServerEntry;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.VerdictBanner;
import dev.gangway.ui.servers.ServerForm.Field;
import dev.gangway.ui.text.Words;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The form of a server. */
final class ServerFormPanel {
    private final ServerFormViewModel model;
    private final Words words;
    private final Runnable close;
    private final Consumer<ServerEntry> onSaved;
    private final Map<Field, TextField> inputs = new EnumMap<>(Field.class);

    ServerFormPanel(ServerFormViewModel model, ScreenContext around, Consumer<ServerEntry> onSaved) {
        this.model = model;
        this.words = around.words();
        this.close = around.dialogs()::close;
        this.onSaved = onSaved;
    }

    Panel panel(String title) {
        TextField url = new TextField();
        VBox form = new VBox(
                field(Field.NAME, new TextField()),
                field(Field.URL, url),
                row(field(Field.USER, new TextField()), field(Field.PASSWORD, new PasswordField())),
                row(field(Field.MQTT, new TextField()), field(Field.MQTTS, new TextField())),
                new AnchorsBox(model, words),
                problem(),
                signedIn());
        form.getStyleClass().add("form");
        url.focusedProperty().addListener((property, was, focused) -> {
            if (!focused) {
                model.form().guessListeners();
            }
        });
        return new Panel(title, form, check(), cancel(), save());
    }

    private Node field(Field field, TextField input) {
        String key = "servers.form." + field.name().toLowerCase(Locale.ROOT);
        input.setId("server-" + field.name().toLowerCase(Locale.ROOT));
        input.textProperty().bindBidirectional(model.form().text(field));
        input.setPromptText(words.get(key + ".prompt"));
        inputs.put(field, input);
        FormField labelled = new FormField(words.get(key), input, words.get(key + ".hint"));
        labelled.errorProperty().bind(model.form().errorOf(field));
        HBox.setHgrow(labelled, Priority.ALWAYS);
        return labelled;
    }

    private static HBox row(Node... fields) {
        HBox row = new HBox(fields);
        row.getStyleClass().add("form-row");
        return row;
    }

    private ProblemBox problem() {
        ProblemBox box = new ProblemBox(words);
        model.problemProperty().subscribe(box::show);
        return box;
    }

    private VerdictBanner signedIn() {
        VerdictBanner banner = new VerdictBanner();
        model.signedInProperty().subscribe(who -> {
            banner.setManaged(who.isPresent());
            banner.setVisible(who.isPresent());
            who.ifPresent(person -> banner.show(
                    Level.OK,
                    words.get("servers.signed-in"),
                    words.get("servers.signed-in.detail", "user", person.user(), "authority", person.authority())));
        });
        return banner;
    }

    private Button check() {
        Button button = new Button(words.get("servers.check"));
        button.setId("server-check");
        button.disableProperty().bind(model.busyProperty());
        button.setOnAction(event -> {
            model.check();
            focusWrong();
        });
        return button;
    }

    private Button cancel() {
        Button button = new Button(words.get("dialog.cancel"));
        button.setCancelButton(true);
        button.setOnAction(event -> {
            model.cancel();
            close.run();
        });
        return button;
    }

    private Button save() {
        Button button = new Button(words.get("servers.save"));
        button.setId("server-save");
        button.setDefaultButton(true);
        button.getStyleClass().add(Styles.ACCENT);
        button.setOnAction(event -> {
            model.save(entry -> {
                close.run();
                onSaved.accept(entry);
            });
            focusWrong();
        });
        return button;
    }

    private void focusWrong() {
        model.form().firstWrong().map(inputs::get).ifPresent(TextField::requestFocus);
    }
}
