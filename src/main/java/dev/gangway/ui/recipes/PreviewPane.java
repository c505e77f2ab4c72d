package dev.gangway.ui.recipes;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.FittingScroll;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.text.Words;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A unit as it would come out, and what the dry run says. */
final class PreviewPane extends VBox {
    private final RecipesViewModel model;
    private final Words words;
    private final VBox unit = new VBox();
    private final VBox missing = new VBox();
    private final VBox facts = new VBox();

    PreviewPane(RecipesViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("recipe-side");
        TextField sample = new TextField();
        sample.setId("recipe-sample");
        sample.setPromptText(words.get("recipes.preview.first"));
        sample.textProperty().bindBidirectional(model.sample());
        facts.getStyleClass().add("recipe-facts");
        unit.getStyleClass().addAll("card-body");
        unit.getChildren().addAll(new FormField(words.get("recipes.preview.sample"), sample), facts);
        missing.getStyleClass().addAll("card-body", "recipe-missing");
        Card preview = new Card(words.get("recipes.preview"), new FittingScroll(unit));
        Card check = new Card(words.get("recipes.dry-run"), new FittingScroll(missing));
        VBox.setVgrow(check, Priority.ALWAYS);
        getChildren().addAll(preview, check);
        model.preview().subscribe(this::show);
        model.missing().subscribe(found -> missing());
        model.checking().subscribe(checking -> missing());
    }

    private void show(Optional<UnitPreview> preview) {
        facts.getChildren().clear();
        if (preview.isEmpty()) {
            facts.getChildren().add(muted(words.get("recipes.preview.none")));
            return;
        }
        UnitPreview made = preview.get();
        fact("recipes.preview.serial", made.serial());
        fact("recipes.preview.name", made.name());
        if (!made.serials().isEmpty()) {
            fact("recipes.preview.serials", String.join("  ", made.serials()));
        }
        made.problems().forEach(why -> facts.getChildren().add(problem(why)));
        made.label().ifPresent(this::label);
    }

    private void label(byte[] png) {
        facts.getChildren().add(muted(words.get("recipes.preview.label")));
        Image image = new Image(new ByteArrayInputStream(png));
        ImageView view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setAccessibleText(words.get("recipes.preview.label"));
        StackPane paper = new StackPane(view);
        paper.getStyleClass().add("recipe-label");
        view.fitWidthProperty()
                .bind(facts.widthProperty()
                        .subtract(24)
                        .map(width -> Math.min(image.getWidth(), Math.max(40, width.doubleValue()))));
        facts.getChildren().add(paper);
    }

    private void missing() {
        missing.getChildren().clear();
        Optional<List<Diagnosis>> found = model.missing().get();
        if (model.checking().get()) {
            missing.getChildren().add(new Chip(Level.INFO, words.get("recipes.dry-run.running")));
        } else if (found.isEmpty()) {
            missing.getChildren().add(muted(words.get("recipes.dry-run.what")));
        } else if (found.get().isEmpty()) {
            missing.getChildren().add(new Chip(Level.OK, words.get("recipes.dry-run.good")));
        } else {
            found.get().forEach(why -> missing.getChildren().add(problem(why)));
        }
    }

    private ProblemBox problem(Diagnosis why) {
        ProblemBox box = new ProblemBox(words);
        box.show(Optional.of(why));
        return box;
    }

    private void fact(String key, String value) {
        Label name = new Label(words.get(key));
        name.getStyleClass().addAll("muted", "small");
        Label text = new Label(value);
        text.getStyleClass().add("code");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        facts.getChildren().add(new VBox(2, name, text));
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
