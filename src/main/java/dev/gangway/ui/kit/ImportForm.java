package dev.gangway.ui.kit;

import atlantafx.base.theme.Styles;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.pki.Source;
import dev.gangway.pki.Subjects;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A certificate and its key from files or pasted text, checked as soon as they are there. */
public final class ImportForm extends VBox {
    private static final List<String> PATTERNS =
            List.of("*.pem", "*.crt", "*.cer", "*.key", "*.der", "*.p8", "*.p12", "*.pfx", "*.jks");

    private final Words words;
    private final ImportViewModel model;
    private final VBox findings = new VBox();

    /** Makes one over what was brought in so far. */
    public ImportForm(ScreenContext around, ImportViewModel model) {
        this.words = around.words();
        this.model = model;
        getStyleClass().addAll("form", "import");
        getStylesheets().add(StyleSheets.of(ImportForm.class, "import.css"));
        Button choose = new Button(words.get("import.choose"));
        choose.setOnAction(event -> model.take(around.dialogs().openFiles(words.get("import.choose"), PATTERNS)));
        choose.setMinWidth(USE_PREF_SIZE);
        DropZone drop = new DropZone(words.get("import.hint"), choose);
        PasswordField passphrase = new PasswordField();
        passphrase.textProperty().bindBidirectional(model.passphrase());
        HBox pasted = FormField.row(paste("import.certificate", model.certificate()), paste("import.key", model.key()));
        findings.getStyleClass().add("findings");
        getChildren()
                .addAll(
                        drop,
                        pasted,
                        new FormField(words.get("import.passphrase"), passphrase, words.get("import.passphrase.hint")),
                        findings);
        DropZone.takes(this, model::take);
        model.result().addListener((property, was, result) -> show(result));
    }

    private FormField paste(String key, ObjectProperty<Optional<Source>> slot) {
        TextArea area = new TextArea();
        area.setPromptText(words.get("import.paste"));
        area.setPrefRowCount(4);
        VBox.setVgrow(area, Priority.ALWAYS); // both boxes end on the same line
        area.getStyleClass().add("code");
        FormField field = new FormField(words.get(key), area);
        area.textProperty().addListener((property, was, text) -> {
            if (!text.isEmpty()) {
                slot.set(Optional.of(Source.text(words.get("import.pasted"), text)));
            } else if (slot.get().filter(this::isPasted).isPresent()) {
                slot.set(Optional.empty());
            }
        });
        slot.addListener((property, was, source) -> {
            boolean file = source.isPresent() && !isPasted(source.get());
            if (file || source.isEmpty()) {
                area.clear();
            }
            area.setPromptText(
                    file ? words.get("import.file", "file", source.get().name()) : words.get("import.paste"));
        });
        return field;
    }

    private boolean isPasted(Source source) {
        return source.name().equals(words.get("import.pasted"));
    }

    private void show(Imported result) {
        findings.getChildren().clear();
        result.error().ifPresent(why -> add(Level.BAD, why));
        result.warnings().forEach(why -> add(Level.WARNING, why));
        if (result.error().isEmpty()) {
            result.identity()
                    .ifPresent(identity -> findings.getChildren()
                            .add(new Chip(
                                    Level.OK, words.get("import.good", "subject", Subjects.text(identity.leaf())))));
        }
    }

    private void add(Level level, Diagnosis why) {
        FindingView box = new FindingView(words, level, why);
        why.fix().filter(remedy -> remedy.action() == Action.TAKE_LEAF).ifPresent(remedy -> {
            Button take = new Button(words.remedy(remedy));
            take.getStyleClass().add(Styles.SMALL);
            take.setOnAction(event -> model.takeLeaf());
            box.getChildren().add(take);
        });
        findings.getChildren().add(box);
    }
}
