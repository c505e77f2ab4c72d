package dev.gangway.ui.kit.importing;

import atlantafx.base.theme.Styles;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.transfer.importing.Destination;
import dev.gangway.ui.kit.DropZone;
import dev.gangway.ui.kit.Focus;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.StyleSheets;
import dev.gangway.ui.text.Words;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Drop zone, files that are closed, what was recognised and where it goes, and the button that stores it. */
final class ImportPanel {
    private static final KeyCombination PASTE = KeyCombination.valueOf("Shortcut+V");

    private final ScreenContext around;
    private final Words words;
    private final ImportsViewModel model;
    private final Runnable paste;

    ImportPanel(ScreenContext around, ImportsViewModel model, Runnable paste) {
        this.around = around;
        this.words = around.words();
        this.model = model;
        this.paste = paste;
    }

    Panel panel() {
        ProblemBox problem = new ProblemBox(words);
        model.problem().subscribe(problem::show);
        ThingsTree tree = new ThingsTree(words, model);
        VBox things = new VBox(tree);
        things.getStyleClass().add("panel");
        Node drop = drop();
        ClosedFiles closed = new ClosedFiles(words, model);
        VBox content = new VBox(drop, closed, things, rules(), notices(), problem);
        content.getStyleClass().addAll("form", "importing");
        shownWhile(model.brought(), things);
        Button cancel = new Button(words.get("dialog.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> {
            model.close();
            around.dialogs().close();
        });
        Button store = new Button();
        store.setId("import");
        store.setDefaultButton(true);
        store.getStyleClass().add(Styles.ACCENT);
        store.disableProperty().bind(model.busy());
        model.chosen()
                .subscribe(count -> store.setText(
                        count.intValue() == 0
                                ? words.get("importing.do.none")
                                : words.count("importing.do", count.intValue())));
        store.setOnAction(_ -> model.store());
        model.busy()
                .addListener((_, _, _) -> Platform.runLater(() -> {
                    if (!model.busy().get() && model.brought().get() && Focus.isIn(drop)) { // on to what comes next
                        Focus.stops(model.problems().isEmpty() ? store : closed).stream()
                                .findFirst()
                                .ifPresent(Node::requestFocus);
                    }
                }));
        Panel panel = new Panel(words.get("importing.title"), content, cancel, store).wide();
        panel.getStyleClass().add("import-panel");
        panel.getStylesheets()
                .addAll(
                        StyleSheets.of(DropZone.class, "import.css"),
                        StyleSheets.of(ImportPanel.class, "importing.css"));
        DropZone.takes(panel, model::take);
        panel.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (PASTE.match(event)) {
                paste.run();
                event.consume();
            }
        });
        return panel;
    }

    private Node drop() {
        Button files = new Button(words.get("importing.files"));
        files.setId("import-files");
        files.setMinWidth(Region.USE_PREF_SIZE);
        files.setOnAction(_ -> model.take(around.dialogs().openFiles(words.get("importing.files"), List.of())));
        Button folder = new Button(words.get("importing.folder"));
        folder.setId("import-folder");
        folder.setMinWidth(Region.USE_PREF_SIZE);
        folder.setOnAction(_ -> around.dialogs()
                .openFolder(words.get("importing.folder"))
                .ifPresent(path -> model.take(List.of(path))));
        Button clipboard = new Button(words.get("importing.paste"));
        clipboard.setMinWidth(Region.USE_PREF_SIZE);
        clipboard.setOnAction(_ -> paste.run());
        HBox buttons = new HBox(files, folder, clipboard);
        buttons.getStyleClass().add("button-row");
        return new DropZone(words.get("importing.hint"), buttons);
    }

    /** Names and profile matter only where devices are made. */
    private Node rules() {
        TextField naming = new TextField();
        naming.setId("import-naming");
        follow(naming, model.naming());
        TextField profile = new TextField();
        follow(profile, model.profile());
        CheckBox replace = new CheckBox(words.get("importing.replace"));
        replace.setId("import-replace");
        replace.selectedProperty().bindBidirectional(model.replace());
        VBox rules = new VBox(
                FormField.row(
                        new FormField(words.get("importing.naming"), naming, words.get("importing.naming.hint")),
                        new FormField(words.get("importing.profile"), profile)),
                replace);
        rules.getStyleClass().add("form-field");
        model.rows().addListener((ListChangeListener<ImportRow>) _ -> {
            boolean devices = model.rows().stream()
                    .flatMap(row -> row.proposal().choices().stream())
                    .anyMatch(to -> to.kind() == Destination.Kind.NEW_DEVICE || to.kind() == Destination.Kind.DEVICE);
            rules.setVisible(devices);
            rules.setManaged(devices);
        });
        rules.setVisible(false);
        rules.setManaged(false);
        return rules;
    }

    /** Everything is read anew by another rule, so it waits until the field is left or Enter pressed. */
    private static void follow(TextField field, StringProperty value) {
        value.subscribe(field::setText);
        field.setOnAction(_ -> value.set(field.getText()));
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                value.set(field.getText());
            }
        });
    }

    private Node notices() {
        VBox lines = new VBox();
        TitledPane pane = new TitledPane("", lines);
        pane.setExpanded(false);
        pane.setVisible(false);
        pane.setManaged(false);
        model.notices().addListener((ListChangeListener<Evidence>) _ -> {
            pane.setText(words.get("importing.notices", "count", model.notices().size()));
            lines.getChildren()
                    .setAll(model.notices().stream().limit(100).map(this::line).toList());
            pane.setVisible(!model.notices().isEmpty());
            pane.setManaged(!model.notices().isEmpty());
        });
        return pane;
    }

    private Label line(Evidence notice) {
        Label line = new Label(words.evidence(notice));
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.getStyleClass().addAll("muted", "small");
        return line;
    }

    private static void shownWhile(ObservableBooleanValue condition, Node node) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}
