package dev.gangway.ui.recipes;

import dev.gangway.line.recipe.Recipe;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All recipes by name, and below them the ways to another one. */
final class RecipeList extends VBox {
    private final RecipesViewModel model;
    private final Words words;
    private final ListView<Recipe> list = new ListView<>();
    private boolean marking;

    /** Follows the model; {@code chosen} hears of the one that somebody wants to see. */
    RecipeList(RecipesViewModel model, Words words, Consumer<Recipe> chosen, List<Button> ways) {
        this.model = model;
        this.words = words;
        list.setId("recipes");
        list.setAccessibleText(words.get("recipes.title"));
        list.setItems(model.recipes());
        list.setCellFactory(view -> new RecipeCell());
        list.getSelectionModel().selectedItemProperty().addListener((property, was, is) -> {
            if (!marking && is != null) {
                chosen.accept(is);
            }
        });
        VBox below = new VBox();
        below.getChildren().addAll(ways);
        below.getStyleClass().addAll("card-body", "recipe-ways");
        ways.forEach(way -> way.setMaxWidth(Double.MAX_VALUE));
        Card all = new Card(words.get("recipes.title"), list);
        all.getChildren().add(below);
        setVgrow(all, javafx.scene.layout.Priority.ALWAYS);
        getChildren().add(all);
        getStyleClass().add("recipe-list");
        model.recipes().addListener((ListChangeListener<Recipe>) change -> mark());
        model.shown().subscribe(shown -> mark());
    }

    void focusList() {
        list.requestFocus();
    }

    /** The one in the form is selected. */
    void mark() {
        marking = true;
        Optional<Recipe> shown = model.shown().get();
        list.getItems().stream()
                .filter(each ->
                        shown.filter(one -> one.name().equals(each.name())).isPresent())
                .findFirst()
                .ifPresentOrElse(
                        each -> list.getSelectionModel().select(each),
                        () -> list.getSelectionModel().clearSelection());
        marking = false;
    }

    /** Name, and the newest version. */
    private final class RecipeCell extends ListCell<Recipe> {
        private final Label name = new Label();
        private final Label newest = new Label();
        private final VBox box = new VBox(name, newest);

        RecipeCell() {
            name.getStyleClass().add("strong");
            newest.getStyleClass().addAll("muted", "small");
            setPrefWidth(0); // as wide as the list, not as the longest name
        }

        @Override
        protected void updateItem(@Nullable Recipe recipe, boolean empty) {
            super.updateItem(recipe, empty);
            if (empty || recipe == null) {
                setGraphic(null);
                return;
            }
            name.setText(recipe.name());
            newest.setText(words.get("recipes.version", "version", recipe.version()));
            setGraphic(box);
        }
    }
}
