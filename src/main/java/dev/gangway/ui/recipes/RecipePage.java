package dev.gangway.ui.recipes;

import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCredential.Issued;
import dev.gangway.pki.KeyType;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.SegmentedButton;
import dev.gangway.ui.recipes.RecipeForm.Field;
import dev.gangway.ui.recipes.RecipeForm.Kind;
import dev.gangway.ui.text.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
                        credential(model),
                        section(
                                "device",
                                FormField.row(field(Field.PROFILE), field(Field.CUSTOMER)),
                                field(Field.LABEL),
                                area(Field.ATTRIBUTES, 3)),
                        section("server", server(model), proof()),
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

    private Node credential(RecipesViewModel model) {
        SegmentedButton<Kind> kinds = new SegmentedButton<>(
                words.get("recipes.section.credential"),
                Kind.class,
                List.of(Kind.values()),
                kind -> words.get("recipes.kind." + word(kind)),
                form.kind()::set);
        FormField length = field(Field.TOKEN_LENGTH);
        FormField authority = new FormField(words.get("recipes.field.authority"), authorities(model));
        authority.errorProperty().bind(form.errorOf(Field.AUTHORITY));
        ComboBox<Issued.Way> ways = Choices.of(
                List.of(Issued.Way.values()), way -> way == null ? "" : words.get("recipes.way." + word(way)));
        ways.setId("recipe-way");
        ways.valueProperty().bindBidirectional(form.way());
        FormField way = new FormField(words.get("recipes.field.way"), ways);
        ComboBox<KeyType> keys =
                Choices.of(List.of(KeyType.values()), type -> words.get("authorities.key-type." + type.name()));
        keys.setId("recipe-key");
        keys.valueProperty().bindBidirectional(form.key());
        FormField key = new FormField(words.get("recipes.field.key"), keys);
        Node issuing = FormField.row(authority, way);
        Node certificate = FormField.row(key, field(Field.DAYS));
        FormField subject = field(Field.SUBJECT);
        form.kind().subscribe(kind -> {
            kinds.choose(kind);
            show(length, kind == Kind.TOKEN);
            show(issuing, kind == Kind.ISSUED || kind == Kind.ON_DEVICE);
            show(certificate, kind != Kind.TOKEN);
            show(subject, kind != Kind.TOKEN);
        });
        return section("credential", kinds, length, issuing, certificate, subject);
    }

    private ComboBox<String> authorities(RecipesViewModel model) {
        ComboBox<String> box = Choices.of(List.of(), name -> name);
        box.setId("recipe-authority");
        Runnable fill = () -> {
            String wanted = form.text(Field.AUTHORITY).get();
            box.getItems().setAll(with(model.authorities(), Optional.of(wanted)));
            box.setValue(wanted.isEmpty() ? null : wanted);
        };
        model.authorities().addListener((ListChangeListener<String>) change -> fill.run());
        form.text(Field.AUTHORITY).subscribe(text -> fill.run());
        box.setOnAction(event -> Optional.ofNullable(box.getValue())
                .filter(name -> !name.equals(form.text(Field.AUTHORITY).get()))
                .ifPresent(form.text(Field.AUTHORITY)::set));
        return box;
    }

    private FormField server(RecipesViewModel model) {
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
    private static List<String> with(ObservableList<String> known, Optional<String> wanted) {
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
        return new FormField(words.get("recipes.field.proof"), proofs);
    }

    private Node rules() {
        CheckBox operator = new CheckBox(words.get("recipes.field.operator"));
        operator.setId("recipe-operator");
        operator.setWrapText(true);
        operator.setMinHeight(Region.USE_PREF_SIZE);
        operator.selectedProperty().bindBidirectional(form.operator());
        return section(
                "rules",
                operator,
                FormField.row(field(Field.GOLDEN_GOOD), field(Field.GOLDEN_BAD)),
                FormField.row(field(Field.ATTEMPTS), field(Field.LANES)));
    }

    private VBox section(String key, Node... content) {
        Label heading = new Label(words.get("recipes.section." + key));
        heading.getStyleClass().add("card-title");
        VBox box = new VBox(heading);
        box.getChildren().addAll(content);
        box.getStyleClass().addAll("panel", "recipe-section");
        return box;
    }

    private FormField field(Field field) {
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

    private static void show(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
