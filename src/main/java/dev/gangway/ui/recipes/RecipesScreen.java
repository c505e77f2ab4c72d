package dev.gangway.ui.recipes;

import atlantafx.base.theme.Styles;
import dev.gangway.device.Device;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeFile;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.kit.Dialogs;
import dev.gangway.ui.kit.DropZone;
import dev.gangway.ui.kit.EmptyState;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.Screen;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.Shortcut;
import dev.gangway.ui.kit.StyleSheets;
import dev.gangway.ui.text.Words;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The recipes: a list, the page of one in the order of the line, and a unit as it would come out. */
public final class RecipesScreen implements Screen {
    private final ScreenContext around;
    private final Words words;
    private final RecipesViewModel model;
    private final StackPane root = new StackPane();
    private final ListView<Recipe> list = new ListView<>();
    private final Label title = new Label();
    private final Chip version = Chip.plain("");
    private final ComboBox<Recipe> versions;
    private final Button save = new Button();
    private final Button undo = new Button();
    private final Button copy = new Button();
    private final Button export = new Button();
    private final Button check = new Button();
    private final RecipePage page;
    private final Node full;
    private boolean marking;

    /** Makes the screen. */
    public RecipesScreen(ScreenContext around, RecipeWork work, InstantSource clock) {
        this.around = around;
        words = around.words();
        model = new RecipesViewModel(work, around.background(), words, clock);
        page = new RecipePage(model, words);
        versions = Choices.of(List.of(), each -> words.get("recipes.version", "version", each.version()));
        root.getStylesheets().add(StyleSheets.of(RecipesScreen.class, "recipes.css"));
        root.getStyleClass().add("recipes");
        DropZone.takes(root, files -> model.read(files.getFirst(), this::offer));
        full = content();
        model.recipes().addListener((ListChangeListener<Recipe>) change -> mark());
        model.versions().addListener((ListChangeListener<Recipe>) change -> mark());
        model.shown().subscribe(shown -> mark());
        model.changed().subscribe(changed -> mark());
        model.open().subscribe(open -> place());
        model.loaded().subscribe(loaded -> place());
        model.checking().subscribe(checking -> check.setDisable(checking));
    }

    @Override
    public String id() {
        return Navigator.RECIPES;
    }

    @Override
    public String title() {
        return words.get("recipes.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        model.load();
        list.requestFocus();
    }

    @Override
    public void select(String subject) {
        model.choose(subject);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.free(Key.NEW, words.get("recipes.new"), () -> leaving(this::begin)),
                Shortcut.named(words.get("recipes.from-device"), true, () -> leaving(this::chooseDevice)),
                Shortcut.named(words.get("recipes.import"), true, () -> leaving(this::chooseFile)),
                Shortcut.of(Key.SEND, words.get("recipes.save"), this::save),
                Shortcut.of(Key.TEST, words.get("recipes.check"), model::check),
                Shortcut.of(Key.EXPORT, words.get("recipes.export"), this::export),
                Shortcut.named(words.get("recipes.copy"), false, model::copy),
                Shortcut.of(Key.STOP, words.get("recipes.undo"), model::undo));
    }

    @Override
    public void close() {
        model.close();
    }

    private void place() {
        boolean nothing = model.loaded().get() && !model.open().get();
        root.getChildren().setAll(nothing ? empty() : full);
    }

    private Node empty() {
        Button device = button("recipes.from-device", this::chooseDevice);
        device.setId("recipe-from-device");
        device.getStyleClass().add(Styles.ACCENT);
        Button fresh = new Button(Key.NEW.on(words, words.get("recipes.new")));
        fresh.setId("new-recipe");
        fresh.setOnAction(event -> begin());
        Button bring = button("recipes.import", this::chooseFile);
        VBox screen = new VBox(
                ProblemBox.following(words, model.problem()),
                new EmptyState(
                        words.get("recipes.empty.title"), words.get("recipes.empty.text"), device, fresh, bring));
        screen.getStyleClass().addAll("screen", "centered");
        return screen;
    }

    private Node content() {
        list.setId("recipes");
        list.setAccessibleText(words.get("recipes.title"));
        list.setItems(model.recipes());
        list.setCellFactory(view -> new RecipeCell());
        list.getSelectionModel().selectedItemProperty().addListener((property, was, is) -> {
            if (!marking && is != null) {
                leaving(() -> model.show(is));
            }
        });
        Card all = new Card(words.get("recipes.title"), list);
        Button fresh = new Button(Key.NEW.on(words, words.get("recipes.new")));
        fresh.setOnAction(event -> leaving(this::begin));
        VBox below = new VBox(
                fresh,
                button("recipes.from-device", () -> leaving(this::chooseDevice)),
                button("recipes.import", () -> leaving(this::chooseFile)));
        below.getStyleClass().addAll("card-body", "recipe-ways");
        below.getChildren().forEach(each -> ((Button) each).setMaxWidth(Double.MAX_VALUE));
        all.getChildren().add(below);
        all.getStyleClass().add("recipe-list");
        VBox middle = new VBox(bar(), ProblemBox.following(words, model.problem()), page);
        VBox.setVgrow(page, Priority.ALWAYS);
        middle.getStyleClass().add("recipe-middle");
        HBox.setHgrow(middle, Priority.ALWAYS);
        middle.setPrefWidth(0); // what is beside it gets its width first
        middle.setMinWidth(290);
        HBox screen = new HBox(all, middle, new PreviewPane(model, words));
        screen.getStyleClass().addAll("screen");
        return screen;
    }

    private Node bar() {
        title.getStyleClass().add("screen-title");
        title.setMinWidth(60);
        versions.setAccessibleText(words.get("recipes.versions"));
        versions.setMaxWidth(150);
        versions.setMinWidth(Region.USE_PREF_SIZE);
        versions.setId("recipe-versions");
        versions.setOnAction(event -> Optional.ofNullable(versions.getValue())
                .filter(chosen -> !marking && !model.shown().get().equals(Optional.of(chosen)))
                .ifPresent(chosen -> leaving(() -> model.show(chosen))));
        save.setId("recipe-save");
        save.getStyleClass().add(Styles.ACCENT);
        save.setOnAction(event -> save());
        undo.setText(Key.STOP.on(words, words.get("recipes.undo")));
        undo.setOnAction(event -> model.undo());
        copy.setText(words.get("recipes.copy"));
        copy.setOnAction(event -> model.copy());
        check.setId("recipe-check");
        check.setText(Key.TEST.on(words, words.get("recipes.check")));
        check.setOnAction(event -> model.check());
        export.setText(Key.EXPORT.on(words, words.get("recipes.export") + "…"));
        export.setOnAction(event -> export());
        HBox heading = new HBox(title, version, versions);
        heading.getStyleClass().add("screen-bar");
        FlowPane buttons = new FlowPane(save, undo, check, copy, export);
        buttons.getStyleClass().add("button-flow");
        VBox bar = new VBox(heading, buttons);
        bar.getStyleClass().add("recipe-bar");
        bar.setMinHeight(Region.USE_PREF_SIZE);
        return bar;
    }

    /** What the list, the heading and the buttons say follows the form. */
    private void mark() {
        marking = true;
        Optional<Recipe> shown = model.shown().get();
        boolean fresh = shown.isEmpty();
        boolean changed = model.changed().get();
        title.setText(shown.map(Recipe::name).orElse(words.get("recipes.new-one")));
        version.setText(words.get(changed ? "recipes.unsaved" : "recipes.saved-mark"));
        version.show(changed ? Level.WARNING : Level.OK, version.getText());
        versions.getItems().setAll(model.versions());
        versions.setValue(shown.orElse(null));
        versions.setVisible(!fresh);
        int next = model.versions().stream().mapToInt(Recipe::version).max().orElse(0) + 1;
        save.setText(Key.SEND.on(words, words.get("recipes.save-as", "version", next)));
        save.setDisable(!changed);
        undo.setDisable(!changed);
        copy.setDisable(fresh);
        export.setDisable(fresh || changed);
        list.getItems().stream()
                .filter(each ->
                        shown.filter(one -> one.name().equals(each.name())).isPresent())
                .findFirst()
                .ifPresentOrElse(
                        each -> list.getSelectionModel().select(each),
                        () -> list.getSelectionModel().clearSelection());
        marking = false;
    }

    /** Asks before what was typed and not saved is lost. */
    private void leaving(Runnable then) {
        if (!model.changed().get() || !model.open().get()) {
            then.run();
            return;
        }
        around.dialogs()
                .ask(
                        new Dialogs.Question(
                                words.get("recipes.leave.title"),
                                words.get("recipes.leave.text"),
                                words.get("recipes.leave.action"),
                                true),
                        then);
        mark();
    }

    private void begin() {
        model.begin();
        page.focusFirst();
    }

    private void save() {
        model.save(kept -> around.toasts()
                .show(Level.OK, words.get("recipes.kept", "name", kept.name(), "version", kept.version())));
    }

    private void chooseDevice() {
        model.devices(devices -> {
            if (devices.isEmpty()) {
                around.toasts().show(Level.INFO, words.get("recipes.no-device"));
            } else {
                around.dialogs().show(new DeviceChoice(words, devices, around.dialogs()::close, this::of).panel());
            }
        });
    }

    private void of(Device device) {
        around.dialogs().close();
        model.begin(device);
    }

    private void chooseFile() {
        around.dialogs().openFiles(words.get("recipes.import"), List.of("*.json")).stream()
                .findFirst()
                .ifPresent(file -> model.read(file, this::offer));
    }

    /** Shows what is in a file, and whose it is, before it comes into the vault. */
    private void offer(RecipeFile.Read read) {
        around.dialogs()
                .ask(
                        new Dialogs.Question(
                                words.get(
                                        "recipes.take.title",
                                        "name",
                                        read.recipe().name()),
                                read.signer()
                                        .map(key -> words.get("recipes.take.signed", "key", key))
                                        .orElseGet(() -> words.get("recipes.take.unsigned")),
                                words.get("recipes.take.action"),
                                false),
                        () -> model.take(
                                read.recipe(),
                                kept -> around.toasts()
                                        .show(
                                                Level.OK,
                                                words.get(
                                                        "recipes.kept",
                                                        "name",
                                                        kept.name(),
                                                        "version",
                                                        kept.version()))));
    }

    private void export() {
        if (export.isDisabled()) {
            around.toasts().show(Level.INFO, words.get("recipes.save-first"));
            return;
        }
        model.shown()
                .get()
                .flatMap(recipe -> around.dialogs()
                        .saveFile(words.get("recipes.export"), recipe.name() + "-" + recipe.version() + ".json"))
                .ifPresent(this::export);
    }

    private void export(Path target) {
        model.export(
                target,
                () -> around.toasts()
                        .show(Level.OK, words.get("recipes.exported", "file", String.valueOf(target.getFileName()))));
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(words.get(key) + "…");
        button.setOnAction(event -> action.run());
        return button;
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
