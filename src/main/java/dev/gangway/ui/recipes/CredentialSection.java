package dev.gangway.ui.recipes;

import dev.gangway.line.recipe.RecipeCredential.Issued;
import dev.gangway.pki.KeyType;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.SegmentedButton;
import dev.gangway.ui.recipes.CredentialForm.Kind;
import dev.gangway.ui.recipes.RecipeTexts.Field;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What devices sign in with, on the page of a recipe: fields that have no meaning for a kind are not shown. */
final class CredentialSection {
    private final RecipePage page;
    private final RecipesViewModel model;
    private final RecipeForm texts;
    private final CredentialForm form;
    private final Words words;

    CredentialSection(RecipePage page, RecipesViewModel model, Words words) {
        this.page = page;
        this.model = model;
        this.words = words;
        texts = model.form();
        form = texts.credential();
    }

    VBox box() {
        SegmentedButton<Kind> kinds = new SegmentedButton<>(
                words.get("recipes.section.credential"),
                Kind.class,
                List.of(Kind.values()),
                kind -> words.get("recipes.kind." + RecipePage.word(kind)),
                form.kind()::set);
        FormField length = page.field(Field.TOKEN_LENGTH);
        FormField authority = new FormField(words.get("recipes.field.authority"), authorities());
        authority.errorProperty().bind(texts.errorOf(Field.AUTHORITY));
        ComboBox<Issued.Way> ways = Choices.of(
                List.of(Issued.Way.values()),
                way -> way == null ? "" : words.get("recipes.way." + RecipePage.word(way)));
        ways.setId("recipe-way");
        ways.valueProperty().bindBidirectional(form.way());
        FormField way = new FormField(words.get("recipes.field.way"), ways);
        ComboBox<KeyType> keys =
                Choices.of(List.of(KeyType.values()), type -> words.get("authorities.key-type." + type.name()));
        keys.setId("recipe-key");
        keys.valueProperty().bindBidirectional(form.key());
        FormField key = new FormField(words.get("recipes.field.key"), keys);
        Node issuing = FormField.row(authority, way);
        Node certificate = FormField.row(key, page.field(Field.DAYS));
        FormField subject = page.field(Field.SUBJECT);
        Label own = page.hint("on-device");
        form.kind().subscribe(kind -> {
            kinds.choose(kind);
            ways.getItems().remove(Issued.Way.FIRST_CONTACT);
            if (kind != Kind.ON_DEVICE) {
                ways.getItems().add(Issued.Way.FIRST_CONTACT);
            }
            RecipePage.show(own, kind == Kind.ON_DEVICE);
            RecipePage.show(length, kind == Kind.TOKEN);
            RecipePage.show(issuing, kind == Kind.ISSUED || kind == Kind.ON_DEVICE);
            RecipePage.show(certificate, kind != Kind.TOKEN);
            RecipePage.show(subject, kind != Kind.TOKEN);
        });
        return page.section("credential", kinds, own, length, issuing, certificate, subject);
    }

    private ComboBox<String> authorities() {
        ComboBox<String> box = Choices.of(List.of(), name -> name);
        box.setId("recipe-authority");
        Runnable fill = () -> {
            String wanted = texts.text(Field.AUTHORITY).get();
            box.getItems().setAll(RecipePage.with(model.authorities(), Optional.of(wanted)));
            box.setValue(wanted.isEmpty() ? null : wanted);
        };
        model.authorities().addListener((ListChangeListener<String>) change -> fill.run());
        texts.text(Field.AUTHORITY).subscribe(text -> fill.run());
        box.setOnAction(event -> Optional.ofNullable(box.getValue())
                .filter(name -> !name.equals(texts.text(Field.AUTHORITY).get()))
                .ifPresent(texts.text(Field.AUTHORITY)::set));
        return box;
    }
}
