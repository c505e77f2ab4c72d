package dev.gangway.ui.station;

import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.kit.EmptyState;
import dev.gangway.ui.kit.Focus;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.LevelShape;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.Screen;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.Shortcut;
import dev.gangway.ui.kit.StyleSheets;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A station for gloves and a scanner: the scan field has the focus and gets it back after every unit. */
public final class StationScreen implements Screen {
    /** Size of text in pixels that widths here are made for. */
    private static final double USUAL_TEXT = 13.5;

    /** Narrower than this, in pixels at the usual size of text, the list of the shift gives its room to the lanes. */
    private static final double LIST_FROM = 1000;

    /** Of the width that the list of the shift has where it may. */
    private static final double LIST_SHARE = 0.3;

    /** Lower than this, in pixels, the line of keys gives its room to the lanes; F1 has them. */
    private static final double HINT_FROM = 640;

    private final ScreenContext around;
    private final Words words;
    private final StationViewModel model;
    private final ReasonedActions doing;
    private final ScanBox scan;
    private final Label golden = new Label();
    private final Label operator = new Label();
    private final ComboBox<Recipe> recipes;
    private final Card shift;
    private final HBox root = new HBox();

    /** Makes the screen. */
    public StationScreen(ScreenContext around, StationWork work) {
        this.around = around;
        words = around.words();
        model = new StationViewModel(work, around.background());
        scan = new ScanBox(words, model, this::prompt);
        doing = new ReasonedActions(around, model);
        recipes = Choices.of(List.of(), recipe -> recipe.name() + " · " + recipe.version());
        LanesGrid lanes = new LanesGrid(words, model, doing::again);
        StackPane middle = new StackPane(lanes, withoutRecipe());
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox left = new VBox(
                bar(),
                scan,
                middle,
                new NumbersBar(words, model, () -> around.navigator().open(Navigator.OUTBOX)));
        left.getStyleClass().add("station-left");
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        shift = new Card(words.get("station.shift"), new ShiftTable(words, model));
        shift.getStyleClass().add("station-shift");
        root.getStyleClass().addAll("screen", "station", "touch");
        root.getStylesheets().add(StyleSheets.of(StationScreen.class, "station.css"));
        root.getChildren().addAll(left, shift);
        root.widthProperty().subscribe(width -> place());
        root.heightProperty().subscribe(height -> place());
        operator.fontProperty().subscribe(font -> place());
        model.lanes().all().addListener((ListChangeListener<LaneViewModel>) change -> lanesChanged());
        model.phaseProperty().subscribe(this::phase);
        model.lanes().targetProperty().subscribe(target -> prompt());
        model.lanes().labelProperty().subscribe(label -> prompt());
        model.recipeProperty().subscribe(recipe -> recipe.ifPresent(recipes::setValue));
        model.shift().numbersProperty().subscribe(numbers -> prompt());
    }

    @Override
    public String id() {
        return Navigator.STATION;
    }

    @Override
    public String title() {
        return words.get("station.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        model.load();
        focus();
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.of(Key.EDIT, words.get("station.change"), recipes::show),
                Shortcut.of(Key.TEST, words.get("station.again"), doing::again),
                Shortcut.of(Key.PAUSE, words.get("station.pause"), model::pause),
                Shortcut.of(Key.LABEL, words.get("station.reprint"), doing::reprint),
                Shortcut.of(Key.END, words.get("station.report"), this::report),
                Shortcut.of(Key.STOP, words.get("station.cancel"), model::stop),
                Shortcut.named(words.get("station.quarantine"), false, doing::quarantine),
                Shortcut.named(words.get("station.scanner"), true, () -> ScannerPanel.show(around, model)),
                Shortcut.named(words.get("station.setup"), true, () -> SetupPanel.show(around, model)),
                Shortcut.named(words.get("station.pin"), true, () -> PinPanel.show(around, model)),
                Shortcut.named(words.get("station.suggest"), true, model::suggest));
    }

    @Override
    public void close() {
        model.close();
    }

    private HBox bar() {
        recipes.setItems(model.recipes());
        recipes.setPromptText(words.get("station.change"));
        recipes.setAccessibleText(words.get("station.change"));
        recipes.setOnAction(event -> Optional.ofNullable(recipes.getValue()).ifPresent(chosen -> {
            if (model.recipeProperty().get().filter(chosen::equals).isEmpty()) {
                model.choose(chosen);
            }
            focus();
        }));
        recipes.setMinWidth(110);
        recipes.setMaxWidth(360);
        Label key = new Label("F2");
        key.getStyleClass().add("keys");
        key.setMinWidth(Region.USE_PREF_SIZE);
        golden.setMinWidth(Region.USE_PREF_SIZE);
        golden.managedProperty().bind(golden.textProperty().isNotEmpty());
        golden.setGraphic(new LevelShape(Level.OK));
        golden.setGraphicTextGap(6);
        golden.visibleProperty().bind(golden.textProperty().isNotEmpty());
        operator.getStyleClass().add("muted");
        operator.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(operator.textProperty());
        operator.setTooltip(whole);
        Button end = new Button(Key.END.on(words, words.get("station.report")));
        end.setId("station-report");
        end.setMinWidth(Region.USE_PREF_SIZE);
        end.setOnAction(event -> report());
        HBox bar = new HBox(recipes, key, golden, Card.spacer(), operator, end, more());
        bar.getStyleClass().addAll("panel", "station-bar");
        bar.setMinHeight(Region.USE_PREF_SIZE);
        return bar;
    }

    /** What is rarely wanted. */
    private MenuButton more() {
        MenuButton menu = new MenuButton(words.get("station.more"));
        menu.setId("station-more");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        CheckMenuItem sound = new CheckMenuItem(words.get("station.sound"));
        sound.selectedProperty().bindBidirectional(model.soundProperty());
        menu.getItems()
                .addAll(
                        item(Key.LABEL.on(words, words.get("station.reprint")), doing::reprint),
                        item(words.get("station.quarantine"), doing::quarantine),
                        item(Key.PAUSE.on(words, words.get("station.pause")), model::pause),
                        item(words.get("station.scanner"), () -> ScannerPanel.show(around, model)),
                        item(words.get("station.setup"), () -> SetupPanel.show(around, model)),
                        item(words.get("station.pin"), () -> PinPanel.show(around, model)),
                        item(words.get("station.suggest"), model::suggest),
                        sound);
        menu.showingProperty().subscribe(showing -> {
            if (!showing && Focus.isIn(root)) {
                focus();
            }
        });
        return menu;
    }

    private MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> {
            focus(); // a dialog gives the focus back to where it was, which is not the menu
            action.run();
        });
        return item;
    }

    private void phase(StationViewModel.Phase phase) {
        boolean inside = Focus.isIn(root);
        prompt();
        scan.ask(phase == StationViewModel.Phase.PIN);
        if (inside) {
            focus();
        }
    }

    /** What is scanned or typed next goes where it is wanted. */
    private void focus() {
        scan.focus();
    }

    private void prompt() {
        Optional<String> next = model.station().flatMap(its -> its.goldenNext());
        String text = switch (model.phaseProperty().get()) {
            case NO_RECIPE -> words.get("station.no-recipe.short");
            case SIGN_ON -> words.get("station.sign-on");
            case PIN -> words.get("station.pin.prompt", "name", model.who());
            case PAUSED -> words.get("station.word.paused");
            case OPEN ->
                model.lanes()
                        .labelProperty()
                        .get()
                        .map(label -> words.get(
                                "station.label.scan", "serial", label.order().serial()))
                        .or(() -> next.map(serial -> words.get("station.prompt.golden", "serial", serial)))
                        .or(() -> model.lanes()
                                .targetProperty()
                                .get()
                                .map(lane -> words.get("station.prompt.lane", "lane", lane.number())))
                        .orElseGet(() ->
                                words.get(model.lanes().all().size() > 1 ? "station.prompt.lanes" : "station.prompt"));
        };
        scan.prompt(text);
        golden.setText(model.station()
                .flatMap(its -> its.provenAt())
                .map(at ->
                        words.get("station.golden.seen", "time", words.formats().time(at)))
                .orElse(""));
        operator.setText(model.station()
                .flatMap(its -> its.operator())
                .map(name -> words.get("station.operator", "name", name))
                .orElse(""));
    }

    /** Lanes come with a recipe. */
    private EmptyState withoutRecipe() {
        Button suggest = new Button(words.get("station.suggest"));
        suggest.setId("station-suggest");
        suggest.setOnAction(event -> model.suggest());
        EmptyState empty =
                new EmptyState(words.get("station.no-recipe.short"), words.get("station.no-recipe"), suggest);
        empty.visibleProperty().bind(Bindings.isEmpty(model.lanes().all()));
        return empty;
    }

    private void lanesChanged() {
        model.lanes()
                .all()
                .forEach(lane -> lane.stateProperty().addListener((property, was, is) -> {
                    if (is instanceof LaneViewModel.State.Ended ended
                            && model.soundProperty().get()) {
                        Tones.play(
                                ended.golden()
                                        ? UnitVerdict.PASS
                                        : ended.result().verdict());
                    }
                    if (Focus.isIn(root)) {
                        focus();
                    }
                }));
        prompt();
        place();
    }

    private void place() {
        double text = Math.max(1, operator.getFont().getSize() / USUAL_TEXT);
        boolean room = root.getWidth() > LIST_FROM * text && model.lanes().all().size() <= 1;
        shift.setVisible(room);
        shift.setManaged(room);
        shift.setPrefWidth(root.getWidth() * LIST_SHARE);
        scan.hints(root.getHeight() > HINT_FROM);
    }

    private void report() {
        if (model.phaseProperty().get() != StationViewModel.Phase.NO_RECIPE) {
            new ReportPanel(around, model).show();
        }
    }
}
