package dev.gangway.ui.batches;

import dev.gangway.line.batch.LineReading.BadCell;
import dev.gangway.line.unit.UnitOrder.Existing;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Em;
import dev.gangway.ui.kit.Focus;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The dry run: what it is, that it goes on, every fault with line, column and rule, and the question it raises. */
final class CheckPane extends VBox {
    private static final List<Existing> ANSWERS =
            List.of(Existing.REFUSE, Existing.SKIP, Existing.ADOPT, Existing.NEW_CREDENTIAL);

    private final ListViewModel model;
    private final Words words;
    private final HBox head = new HBox();
    private final VBox question = new VBox();
    private final Label said = new Label();
    private final TableView<BadCell> table = new TableView<>();

    CheckPane(ListViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("panel");
        setMinHeight(120);
        head.getStyleClass().add("card-header");
        head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        question.getStyleClass().addAll("card-body", "batch-question");
        said.getStyleClass().addAll("card-body", "muted");
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.setMaxWidth(Double.MAX_VALUE);
        fill();
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(head, said, question, table);
        model.checked().subscribe(found -> refresh());
        model.checking().subscribe(now -> refresh());
        model.answer().subscribe(now -> refresh());
    }

    private void refresh() {
        Label title = new Label(words.get("batches.step.check"));
        title.getStyleClass().add("card-title");
        head.getChildren().setAll(title);
        Optional<Checked> checked = model.checked().get();
        boolean running = model.checking().get();
        if (running) {
            ProgressIndicator turning = new ProgressIndicator();
            turning.setPrefSize(16, 16);
            turning.setMinSize(16, 16);
            head.getChildren().addAll(turning, new Chip(Level.INFO, words.get("batches.check.running")));
        }
        checked.ifPresent(found -> {
            head.getChildren().add(Chip.plain(words.count("batches.check.lines", found.lines())));
            head.getChildren()
                    .add(
                            found.count() == 0
                                    ? new Chip(Level.OK, words.get("batches.check.good"))
                                    : new Chip(Level.BAD, words.count("batches.check.faults", found.count())));
            if (!found.passed().isEmpty()) {
                head.getChildren()
                        .add(new Chip(
                                Level.INFO,
                                words.count(
                                        "batches.check.passed", found.passed().cardinality())));
            }
        });
        table.getItems().setAll(checked.map(Checked::faults).orElse(List.of()));
        boolean faults = !table.getItems().isEmpty();
        table.setVisible(faults);
        table.setManaged(faults);
        String text = checked.isEmpty()
                ? words.get(running ? "batches.check.wait" : "batches.check.what")
                : faults
                        ? checked.get().count() > checked.get().faults().size()
                                ? words.count(
                                        "batches.check.more",
                                        checked.get().count()
                                                - checked.get().faults().size())
                                : ""
                        : words.get("batches.check.ready");
        said.setText(text);
        said.setVisible(!text.isEmpty());
        said.setManaged(!text.isEmpty());
        ask(checked);
    }

    /** Moves the keyboard to the question, where one is asked. */
    boolean focusQuestion() {
        if (question.isVisible()) {
            Focus.moveInto(question);
        }
        return question.isVisible();
    }

    /** Asked once, and answered by nobody but a person: nothing is chosen at first. */
    private void ask(Optional<Checked> checked) {
        boolean asked = checked.filter(found -> !found.existing().isEmpty()).isPresent();
        question.setVisible(asked);
        question.setManaged(asked);
        question.getChildren().clear();
        if (!asked) {
            return;
        }
        Label text = new Label(words.count(
                "batches.existing.question", checked.get().existing().cardinality()));
        text.getStyleClass().add("strong");
        text.setWrapText(true);
        FlowPane answers = new FlowPane();
        answers.getStyleClass().add("button-flow");
        ToggleGroup group = new ToggleGroup();
        for (Existing answer : ANSWERS) {
            String key = "batches.existing." + answer.name().toLowerCase(Locale.ROOT);
            ToggleButton button = new ToggleButton(words.get(key));
            button.setId("existing-" + answer.name().toLowerCase(Locale.ROOT));
            button.setTooltip(new Tooltip(words.get(key + ".text")));
            button.setAccessibleHelp(words.get(key + ".text"));
            button.setToggleGroup(group);
            button.setSelected(model.answer().get().filter(answer::equals).isPresent());
            button.setOnAction(event -> model.answer(answer));
            answers.getChildren().add(button);
        }
        Label meaning = new Label(model.answer()
                .get()
                .map(answer -> words.get("batches.existing." + answer.name().toLowerCase(Locale.ROOT) + ".text"))
                .orElse(words.get("batches.existing.choose")));
        meaning.getStyleClass().add("muted");
        meaning.setWrapText(true);
        meaning.setMinHeight(Region.USE_PREF_SIZE);
        question.getChildren().addAll(text, answers, meaning);
    }

    private void fill() {
        table.setId("batch-faults");
        table.setAccessibleText(words.get("batches.faults"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("line", 70, bad -> words.formats().number(bad.line())));
        table.getColumns()
                .add(column(
                        "column",
                        130,
                        bad -> bad.heading().isEmpty()
                                ? words.get("batches.column.number", "number", bad.column() + 1)
                                : bad.heading()));
        table.getColumns().add(column("rule", 300, bad -> words.title(bad.why())));
        table.getColumns().add(column("meaning", 420, bad -> words.text(bad.why())));
        Em.scale(table);
    }

    private TableColumn<BadCell, BadCell> column(String key, double width, Function<BadCell, String> text) {
        TableColumn<BadCell, BadCell> column = new TableColumn<>(words.get("batches.column." + key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(view -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable BadCell bad, boolean empty) {
                super.updateItem(bad, empty);
                String shown = empty || bad == null ? "" : text.apply(bad);
                setText(shown);
                setTooltip(shown.isEmpty() ? null : new Tooltip(shown));
            }
        });
        return column;
    }
}
