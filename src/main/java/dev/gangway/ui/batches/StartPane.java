package dev.gangway.ui.batches;

import atlantafx.base.theme.Styles;
import dev.gangway.line.batch.KeptBatch;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Dialogs;
import dev.gangway.ui.kit.Em;
import dev.gangway.ui.kit.EmptyState;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Earlier batches, and where a new one begins. */
final class StartPane extends VBox {
    private final ScreenContext around;
    private final Words words;
    private final BatchesViewModel model;
    private final Runnable choose;
    private final TableView<KeptBatch> table = new TableView<>();
    private final Button begin = new Button();
    private final Node list;

    StartPane(ScreenContext around, BatchesViewModel model, Runnable choose) {
        this.around = around;
        this.model = model;
        this.choose = choose;
        words = around.words();
        getStyleClass().add("screen");
        fill();
        list = content();
        model.earlier().addListener((ListChangeListener<KeptBatch>) change -> refresh());
        model.list().recipes().addListener((ListChangeListener<Recipe>)
                change -> refresh()); // the first one, or the last gone
        model.loaded().addListener((property, was, is) -> {
            refresh();
            if (getScene() != null) {
                focus();
            }
        });
        refresh();
    }

    void focus() {
        if (model.earlier().isEmpty()) {
            begin.requestFocus();
        } else {
            table.requestFocus();
        }
    }

    private void refresh() {
        boolean nothing = model.loaded().get() && model.earlier().isEmpty();
        getStyleClass().remove("centered");
        if (nothing) {
            getStyleClass().add("centered");
        }
        getChildren().setAll(nothing ? empty() : list);
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    private Node empty() {
        boolean withoutRecipe = model.list().recipes().isEmpty();
        Button first = begin;
        first.setText(Key.NEW.on(words, words.get("batches.choose")));
        first.setId("new-batch");
        first.setOnAction(event -> choose.run());
        first.getStyleClass().removeAll(Styles.ACCENT);
        first.getStyleClass().add(Styles.ACCENT);
        if (!withoutRecipe) {
            return new EmptyState(words.get("batches.empty.title"), words.get("batches.empty.text"), first);
        }
        Button recipes = new Button(words.get("batches.empty.recipes"));
        recipes.setId("go-to-recipes");
        recipes.getStyleClass().add(Styles.ACCENT);
        recipes.setOnAction(event -> around.navigator().open(Navigator.RECIPES));
        return new EmptyState(words.get("batches.empty.title"), words.get("batches.empty.no-recipe"), recipes);
    }

    private Node content() {
        Label heading = new Label(words.get("batches.title"));
        heading.getStyleClass().add("screen-title");
        Button another = new Button(Key.NEW.on(words, words.get("batches.choose")));
        another.setId("another-batch");
        another.getStyleClass().add(Styles.ACCENT);
        another.setOnAction(event -> choose.run());
        HBox bar = new HBox(heading, Card.spacer(), another);
        bar.getStyleClass().add("screen-bar");
        Button open = new Button(words.get("batches.open"));
        open.setOnAction(event -> selected().ifPresent(model::open));
        Button forget = new Button(words.get("batches.forget") + "…");
        forget.setOnAction(event -> selected().ifPresent(this::forget));
        for (Button button : List.of(open, forget)) {
            button.disableProperty()
                    .bind(table.getSelectionModel().selectedItemProperty().isNull());
        }
        HBox buttons = new HBox(open, forget);
        buttons.getStyleClass().addAll("button-row", "card-body");
        Label hint = new Label(words.get("batches.drop"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        Card card = new Card(words.get("batches.earlier"), table, hint);
        card.getChildren().add(buttons);
        VBox.setVgrow(card, Priority.ALWAYS);
        VBox box = new VBox(bar, ProblemBox.following(words, model.problem()), card);
        box.getStyleClass().add("batches-column");
        VBox.setVgrow(box, Priority.ALWAYS);
        return box;
    }

    private void fill() {
        table.setId("batches");
        table.setItems(model.earlier());
        table.setAccessibleText(words.get("batches.earlier"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("list", 240, batch -> strong(BatchesScreen.name(batch.list()))));
        table.getColumns().add(column("recipe", 200, batch -> muted(batch.recipe() + " · " + batch.version())));
        table.getColumns()
                .add(column("began", 170, batch -> muted(words.formats().dateTime(batch.began()))));
        table.getColumns().add(column("state", 150, this::state));
        table.getColumns()
                .add(column("units", 90, batch -> muted(words.formats().number(batch.total()))));
        table.getColumns()
                .add(column(
                        "failed",
                        110,
                        batch -> muted(batch.end()
                                .map(end -> words.formats().number(end.failed() + end.errors()))
                                .orElse("–"))));
        Em.scale(table);
        table.setRowFactory(view -> {
            javafx.scene.control.TableRow<KeptBatch> row = new javafx.scene.control.TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                    model.open(row.getItem());
                }
            });
            return row;
        });
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                selected().ifPresent(model::open);
                event.consume();
            }
        });
    }

    private Node state(KeptBatch batch) {
        boolean runs = model.run().isBusy()
                && model.run()
                        .batch()
                        .get()
                        .filter(now -> now.results().equals(batch.results()))
                        .isPresent();
        if (runs) {
            return new Chip(Level.INFO, words.get("batches.state.running"));
        }
        boolean whole = batch.end().filter(end -> end.done() >= batch.total()).isPresent();
        boolean good = batch.end().filter(end -> end.passed() >= batch.total()).isPresent();
        return good
                ? new Chip(Level.OK, words.get("batches.state.passed"))
                : whole
                        ? new Chip(Level.WARNING, words.get("batches.state.done"))
                        : new Chip(Level.WARNING, words.get("batches.state.stopped"));
    }

    private void forget(KeptBatch batch) {
        around.dialogs()
                .ask(
                        new Dialogs.Question(
                                words.get("batches.forget.title", "file", BatchesScreen.name(batch.list())),
                                words.get("batches.forget.text", "file", batch.results()),
                                words.get("batches.forget"),
                                true),
                        () -> model.forget(batch));
    }

    private Optional<KeptBatch> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private TableColumn<KeptBatch, KeptBatch> column(String key, double width, Function<KeptBatch, Node> show) {
        TableColumn<KeptBatch, KeptBatch> column = new TableColumn<>(words.get("batches.column." + key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(view -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable KeptBatch batch, boolean empty) {
                super.updateItem(batch, empty);
                setGraphic(empty || batch == null ? null : show.apply(batch));
            }
        });
        return column;
    }

    private static Label strong(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("strong");
        return label;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }
}
