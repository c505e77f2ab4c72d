package dev.gangway.ui.kit.importing;

import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.LevelShape;
import dev.gangway.ui.text.Words;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/**
 * What was recognised, each thing with its state and where it goes, and its findings and chain below it. A tree and not
 * a table, because the lines below need the whole width.
 */
final class ThingsTree extends TreeView<ImportTreeLine> {
    private static final int OPENED = 4;
    private static final PseudoClass THING = PseudoClass.getPseudoClass("thing");

    private final Words words;
    private final ImportsViewModel model;

    ThingsTree(Words words, ImportsViewModel model) {
        this.words = words;
        this.model = model;
        setId("things");
        getStyleClass().add("things");
        setAccessibleText(words.get("importing.found"));
        setShowRoot(false);
        setCellFactory(_ -> new Line());
        model.rows().addListener((ListChangeListener<ImportRow>) _ -> show());
        show();
    }

    private void show() {
        TreeItem<ImportTreeLine> root = new TreeItem<>();
        boolean few = model.rows().size() <= OPENED;
        for (ImportRow row : model.rows()) {
            TreeItem<ImportTreeLine> thing = new TreeItem<>(ImportTreeLine.of(row));
            ImportTreeLine.below(row, words).forEach(line -> thing.getChildren().add(new TreeItem<>(line)));
            thing.setExpanded(few);
            row.problem().addListener(_ -> refresh());
            row.destination().addListener(_ -> refresh());
            root.getChildren().add(thing);
        }
        setRoot(root);
    }

    private Node thing(ImportTreeLine entry, ImportRow row) {
        Label subject = new Label(entry.text());
        subject.getStyleClass().add("strong");
        subject.setMinWidth(0);
        subject.setTooltip(new Tooltip(entry.text()));
        HBox line = new HBox(
                subject,
                Card.spacer(),
                new States(words, row),
                Controls.choice(words, model, row),
                Controls.name(words, model, row));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("thing");
        HBox.setHgrow(subject, Priority.SOMETIMES);
        return line;
    }

    private static Node line(ImportTreeLine entry) {
        Label label = new Label(entry.text());
        label.setMinWidth(0);
        label.setTooltip(new Tooltip(entry.text()));
        label.getStyleClass().addAll("muted", "small");
        entry.level().ifPresent(level -> {
            label.setGraphic(new LevelShape(level));
            label.getStyleClass().add(level.styleClass());
        });
        return label;
    }

    private final class Line extends TreeCell<ImportTreeLine> {
        Line() {
            setPrefWidth(0); // as wide as the tree: long names end in dots, nothing scrolls sideways
        }

        @Override
        protected void updateItem(@Nullable ImportTreeLine entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            if (empty || entry == null) {
                setGraphic(null);
                pseudoClassStateChanged(THING, false);
                return;
            }
            pseudoClassStateChanged(THING, entry.row().isPresent());
            setGraphic(entry.row().map(row -> thing(entry, row)).orElseGet(() -> line(entry)));
        }
    }
}
