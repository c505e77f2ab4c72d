package dev.gangway.ui.recipes;

import atlantafx.base.theme.Styles;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Above the page of a recipe: which it is, in what version, and what can be done with it. */
final class RecipeBar extends VBox {
    /** What the bar has done. */
    interface Actions {
        /** Shows this one, after a question where something would be lost. */
        void show(Recipe recipe);

        void save();

        void export();
    }

    private final RecipesViewModel model;
    private final Words words;
    private final Actions actions;
    private final Label title = new Label();
    private final ComboBox<Recipe> choice;
    private final Chip version = Chip.plain("");
    private final ComboBox<Recipe> versions;
    private final Button save = new Button();
    private final Button undo = new Button();
    private final Button check = new Button();
    private final MenuButton more = new MenuButton();
    private final MenuItem copy = new MenuItem();
    private final MenuItem export = new MenuItem();
    private final List<MenuItem> ways;
    private boolean marking;

    /**
     * Follows the model.
     *
     * @param ways to another recipe, offered here where the list has no room
     */
    RecipeBar(RecipesViewModel model, Words words, Actions actions, List<MenuItem> ways) {
        this.model = model;
        this.words = words;
        this.actions = actions;
        this.ways = ways;
        choice = Choices.of(List.of(), Recipe::name);
        versions = Choices.of(List.of(), each -> words.get("recipes.version", "version", each.version()));
        title.getStyleClass().add("screen-title");
        title.setMinWidth(60);
        choice.setId("recipe-choice");
        choice.setAccessibleText(words.get("recipes.title"));
        choice.setMinWidth(80);
        choice.setPrefWidth(220);
        choice.setItems(model.recipes());
        choose(choice);
        versions.setAccessibleText(words.get("recipes.versions"));
        versions.setMaxWidth(150);
        versions.setMinWidth(Region.USE_PREF_SIZE);
        versions.setId("recipe-versions");
        choose(versions);
        version.setMinWidth(Region.USE_PREF_SIZE);
        buttons();
        FlowPane heading = new FlowPane(title, choice, version, versions);
        title.maxWidthProperty().bind(heading.widthProperty());
        heading.getStyleClass().add("recipe-heading");
        FlowPane below = new FlowPane(save, undo, check, more); // a second row where one is too narrow
        below.getStyleClass().add("recipe-buttons");
        below.getChildren().forEach(each -> ((Region) each).setMinWidth(Region.USE_PREF_SIZE));
        getChildren().addAll(heading, below);
        getStyleClass().add("recipe-bar");
        setMinHeight(USE_PREF_SIZE);
        model.recipes().addListener((ListChangeListener<Recipe>) change -> mark());
        model.versions().addListener((ListChangeListener<Recipe>) change -> mark());
        model.shown().subscribe(shown -> mark());
        model.changed().subscribe(changed -> mark());
        model.checking().subscribe(check::setDisable);
    }

    private void buttons() {
        save.setId("recipe-save");
        save.getStyleClass().add(Styles.ACCENT);
        save.setOnAction(event -> actions.save());
        undo.setText(Key.STOP.on(words, words.get("recipes.undo")));
        undo.setOnAction(event -> model.undo());
        check.setId("recipe-check");
        check.setText(Key.TEST.on(words, words.get("recipes.check")));
        check.setOnAction(event -> model.check());
        copy.setText(words.get("recipes.copy"));
        copy.setOnAction(event -> model.copy());
        export.setText(Key.EXPORT.on(words, words.get("recipes.export") + "…"));
        export.setOnAction(event -> actions.export());
        more.setId("recipe-more");
        more.setText(words.get("recipes.more"));
        more.getItems().addAll(copy, export);
        more.getItems().addAll(ways);
    }

    private void choose(ComboBox<Recipe> box) {
        box.setOnAction(event -> Optional.ofNullable(box.getValue())
                .filter(chosen -> !marking && !model.shown().get().equals(Optional.of(chosen)))
                .ifPresent(actions::show));
    }

    /** Whether it has to do what the list does where there is room for one. */
    void instead(boolean ofTheList) {
        show(choice, ofTheList);
        show(title, !ofTheList);
        ways.forEach(way -> way.setVisible(ofTheList));
    }

    /** Where the keyboard begins where there is no list. */
    void focusChoice() {
        choice.requestFocus();
    }

    /** Whether the recipe can be exported as it stands. */
    boolean canExport() {
        return !export.isDisable();
    }

    /** What the heading and the buttons say follows the form. */
    void mark() {
        marking = true;
        Optional<Recipe> shown = model.shown().get();
        boolean fresh = shown.isEmpty();
        boolean changed = model.changed().get();
        title.setText(shown.map(Recipe::name).orElse(words.get("recipes.new-one")));
        choice.setPromptText(words.get("recipes.new-one"));
        choice.setValue(model.recipes().stream()
                .filter(each ->
                        shown.filter(one -> one.name().equals(each.name())).isPresent())
                .findFirst()
                .orElse(null));
        version.setText(words.get(changed ? "recipes.unsaved" : "recipes.saved-mark"));
        version.show(changed ? Level.WARNING : Level.OK, version.getText());
        if (!versions.getItems().equals(model.versions())) {
            versions.getItems().setAll(model.versions());
        }
        versions.setValue(shown.orElse(null));
        versions.setVisible(!fresh);
        int next = model.versions().stream().mapToInt(Recipe::version).max().orElse(0) + 1;
        save.setText(Key.SEND.on(words, words.get("recipes.save-as", "version", next)));
        save.setDisable(!changed);
        undo.setDisable(!changed);
        copy.setDisable(fresh);
        export.setDisable(fresh || changed);
        marking = false;
    }

    private static void show(Region node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }
}
