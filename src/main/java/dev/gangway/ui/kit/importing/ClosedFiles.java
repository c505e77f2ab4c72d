package dev.gangway.ui.kit.importing;

import atlantafx.base.theme.Styles;
import dev.gangway.pki.importing.FileProblem;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.FindingView;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.function.Predicate;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The files that cannot be read as they are: why, a field for the passphrase where that is all, and a way without. */
final class ClosedFiles extends VBox {
    private static final int SHOWN = 20;

    private final Words words;
    private final ImportsViewModel model;

    ClosedFiles(Words words, ImportsViewModel model) {
        this.words = words;
        this.model = model;
        getStyleClass().add("closed-files");
        model.problems().addListener((ListChangeListener<FileProblem>) _ -> show());
        show();
    }

    private void show() {
        List<FileProblem> problems = model.problems();
        setVisible(!problems.isEmpty());
        setManaged(!problems.isEmpty());
        getChildren().clear();
        if (!problems.isEmpty()) {
            Label heading = new Label(words.get("importing.closed") + " (" + problems.size() + ")");
            heading.getStyleClass().add("form-label");
            HBox top = new HBox(heading, Card.spacer());
            top.getStyleClass().add("button-row");
            long damaged =
                    problems.stream().filter(each -> !wantsPassphrase(each)).count();
            if (damaged > 0 && damaged < problems.size()) {
                top.getChildren().add(without("importing.leave-out-damaged", damaged, each -> !wantsPassphrase(each)));
            }
            if (problems.size() > 1) {
                top.getChildren().add(without("importing.leave-out-all", problems.size(), each -> true));
            }
            getChildren().add(top);
            problems.stream().limit(SHOWN).forEach(problem -> getChildren().add(row(problem)));
            if (problems.size() > SHOWN) {
                Label more = new Label(words.count("importing.closed.more", problems.size() - (long) SHOWN));
                more.getStyleClass().add("muted");
                getChildren().add(more);
            }
        }
    }

    private Button without(String key, long count, Predicate<FileProblem> which) {
        Button button = new Button(words.count(key, count));
        button.setId(key.substring(key.indexOf('.') + 1));
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> model.leaveOut(
                model.problems().stream().filter(which).map(FileProblem::file).toList()));
        return button;
    }

    private Node row(FileProblem problem) {
        FindingView finding =
                new FindingView(words, wantsPassphrase(problem) ? Level.WARNING : Level.BAD, problem.diagnosis());
        HBox.setHgrow(finding, Priority.ALWAYS);
        Button without = new Button(words.get("importing.leave-out"));
        without.getStyleClass().add(Styles.SMALL);
        without.setMinWidth(USE_PREF_SIZE);
        without.setAccessibleText(words.get("importing.leave-out-of", "file", problem.file()));
        without.setOnAction(_ -> model.leaveOut(List.of(problem.file())));
        HBox row = new HBox(finding);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("closed-file");
        if (wantsPassphrase(problem)) {
            PasswordField passphrase = new PasswordField();
            passphrase.setId("passphrase-of-" + model.problems().indexOf(problem));
            passphrase.setPromptText(words.get("import.passphrase"));
            passphrase.setAccessibleText(words.get("importing.passphrase-of", "file", problem.file()));
            passphrase.setMinWidth(220);
            Button open = new Button(words.get("importing.open"));
            open.getStyleClass().add(Styles.SMALL);
            open.setMinWidth(USE_PREF_SIZE);
            open.setOnAction(_ -> open(problem, passphrase.getText()));
            passphrase.setOnAction(_ -> open.fire());
            row.getChildren().addAll(passphrase, open);
        }
        row.getChildren().add(without);
        return row;
    }

    private static boolean wantsPassphrase(FileProblem problem) {
        return problem.wantsPassphrase() || problem.wantsEntryPassphrase();
    }

    private void open(FileProblem problem, String passphrase) {
        if (problem.wantsEntryPassphrase()) {
            model.openEntries(problem.file(), passphrase);
        } else {
            model.open(problem.file(), passphrase);
        }
    }
}
