package dev.gangway.ui.batches;

import dev.gangway.line.batch.Field;
import dev.gangway.line.batch.LineReading;
import dev.gangway.line.batch.Mapping;
import dev.gangway.line.batch.UnitList;
import dev.gangway.line.batch.table.TableFormat;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** What each column of the list holds, with an example of it. */
final class ColumnsPane extends ScrollPane {
    /** More columns than a person can look through; the others keep what was recognised. */
    private static final int MOST = 60;

    private final ListViewModel model;
    private final Words words;
    private final GridPane grid = new GridPane();
    private final List<Label> examples = new ArrayList<>();
    private @Nullable TableFormat shown;
    private List<String> headings = List.of();

    ColumnsPane(ListViewModel model, Words words) {
        super();
        this.model = model;
        this.words = words;
        setContent(grid);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        getStyleClass().add("plain-scroll");
        grid.getStyleClass().addAll("card-body", "batch-columns");
        for (int i = 0; i < 3; i++) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(i == 0 ? 28 : 36);
            share.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(share);
        }
        model.list().subscribe(list -> list.ifPresent(this::show));
        model.preview().addListener((ListChangeListener<LineReading.Read>) change -> examples());
    }

    private void show(UnitList list) {
        List<Mapping.Column> columns = list.mapping().columns();
        if (shown == list.format() && headings.equals(list.headings())) {
            return; // what was chosen stands in the controls already
        }
        shown = list.format(); // made anew each time that a file is opened
        headings = list.headings();
        grid.getChildren().clear();
        examples.clear();
        grid.addRow(0, head("batches.column.heading"), head("batches.column.holds"), head("batches.column.example"));
        for (int i = 0; i < Math.min(MOST, columns.size()); i++) {
            row(i, columns.get(i));
        }
        if (columns.size() > MOST) {
            Label more = new Label(words.count("batches.columns.more", columns.size() - MOST));
            more.getStyleClass().add("muted");
            grid.add(more, 0, columns.size() + 1, 3, 1);
        }
        examples();
    }

    private void row(int index, Mapping.Column column) {
        String called =
                column.heading().isEmpty() ? words.get("batches.column.number", "number", index + 1) : column.heading();
        Label name = new Label(called);
        name.getStyleClass().add("strong");
        ComboBox<Field> holds = Choices.of(choices(column.field()), this::name);
        holds.setId("holds-" + index);
        holds.setAccessibleText(words.get("batches.column.holds") + ": " + called);
        holds.setValue(column.field());
        TextField key = new TextField(column.key());
        key.setAccessibleText(words.get("batches.attribute") + ": " + called);
        key.setPromptText(words.get("batches.attribute"));
        key.visibleProperty().bind(holds.valueProperty().isEqualTo(Field.ATTRIBUTE));
        key.managedProperty().bind(key.visibleProperty());
        holds.setOnAction(event -> {
            if (holds.getValue() == Field.ATTRIBUTE && key.getText().isBlank()) {
                key.setText(column.heading().strip());
            }
            model.column(index, holds.getValue(), key.getText().strip());
        });
        key.textProperty().addListener((property, was, is) -> model.column(index, holds.getValue(), is.strip()));
        Label example = new Label();
        example.getStyleClass().addAll("code", "muted");
        example.setMinWidth(0);
        examples.add(example);
        HBox what = new HBox(6, holds, key);
        HBox.setHgrow(holds, Priority.ALWAYS);
        holds.setMinWidth(Region.USE_COMPUTED_SIZE);
        key.setPrefWidth(90);
        key.setMinWidth(60);
        grid.addRow(index + 1, name, what, example);
    }

    private void examples() {
        for (int i = 0; i < examples.size(); i++) {
            int column = i;
            examples.get(i)
                    .setText(model.preview().stream()
                            .map(read -> read.line().cell(column))
                            .filter(cell -> !cell.isBlank())
                            .findFirst()
                            .orElse("–"));
        }
    }

    /** A credential of somebody else and the results of an earlier batch are recognised, never chosen. */
    private static List<Field> choices(Field now) {
        List<Field> all = new ArrayList<>(
                List.of(Field.SERIAL, Field.NAME, Field.LABEL, Field.PROFILE, Field.ATTRIBUTE, Field.IGNORED));
        if (!all.contains(now)) {
            all.add(now);
        }
        return all;
    }

    private String name(Field field) {
        return words.get("batches.field." + field.name().toLowerCase(Locale.ROOT));
    }

    private Label head(String key) {
        Label label = new Label(words.get(key));
        label.getStyleClass().add("muted");
        return label;
    }
}
