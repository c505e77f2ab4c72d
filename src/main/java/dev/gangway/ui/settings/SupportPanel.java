package dev.gangway.ui.settings;

import dev.gangway.background.Newest;
import dev.gangway.support.SupportFile;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/** Shows what goes into a support file, word for word, and writes exactly that where a person wants it. */
public final class SupportPanel {
    private static final int ROWS = 16;

    /** What the file is made of. */
    @FunctionalInterface
    public interface Contents {
        /** Its parts, with names of devices and servers where asked for; blocks. */
        List<SupportFile.Part> parts(boolean names);
    }

    private final Contents contents;
    private final ScreenContext around;
    private final Words words;
    private final Newest reading = new Newest();
    private final TextArea shown = new TextArea();
    private final ProblemBox problem;
    private final Button save;
    private List<SupportFile.Part> parts = List.of();

    SupportPanel(Contents contents, ScreenContext around) {
        this.contents = contents;
        this.around = around;
        words = around.words();
        problem = new ProblemBox(words);
        save = new Button(words.get("settings.support.save"));
    }

    void open() {
        Label text = new Label(words.get("settings.support.text"));
        text.setWrapText(true);
        CheckBox names = new CheckBox(words.get("settings.support.names"));
        names.setId("support-names");
        names.selectedProperty().subscribe(this::read);
        shown.setId("support-contents");
        shown.setEditable(false);
        shown.setPrefRowCount(ROWS);
        shown.getStyleClass().add("code");
        shown.setAccessibleText(words.get("settings.support.contents"));
        VBox form = new VBox(text, names, shown, problem);
        form.getStyleClass().add("form");
        save.setId("support-save");
        save.setDefaultButton(true);
        save.setDisable(true);
        save.setOnAction(event -> around.dialogs()
                .saveFile(words.get("settings.support"), "gangway-support.zip")
                .ifPresent(this::write));
        Button cancel = new Button(words.get("dialog.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> around.dialogs().close());
        around.dialogs().show(new Panel(words.get("settings.support"), form, cancel, save).wide());
    }

    private void read(boolean names) {
        save.setDisable(true);
        around.background()
                .work(cancellation -> contents.parts(names))
                .in(reading)
                .start(this::show, why -> problem.show(Optional.of(why)));
    }

    private void show(List<SupportFile.Part> read) {
        parts = read;
        shown.setText(read.stream().map(this::told).collect(Collectors.joining("\n")));
        save.setDisable(false);
    }

    private String told(SupportFile.Part part) {
        return words.get(
                        "settings.support.part",
                        "name",
                        part.name(),
                        "size",
                        words.formats().bytes(part.size()))
                + "\n"
                + part.text().indent(4);
    }

    private void write(Path file) {
        List<SupportFile.Part> seen = parts;
        around.background()
                .attempt(cancellation -> SupportFile.write(file, seen))
                .start(
                        written -> {
                            around.dialogs().close();
                            around.toasts().show(Level.OK, words.get("settings.support.written", "file", file));
                        },
                        why -> problem.show(Optional.of(why)));
    }
}
