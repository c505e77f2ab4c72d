package dev.gangway.ui.kit.exporting;

import atlantafx.base.theme.Styles;
import dev.gangway.pki.export.ExportFormat;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.FindingView;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.LevelShape;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.SecretInput;
import dev.gangway.ui.kit.SegmentedButton;
import dev.gangway.ui.kit.Strength;
import dev.gangway.ui.kit.StyleSheets;
import dev.gangway.ui.text.Words;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The forms on the left; on the right what the chosen one is, what to mind about it, and where it goes. */
final class ExportPanel {
    private final ScreenContext around;
    private final Words words;
    private final ExportViewModel model;
    private final Label title = new Label();
    private final Label text = wrapped();
    private final Label warning = wrapped();
    private final Chip strength = new Chip(Level.NEUTRAL, "");
    private final VBox notes = new VBox();
    private final VBox sealed;
    private final Button export = new Button();

    ExportPanel(ScreenContext around, ExportViewModel model) {
        this.around = around;
        this.words = around.words();
        this.model = model;
        SecretInput input =
                new SecretInput(words.get("export.passphrase"), model.passphrase(), Optional.empty(), words);
        sealed = new VBox(new FormField(words.get("export.passphrase"), input, words.get("export.passphrase.hint")));
        sealed.getStyleClass().add("form-field");
        sealed.getChildren().add(strength);
        input.with("export-passphrase", "");
        strength.visibleProperty().bind(model.passphrase().isNotEmpty());
        strength.managedProperty().bind(strength.visibleProperty());
        model.passphrase().subscribe(this::showStrength);
        model.format().subscribe(this::show);
    }

    Panel panel() {
        FormatList list = new FormatList(words, model.what(), model.format());
        list.setId("export-formats");
        title.getStyleClass().add("export-title");
        ProblemBox problem = new ProblemBox(words);
        model.problem().subscribe(problem::show);
        notes.setId("export-notes");
        notes.getStyleClass().add("form-field");
        VBox right = new VBox(title, text, warning, notes, sealed, place(), problem);
        if (model.what().isSeveral()) {
            right.getChildren().add(right.getChildren().size() - 2, shape());
        }
        right.getStyleClass().addAll("form", "export-choice");
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox content = new HBox(list, right);
        content.getStyleClass().addAll("columns", "export");
        content.getStylesheets().add(StyleSheets.of(ExportPanel.class, "export.css"));
        Button cancel = new Button(words.get("dialog.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> around.dialogs().close());
        export.setId("export");
        export.setDefaultButton(true);
        export.getStyleClass().add(Styles.ACCENT);
        export.disableProperty().bind(model.running());
        export.setOnAction(_ -> model.write());
        return new Panel(words.get("export.heading", "name", model.what().name()), content, cancel, export).wide();
    }

    private FormField shape() {
        return new FormField(
                words.get("export.shape"),
                SegmentedButton.of(words, "export.shape", model.shape()),
                words.get("export.shape.hint"));
    }

    private FormField place() {
        TextField folder = new TextField();
        folder.setId("export-folder");
        folder.textProperty().bindBidirectional(model.folder());
        folder.setAccessibleText(words.get("export.folder"));
        HBox.setHgrow(folder, Priority.ALWAYS);
        Button choose = new Button(words.get("export.choose"));
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(_ -> chosen().ifPresent(path -> model.folder().set(path.toString())));
        HBox row = new HBox(folder, choose);
        row.getStyleClass().add("button-row");
        FormField field = new FormField(words.get("export.folder"), row, words.get("export.folder.hint"));
        model.shape()
                .subscribe(shape -> field.setHint(words.get(
                        shape == ExportViewModel.Shape.ARCHIVE ? "export.archive.hint" : "export.folder.hint")));
        return field;
    }

    private Optional<Path> chosen() {
        return model.shape().get() == ExportViewModel.Shape.ARCHIVE
                ? around.dialogs()
                        .saveFile(
                                words.get("export.shape.ARCHIVE"), model.what().fileName() + ".zip")
                : around.dialogs().openFolder(words.get("export.folder"));
    }

    private void show(ExportFormat format) {
        title.setText(words.get("export." + format));
        text.setText(words.get("export." + format + ".text"));
        Level level = format.showsKey() || format.isWeak() ? Level.WARNING : Level.INFO;
        warning.setText(words.get(warning(format), "name", model.what().name()));
        warning.setGraphic(new LevelShape(level));
        warning.getStyleClass().removeIf(style -> style.startsWith("level-"));
        warning.getStyleClass().add(level.styleClass());
        if (!warning.getStyleClass().contains("offer")) {
            warning.getStyleClass().addAll("offer", "export-warning");
        }
        notes.getChildren()
                .setAll(model.what().notes(format).stream()
                        .map(note -> new FindingView(words, Level.WARNING, note.diagnosis()))
                        .toList());
        notes.setVisible(!notes.getChildren().isEmpty());
        notes.setManaged(notes.isVisible());
        sealed.setVisible(format.needsPassphrase());
        sealed.setManaged(format.needsPassphrase());
        export.setText(words.get(format.holdsKey() ? "export.do.key" : "export.do"));
    }

    private static String warning(ExportFormat format) {
        if (!format.holdsKey()) {
            return "export.public";
        }
        if (format.showsKey()) {
            return "export.key-in-clear";
        }
        return format.isWeak() ? "export.key-weak" : "export.key-sealed";
    }

    private void showStrength(String passphrase) {
        Strength now = Strength.of(passphrase);
        strength.show(
                now == Strength.TOO_SHORT ? Level.WARNING : now.level(),
                words.get(
                        now == Strength.TOO_SHORT
                                ? "export.passphrase.short"
                                : "unlock.strength." + now.name().toLowerCase(Locale.ROOT)));
    }

    private static Label wrapped() {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
