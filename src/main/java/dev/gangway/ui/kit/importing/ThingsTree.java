package dev.gangway.ui.kit.importing;

import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.LevelShape;
import dev.gangway.ui.text.Words;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import org.jspecify.annotations.Nullable;

/** What was recognised, each thing with its chain and findings below it, and where it goes. */
final class ThingsTree extends TreeTableView<Entry> {
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
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        Label empty = new Label(words.get("importing.empty"));
        empty.getStyleClass().add("muted");
        setPlaceholder(empty);
        model.busy().subscribe(busy -> empty.setText(words.get(busy ? "importing.reading" : "importing.empty")));
        getColumns().add(found());
        getColumns().add(column("importing.state", 250, row -> new States(words, row)));
        getColumns().add(column("importing.to", 190, row -> Controls.choice(words, model, row)));
        getColumns().add(column("importing.name", 170, row -> Controls.name(words, model, row)));
        model.rows().addListener((ListChangeListener<ImportRow>) _ -> show());
        show();
    }

    private void show() {
        TreeItem<Entry> root = new TreeItem<>();
        boolean few = model.rows().size() <= OPENED;
        for (ImportRow row : model.rows()) {
            TreeItem<Entry> thing = new TreeItem<>(Entry.of(row));
            Entry.below(row, words).forEach(line -> thing.getChildren().add(new TreeItem<>(line)));
            thing.setExpanded(few);
            row.problem().addListener(_ -> refresh());
            row.destination().addListener(_ -> refresh());
            root.getChildren().add(thing);
        }
        setRoot(root);
    }

    private TreeTableColumn<Entry, Entry> found() {
        TreeTableColumn<Entry, Entry> column = new TreeTableColumn<>(words.get("importing.found"));
        column.setPrefWidth(330);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(cell.getValue().getValue()));
        column.setCellFactory(_ -> new Found());
        return column;
    }

    private TreeTableColumn<Entry, Entry> column(String title, double width, Function<ImportRow, Node> content) {
        TreeTableColumn<Entry, Entry> column = new TreeTableColumn<>(words.get(title));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(cell.getValue().getValue()));
        column.setCellFactory(_ -> new Held(content));
        return column;
    }

    private static final class Found extends TreeTableCell<Entry, Entry> {
        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            String text = empty || entry == null ? "" : entry.text();
            setText(text);
            setTooltip(text.isEmpty() ? null : new Tooltip(text));
            Level level = empty || entry == null ? null : entry.level().orElse(null);
            setGraphic(level == null ? null : new LevelShape(level));
            pseudoClassStateChanged(
                    THING, !empty && entry != null && entry.row().isPresent());
        }
    }

    private static final class Held extends TreeTableCell<Entry, Entry> {
        private final Function<ImportRow, Node> content;

        Held(Function<ImportRow, Node> content) {
            this.content = content;
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            setGraphic(empty || entry == null ? null : entry.row().map(content).orElse(null));
        }
    }
}
