package dev.gangway.ui.recipes;

import atlantafx.base.theme.Styles;
import dev.gangway.device.Device;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeFile;
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
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The recipes: a list, the page of one in the order of the line, and a unit as it would come out. */
public final class RecipesScreen implements Screen {
    /** Narrower than this, in pixels, the list gives its room to the page. */
    private static final double LIST_FROM = 900;

    private final ScreenContext around;
    private final Words words;
    private final RecipesViewModel model;
    private final StackPane root = new StackPane();
    private final RecipePage page;
    private final RecipeBar bar;
    private final RecipeList list;
    private final HBox full;
    private final PreviewPane preview;

    /** Makes the screen. */
    public RecipesScreen(ScreenContext around, RecipeWork work, InstantSource clock) {
        this.around = around;
        words = around.words();
        model = new RecipesViewModel(work, around.background(), words, clock);
        page = new RecipePage(model, words);
        root.getStylesheets().add(StyleSheets.of(RecipesScreen.class, "recipes.css"));
        root.getStyleClass().add("recipes");
        DropZone.takes(root, files -> model.read(files.getFirst(), this::offer));
        bar = new RecipeBar(model, words, doing(), ways());
        list = new RecipeList(
                model,
                words,
                this::wanted,
                List.of(
                        fresh(() -> leaving(this::begin)),
                        button("recipes.from-device", () -> leaving(this::chooseDevice)),
                        button("recipes.import", () -> leaving(this::chooseFile))));
        preview = new PreviewPane(model, words);
        full = new HBox(list, middle(), preview);
        full.getStyleClass().add("screen");
        model.open().subscribe(open -> place());
        model.loaded().subscribe(loaded -> place());
        root.widthProperty().subscribe(width -> fit());
    }

    /** Where the list has no room, the bar has its recipes and its ways. */
    private void fit() {
        boolean narrow = root.getWidth() < LIST_FROM;
        list.setVisible(!narrow);
        list.setManaged(!narrow);
        bar.instead(narrow);
        root.getStyleClass().remove("narrow");
        if (narrow) {
            root.getStyleClass().add("narrow");
        }
    }

    private RecipeBar.Actions doing() {
        return new RecipeBar.Actions() {
            @Override
            public void show(Recipe recipe) {
                wanted(recipe);
            }

            @Override
            public void save() {
                RecipesScreen.this.save();
            }

            @Override
            public void export() {
                RecipesScreen.this.export();
            }
        };
    }

    private List<MenuItem> ways() {
        return List.of(
                item(Key.NEW.on(words, words.get("recipes.new")), this::begin),
                item(words.get("recipes.from-device") + "…", this::chooseDevice),
                item(words.get("recipes.import") + "…", this::chooseFile));
    }

    private MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> leaving(action));
        return item;
    }

    private void wanted(Recipe recipe) {
        leaving(() -> model.show(recipe));
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
        if (list.isVisible()) {
            list.focusList();
        } else {
            bar.focusChoice();
        }
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
        Button fresh = fresh(this::begin);
        fresh.setId("new-recipe");
        Button bring = button("recipes.import", this::chooseFile);
        VBox screen = new VBox(
                ProblemBox.following(words, model.problem()),
                new EmptyState(
                        words.get("recipes.empty.title"), words.get("recipes.empty.text"), device, fresh, bring));
        screen.getStyleClass().addAll("screen", "centered");
        return screen;
    }

    private Button fresh(Runnable action) {
        Button fresh = new Button(Key.NEW.on(words, words.get("recipes.new")));
        fresh.setOnAction(event -> action.run());
        return fresh;
    }

    private VBox middle() {
        VBox middle = new VBox(bar, ProblemBox.following(words, model.problem()), page);
        VBox.setVgrow(page, Priority.ALWAYS);
        middle.getStyleClass().add("recipe-middle");
        HBox.setHgrow(middle, Priority.ALWAYS);
        middle.setPrefWidth(0); // what is beside it gets its width first
        middle.setMinWidth(290);
        return middle;
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
        list.mark();
        bar.mark();
    }

    private void begin() {
        model.begin();
        page.focusFirst();
    }

    private void save() {
        model.save(this::kept);
    }

    private void kept(Recipe kept) {
        around.toasts().show(Level.OK, words.get("recipes.kept", "name", kept.name(), "version", kept.version()));
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
        model.begin(device, page::focusFirst);
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
                                whose(read),
                                words.get("recipes.take.action"),
                                false),
                        () -> model.take(read.recipe(), kept -> {
                            kept(kept);
                            page.focusFirst();
                        }));
    }

    private String whose(RecipeFile.Read read) {
        String signer = read.signer()
                .map(key -> words.get("recipes.take.signed", "key", key))
                .orElseGet(() -> words.get("recipes.take.unsigned"));
        return read.recipe()
                .program()
                .map(program -> signer + "\n\n"
                        + words.get("recipes.take.program", "command", String.join(" ", program.command())))
                .orElse(signer);
    }

    private void export() {
        if (!bar.canExport()) {
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
}
