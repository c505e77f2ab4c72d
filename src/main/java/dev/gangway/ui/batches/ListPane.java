package dev.gangway.ui.batches;

import atlantafx.base.theme.Styles;
import dev.gangway.line.batch.UnitList;
import dev.gangway.line.batch.table.TableFormat;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.kit.Focus;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A list before its first unit: recipe, columns with the first lines as they are understood, and the dry run. */
final class ListPane extends VBox {
    private final ScreenContext around;
    private final Words words;
    private final BatchesViewModel batches;
    private final ListViewModel model;
    private final Label title = new Label();
    private final Chip format = Chip.plain("");
    private final ComboBox<Recipe> recipe;
    private final CheckBox heading = new CheckBox();
    private final Button check = new Button();
    private final Button run = new Button();
    private boolean filling;

    private final CheckPane checking;

    ListPane(ScreenContext around, BatchesViewModel batches, Runnable onRun) {
        this.around = around;
        this.batches = batches;
        words = around.words();
        model = batches.list();
        recipe = Choices.of(java.util.List.of(), each -> each.name() + " · " + each.version());
        getStyleClass().add("screen");
        ColumnsPane columns = new ColumnsPane(model, words);
        Card mapping = new Card(words.get("batches.step.columns"), columns, heading);
        Card preview = new Card(words.get("batches.step.preview"), new PreviewTable(model, words));
        HBox top = new HBox(mapping, preview);
        top.getStyleClass().add("columns");
        HBox.setHgrow(mapping, Priority.ALWAYS);
        HBox.setHgrow(preview, Priority.ALWAYS);
        mapping.setPrefWidth(420);
        preview.setPrefWidth(520);
        for (Region region : new Region[] {mapping, preview}) {
            region.setMinHeight(150);
            region.setPrefHeight(300);
        }
        VBox.setVgrow(top, Priority.SOMETIMES);
        checking = new CheckPane(model, words);
        VBox.setVgrow(checking, Priority.ALWAYS);
        getChildren()
                .addAll(
                        bar(onRun),
                        ProblemBox.following(words, model.problem()),
                        ProblemBox.following(words, batches.problem()),
                        top,
                        checking);
        model.list().subscribe(list -> list.ifPresent(this::show));
        model.checked().subscribe(found -> {
            buttons();
            if (found.isPresent() && Focus.isIn(this)) {
                focus(); // what was pressed for it went out of reach meanwhile
            }
        });
        model.answer().subscribe(said -> {
            buttons();
            if (said.isPresent() && getScene() != null) {
                run.requestFocus();
            }
        });
        model.checking().subscribe(now -> buttons());
        model.recipe().subscribe(this::chosen);
        model.recipes().addListener((ListChangeListener<Recipe>) change -> offer());
        offer();
    }

    /** What is to be done next. */
    void focus() {
        if (recipe.getValue() == null) {
            recipe.requestFocus();
        } else if (!run.isDisabled()) {
            run.requestFocus();
        } else if (!checking.focusQuestion()) {
            check.requestFocus();
        }
    }

    private HBox bar(Runnable onRun) {
        title.getStyleClass().add("screen-title");
        title.setMinWidth(0);
        recipe.setId("batch-recipe");
        recipe.setPromptText(words.get("batches.recipe.choose"));
        recipe.setAccessibleText(words.get("batches.recipe"));
        recipe.setMaxWidth(280);
        recipe.setMinWidth(120);
        recipe.setOnAction(event -> {
            if (!filling) {
                model.recipe().set(Optional.ofNullable(recipe.getValue()));
                check.requestFocus();
            }
        });
        heading.setId("batch-heading");
        heading.setText(words.get("batches.heading"));
        heading.setOnAction(event -> model.heading(heading.isSelected()));
        check.setId("batch-check");
        check.setText(Key.TEST.on(words, words.get("batches.check")));
        check.setOnAction(event -> model.check());
        run.setId("batch-run");
        run.getStyleClass().add(Styles.ACCENT);
        run.setOnAction(event -> onRun.run());
        Button back = new Button(Key.STOP.on(words, words.get("batches.back")));
        back.setOnAction(event -> batches.back());
        Button recipes = new Button(words.get("batches.recipes"));
        recipes.setOnAction(event -> around.navigator().open(Navigator.RECIPES));
        recipes.visibleProperty().bind(javafx.beans.binding.Bindings.isEmpty(model.recipes()));
        recipes.managedProperty().bind(recipes.visibleProperty());
        for (Button button : new Button[] {check, run, back, recipes}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        HBox row = new HBox(title, format, Card.spacer(), recipe, recipes, check, run, back);
        row.getStyleClass().add("screen-bar");
        buttons();
        return row;
    }

    private void offer() {
        filling = true;
        recipe.getItems().setAll(model.recipes());
        recipe.setValue(model.recipe().get().orElse(null));
        filling = false;
        buttons();
    }

    private void chosen(Optional<Recipe> now) {
        filling = true;
        recipe.setValue(now.orElse(null));
        filling = false;
        buttons();
    }

    private void show(UnitList list) {
        title.setText(list.name());
        heading.setSelected(list.headingLine() > 0);
        format.setText(
                switch (list.format()) {
                    case TableFormat.Csv csv ->
                        words.get(
                                "batches.format.csv",
                                "encoding",
                                csv.charset().displayName(),
                                "separator",
                                csv.separator() == '\t' ? "Tab" : String.valueOf(csv.separator()));
                    case TableFormat.Xlsx xlsx ->
                        words.get(
                                xlsx.others() == 0 ? "batches.format.xlsx" : "batches.format.xlsx-others",
                                "sheet",
                                xlsx.sheet(),
                                "others",
                                xlsx.others());
                    case TableFormat.Json json -> words.get("batches.format.json");
                });
        buttons();
    }

    private void buttons() {
        boolean ready = model.list().get().isPresent() && model.recipe().get().isPresent();
        check.setDisable(!ready || model.checking().get());
        long units = model.units();
        long out = model.leftOut();
        run.setDisable(units == 0);
        run.setText(Key.SEND.on(
                words,
                units == 0
                        ? words.get("batches.run")
                        : out == 0
                                ? words.count("batches.run.all", units)
                                : words.get(
                                        "batches.run.some",
                                        "units",
                                        words.formats().number(units),
                                        "out",
                                        words.formats().number(out))));
        boolean checked = model.checked().get().isPresent();
        check.getStyleClass().remove(Styles.ACCENT);
        if (!checked && ready) {
            check.getStyleClass().add(Styles.ACCENT);
        }
    }
}
