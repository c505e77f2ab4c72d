package dev.gangway.ui.kit.exporting;

import atlantafx.base.theme.Styles;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Source;
import dev.gangway.pki.export.ExportFolder;
import dev.gangway.pki.export.Keygen;
import dev.gangway.pki.export.KeygenProperties;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Makes the files of ThingsBoard's {@code client.keygen.sh} from its {@code keygen.properties}. They go to a folder and
 * not into the vault. Used on the UI thread only.
 */
public final class KeygenDialog {
    private final ScreenContext around;
    private final Words words;
    private final Keygen keygen;
    private final InstantSource clock;

    /** One that makes files with this; {@code clock} says from when certificates are valid. */
    public KeygenDialog(ScreenContext around, Keygen keygen, InstantSource clock) {
        this.around = around;
        words = around.words();
        this.keygen = keygen;
        this.clock = clock;
    }

    /** Asks for the settings, the device and the folder. */
    public void open() {
        TextField settings = field("keygen-settings", "");
        TextField device = field("keygen-device", "");
        TextField folder = field("keygen-folder", System.getProperty("user.home", ""));
        ProblemBox problem = new ProblemBox(words);
        Label warning = new Label(words.get("keygen.key-in-clear"));
        warning.setWrapText(true);
        warning.setMinHeight(Region.USE_PREF_SIZE);
        VBox form =
                new VBox(
                        new FormField(
                                words.get("keygen.settings"),
                                chosen(
                                        settings,
                                        () -> around
                                                .dialogs()
                                                .openFiles(words.get("keygen.settings"), List.of("*.properties"))
                                                .stream()
                                                .findFirst()),
                                words.get("keygen.settings.hint")),
                        new FormField(words.get("keygen.device"), device, words.get("keygen.device.hint")),
                        new FormField(
                                words.get("export.folder"),
                                chosen(folder, () -> around.dialogs().openFolder(words.get("export.folder"))),
                                words.get("export.folder.hint")),
                        warning,
                        problem);
        form.getStyleClass().add("form");
        Button cancel = new Button(words.get("dialog.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> around.dialogs().close());
        Button make = new Button(words.get("keygen.do"));
        make.setId("keygen-make");
        make.setDefaultButton(true);
        make.getStyleClass().add(Styles.ACCENT);
        make.disableProperty()
                .bind(settings.textProperty()
                        .isEmpty()
                        .or(device.textProperty().isEmpty())
                        .or(folder.textProperty().isEmpty()));
        make.setOnAction(_ -> make(settings.getText(), device.getText().strip(), folder.getText(), problem));
        around.dialogs().show(new Panel(words.get("keygen.heading"), form, cancel, make).wide());
        settings.requestFocus();
    }

    private void make(String settings, String device, String folder, ProblemBox problem) {
        problem.show(Optional.empty());
        around.background()
                .attempt(_ -> files(settings, device, folder))
                .start(
                        written -> {
                            around.dialogs().close();
                            around.toasts()
                                    .show(
                                            Level.OK,
                                            words.count("export.written", written.size())
                                                    + " "
                                                    + words.get("export.written.to", "folder", folder));
                        },
                        why -> problem.show(Optional.of(why)));
    }

    private Outcome<List<Path>> files(String settings, String device, String folder) {
        return ExportViewModel.path(settings)
                .then(Source::file)
                .then(source -> KeygenProperties.read(source, device))
                .then(properties -> keygen.make(properties, clock.instant()))
                .then(made -> ExportViewModel.path(folder).then(to -> ExportFolder.write(to, made)));
    }

    private HBox chosen(TextField field, Supplier<Optional<Path>> chooser) {
        HBox.setHgrow(field, Priority.ALWAYS);
        Button choose = new Button(words.get("export.choose"));
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(_ -> chooser.get().ifPresent(path -> field.setText(path.toString())));
        HBox row = new HBox(field, choose);
        row.getStyleClass().add("button-row");
        return row;
    }

    private static TextField field(String id, String text) {
        TextField field = new TextField(text);
        field.setId(id);
        return field;
    }
}
