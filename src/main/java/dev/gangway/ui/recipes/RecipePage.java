package dev.gangway.ui.recipes;

import dev.gangway.line.recipe.Recipe;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.SegmentedButton;
import dev.gangway.ui.recipes.RecipeTexts.Field;
import dev.gangway.ui.text.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The page of one recipe, in the order of the line: serial, name, credential, device, server, test, label, rules. */
final class RecipePage extends ScrollPane {
    private final RecipeForm form;
    private final Words words;
    private final Map<Field, TextInputControl> inputs = new EnumMap<>(Field.class);
    private final VBox page = new VBox();

    RecipePage(RecipesViewModel model, Words words) {
        super();
        this.words = words;
        form = model.form();
        setContent(page);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        getStyleClass().add("plain-scroll");
        page.getStyleClass().add("recipe-page");
        page.getChildren()
                .addAll(
                        section("recipe", field(Field.NAME)),
                        section("serial", field(Field.SERIALS), field(Field.PATTERN)),
                        new CredentialSection(this, model, words).box(),
                        section(
                                "device",
                                FormField.row(field(Field.PROFILE), field(Field.CUSTOMER)),
                                field(Field.LABEL),
                                area(Field.ATTRIBUTES, 3)),
                        server(model),
                        section("label", area(Field.TEMPLATE, 5)),
                        rules(),
                        section("program", area(Field.PROGRAM, 3), field(Field.SECONDS)));
    }

    void focusFirst() {
        applyCss();
        layout(); // content that scrolls is not below the pane before that
        TextInputControl first = inputs.get(Field.NAME);
        if (first != null) {
            first.requestFocus();
        }
    }

    private Node server(RecipesViewModel model) {
        Node waiting = FormField.row(field(Field.WAIT_SECONDS), field(Field.WAIT_KEY));
        form.proof().subscribe(proof -> show(waiting, proof == Recipe.Proof.DEVICE));
        return section("server", serverChoice(model), proof(), waiting);
    }

    private FormField serverChoice(RecipesViewModel model) {
        ComboBox<Optional<String>> box = Choices.of(List.of(), name -> name.orElse(words.get("recipes.server.later")));
        box.setId("recipe-server");
        Runnable fill = () -> {
            Optional<String> wanted = form.server().get();
            box.getItems()
                    .setAll(Stream.concat(
                                    Stream.of(Optional.<String>empty()),
                                    with(model.servers(), wanted).stream().map(Optional::of))
                            .toList());
            box.setValue(wanted);
        };
        model.servers().addListener((ListChangeListener<String>) change -> fill.run());
        form.server().subscribe(wanted -> fill.run());
        box.setOnAction(event -> Optional.ofNullable(box.getValue())
                .filter(chosen -> !chosen.equals(form.server().get()))
                .ifPresent(form.server()::set));
        return new FormField(words.get("recipes.field.server"), box, words.get("recipes.hint.server"));
    }

    /** The names that there are, and the one that a recipe names though it is not here. */
    static List<String> with(ObservableList<String> known, Optional<String> wanted) {
        List<String> all = new ArrayList<>(known);
        wanted.filter(name -> !name.isEmpty() && !all.contains(name)).ifPresent(all::add);
        return all;
    }

    private Node proof() {
        SegmentedButton<Recipe.Proof> proofs = new SegmentedButton<>(
                words.get("recipes.field.proof"),
                Recipe.Proof.class,
                List.of(Recipe.Proof.values()),
                proof -> words.get("recipes.proof." + word(proof)),
                form.proof()::set);
        form.proof().subscribe(proofs::choose);
        FormField made = new FormField(words.get("recipes.field.proof"), proofs);
        form.proof()
                .subscribe(proof ->
                        made.setHint(proof == Recipe.Proof.DEVICE ? words.get("recipes.hint.proof-device") : ""));
        return made;
    }

    private Node rules() {
        Label pinHint = hint("pin");
        form.pin().subscribe(asked -> show(pinHint, asked));
        return section(
                "rules",
                check("operator", form.operator()),
                new VBox(check("pin", form.pin()), pinHint),
                FormField.row(field(Field.GOLDEN_GOOD), field(Field.GOLDEN_BAD)),
                FormField.row(field(Field.ATTEMPTS), field(Field.LANES)));
    }

    private CheckBox check(String key, BooleanProperty value) {
        CheckBox box = new CheckBox(words.get("recipes.field." + key));
        box.setId("recipe-" + key);
        box.setWrapText(true);
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.selectedProperty().bindBidirectional(value);
        return box;
    }

    /** What is to be known where something was chosen. */
    Label hint(String key) {
        Label hint = new Label(words.get("recipes.hint." + key));
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.getStyleClass().add("form-hint");
        return hint;
    }

    VBox section(String key, Node... content) {
        Label heading = new Label(words.get("recipes.section." + key));
        heading.getStyleClass().add("card-title");
        heading.setWrapText(true);
        heading.setMinHeight(Region.USE_PREF_SIZE);
        VBox box = new VBox(heading);
        box.getChildren().addAll(content);
        box.getStyleClass().addAll("panel", "recipe-section");
        return box;
    }

    FormField field(Field field) {
        return input(field, new TextField());
    }

    private FormField area(Field field, int rows) {
        TextArea area = new TextArea();
        area.setPrefRowCount(rows);
        area.setMinHeight(Region.USE_PREF_SIZE);
        area.getStyleClass().add("code");
        return input(field, area);
    }

    private FormField input(Field field, TextInputControl input) {
        String key = word(field);
        input.setId("recipe-" + key);
        input.textProperty().bindBidirectional(form.text(field));
        inputs.put(field, input);
        String hint = "recipes.hint." + key;
        FormField made =
                new FormField(words.get("recipes.field." + key), input, words.has(hint) ? words.get(hint) : "");
        made.errorProperty().bind(form.errorOf(field));
        return made;
    }

    static void show(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
