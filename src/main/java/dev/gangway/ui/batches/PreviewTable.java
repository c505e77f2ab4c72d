package dev.gangway.ui.batches;

import dev.gangway.line.batch.LineReading.Read;
import dev.gangway.ui.kit.Em;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.LevelShape;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The first lines as they would be run. */
final class PreviewTable extends TableView<Read> {
    private final Words words;

    PreviewTable(ListViewModel model, Words words) {
        this.words = words;
        setId("batch-preview");
        setAccessibleText(words.get("batches.step.preview"));
        setItems(model.preview());
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label none = new Label();
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        model.recipe()
                .subscribe(recipe ->
                        none.setText(words.get(recipe.isEmpty() ? "batches.preview.recipe" : "batches.preview.none")));
        setPlaceholder(none);
        getColumns()
                .setAll(List.of(
                        column(
                                "line",
                                54,
                                read -> words.formats().number(read.line().number())),
                        column("serial", 130, read -> read.order().serial()),
                        column("device", 150, read -> read.order().name()),
                        column("label", 100, read -> read.order().label()),
                        column(
                                "attributes",
                                140,
                                read -> new TreeMap<>(read.order().attributes())
                                        .entrySet().stream()
                                                .map(each -> each.getKey() + "=" + each.getValue())
                                                .collect(Collectors.joining(", ")))));
        Em.scale(this);
    }

    private TableColumn<Read, Read> column(String key, double width, Function<Read, String> text) {
        TableColumn<Read, Read> column = new TableColumn<>(words.get("batches.column." + key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(view -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Read read, boolean empty) {
                super.updateItem(read, empty);
                if (empty || read == null) {
                    setText("");
                    setGraphic(null);
                    setTooltip(null);
                    return;
                }
                String shown = text.apply(read);
                boolean bad = key.equals("line") && !read.bad().isEmpty();
                setText(shown);
                setGraphic(bad ? new LevelShape(Level.BAD) : null);
                String more = bad
                        ? read.bad().stream()
                                .map(each -> words.title(each.why()))
                                .collect(Collectors.joining("\n"))
                        : shown;
                setTooltip(more.isEmpty() ? null : new Tooltip(more));
            }
        });
        return column;
    }
}
