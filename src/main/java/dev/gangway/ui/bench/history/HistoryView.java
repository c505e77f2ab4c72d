package dev.gangway.ui.bench.history;

import atlantafx.base.theme.Styles;
import dev.gangway.ui.bench.history.HistoryViewModel.HistoryRow;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.EmptyState;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.text.Words;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The earlier tests of a device: a list, the last pass above it, and what can be done with the selected one. */
public final class HistoryView extends VBox {
    private final Words words;
    private final HistoryViewModel model;
    private final Card card;
    private final Chip count = Chip.plain("");
    private final HBox lastPass = new HBox();
    private final HistoryTable table;
    private final Actions actions;

    /**
     * What can be done with a test.
     *
     * @param open shows its timeline
     * @param compare sets it beside the one on the bench
     */
    public record Actions(Consumer<HistoryRow> open, Consumer<HistoryRow> compare) {}

    /** Makes the list; {@code back} goes where it was opened from. */
    public HistoryView(Words words, HistoryViewModel model, Actions actions, Button back) {
        this.words = words;
        this.model = model;
        this.actions = actions;
        table = new HistoryTable(words, model.rows());
        table.setPlaceholder(new EmptyState(words.get("runs.history.empty"), words.get("runs.history.empty.text")));
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                table.selected().filter(HistoryRow::isRecorded).ifPresent(actions.open());
            }
        });
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                table.selected().filter(HistoryRow::isRecorded).ifPresent(actions.open());
            }
        });
        lastPass.getStyleClass().addAll("last-pass", "button-row");
        VBox.setVgrow(table, Priority.ALWAYS);
        card = new Card(
                words.get("runs.history"),
                new VBox(ProblemBox.following(words, model.problem()), lastPass, table, footer()),
                count,
                back);
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().add(card);
        model.rows().addListener((ListChangeListener<HistoryRow>) _ -> refresh());
        model.lastPass().addListener(_ -> refresh());
        refresh();
    }

    /** Gives the list the keyboard, with the newest test selected. */
    public void enter() {
        if (table.selected().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
        table.requestFocus();
    }

    private void refresh() {
        count.setText(words.count("runs.history.count", model.rows().size()));
        lastPass.getChildren().clear();
        model.lastPass().get().ifPresent(pass -> {
            Chip chip = new Chip(ResultWords.level(pass.summary().result()), words.get("runs.last-pass"));
            Label when = new Label(words.formats().dateTime(pass.summary().at()) + " · "
                    + words.formats().took(pass.summary().took()));
            lastPass.getChildren().addAll(chip, when, Card.spacer());
            lastPass.getChildren()
                    .addAll(
                            small("runs.open", actions.open(), pass),
                            small("runs.compare-with", actions.compare(), pass));
        });
        lastPass.setManaged(!lastPass.getChildren().isEmpty());
    }

    private Button small(String key, Consumer<HistoryRow> action, HistoryRow row) {
        Button button = new Button(words.get(key));
        button.getStyleClass().add(Styles.SMALL);
        button.setDisable(!row.isRecorded());
        button.setOnAction(_ -> action.accept(row));
        return button;
    }

    private HBox footer() {
        Label hint = new Label();
        hint.getStyleClass().add("muted");
        hint.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> words.get(
                                table.selected().map(HistoryRow::isRecorded).orElse(true)
                                        ? "runs.history.hint"
                                        : "runs.history.gone"),
                        table.getSelectionModel().selectedItemProperty()));
        HBox footer = new HBox(
                hint,
                Card.spacer(),
                chosen("runs.open", "history-open", actions.open()),
                chosen("runs.compare-with", "history-compare", actions.compare()));
        footer.getStyleClass().addAll("card-footer", "button-row");
        return footer;
    }

    private Button chosen(String key, String id, Consumer<HistoryRow> action) {
        Button button = new Button(words.get(key));
        button.setId(id);
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !table.selected().map(HistoryRow::isRecorded).orElse(false),
                        table.getSelectionModel().selectedItemProperty()));
        button.setOnAction(_ -> table.selected().ifPresent(action));
        return button;
    }
}
