package dev.gangway.ui.bench.export;

import atlantafx.base.theme.Styles;
import dev.gangway.bench.export.RunExport.Format;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.LevelShape;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Asks in which form a test leaves the program, and whether its secrets do. */
public final class RunExportPanel {
    private final ScreenContext around;
    private final Words words;
    private final RunExportViewModel model;
    private final VBox secrets = new VBox();
    private final Label leaves = label("export.leaves");
    private final Button write = new Button();

    private RunExportPanel(ScreenContext around, RunExportViewModel model) {
        this.around = around;
        this.words = around.words();
        this.model = model;
    }

    /** Shows it. */
    public static void show(ScreenContext around, ExportSource source, ExportWork work) {
        new RunExportPanel(around, new RunExportViewModel(source, work, around.background())).show();
    }

    private void show() {
        VBox formats = new VBox(heading("runs.export.format"));
        formats.getStyleClass().add("choices");
        ToggleGroup group = new ToggleGroup();
        for (Format format : model.formats()) {
            formats.getChildren().add(choice(format, group));
        }
        ProblemBox problem = new ProblemBox(words);
        model.problem().addListener((_, _, why) -> {
            problem.show(why);
            write.setDisable(false);
        });
        VBox content = new VBox(formats, secrets, problem);
        content.getStyleClass().add("form");
        model.format().addListener(_ -> askForSecrets());
        model.keepSecrets().addListener(_ -> sayWhatLeaves());
        askForSecrets();
        write.setId("export-write");
        write.setDefaultButton(true);
        write.setOnAction(_ -> chooseAndWrite());
        Button cancel = new Button(words.get("dialog.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> around.dialogs().close());
        around.dialogs().show(new Panel(words.get("runs.export.title"), content, cancel, write));
    }

    private VBox choice(Format format, ToggleGroup group) {
        RadioButton button = new RadioButton(words.get("runs.export." + format));
        button.setId("export-" + format);
        button.setToggleGroup(group);
        button.setSelected(model.format().get() == format);
        button.setOnAction(_ -> model.format().set(format));
        Label hint = new Label(words.get("runs.export." + format + ".hint"));
        hint.setWrapText(true);
        hint.setMinHeight(Label.USE_PREF_SIZE);
        hint.getStyleClass().addAll("form-hint", "choice-hint");
        VBox box = new VBox(button, hint);
        box.getStyleClass().add("choice");
        return box;
    }

    /** Which secrets there are depends on the format; whether they are kept is asked anew for each. */
    private void askForSecrets() {
        model.keepSecrets().set(false);
        secrets.getChildren().clear();
        secrets.getStyleClass().setAll("choices");
        if (model.canKeepSecrets()) {
            ToggleGroup group = new ToggleGroup();
            RadioButton out = new RadioButton(words.get("runs.export.redacted"));
            out.setToggleGroup(group);
            out.setSelected(true);
            out.setOnAction(_ -> model.keepSecrets().set(false));
            RadioButton in = new RadioButton(words.get("runs.export.kept"));
            in.setId("export-with-secrets");
            in.setToggleGroup(group);
            in.setOnAction(_ -> model.keepSecrets().set(true));
            secrets.getChildren().addAll(heading("runs.export.secrets"), out, in, leaves);
        } else {
            secrets.getChildren().add(muted("runs.export.no-secrets"));
        }
        sayWhatLeaves();
    }

    private void sayWhatLeaves() {
        boolean kept = model.keepSecrets().get();
        String inside = model.secretsInside().stream()
                .map(each -> words.get("runs.export.inside." + each))
                .collect(Collectors.joining(", "));
        leaves.setText(words.get(kept ? "runs.export.leaves" : "runs.export.stays", "secrets", inside));
        leaves.setGraphic(new LevelShape(kept ? Level.WARNING : Level.OK));
        write.setText(words.get(kept ? "runs.export.write-secrets" : "runs.export.write"));
        write.getStyleClass().removeAll(Styles.ACCENT, Styles.DANGER);
        write.getStyleClass().add(kept ? Styles.DANGER : Styles.ACCENT);
    }

    private void chooseAndWrite() {
        around.dialogs()
                .saveFile(words.get("runs.export.title"), model.suggestedName())
                .ifPresent(file -> {
                    write.setDisable(true);
                    model.write(file, written -> {
                        around.dialogs().close();
                        around.toasts().show(Level.OK, words.get("runs.export.done", "file", written.toAbsolutePath()));
                    });
                });
    }

    private Label heading(String key) {
        Label heading = new Label(words.get(key));
        heading.getStyleClass().add("form-label");
        return heading;
    }

    private Label muted(String key) {
        Label label = label("muted");
        label.setText(words.get(key));
        return label;
    }

    private static Label label(String style) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
