package dev.gangway.ui.station;

import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCredential;
import dev.gangway.line.station.Shift;
import dev.gangway.line.unit.UnitResult;
import dev.gangway.line.unit.UnitStep;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.Screen;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.Shortcut;
import dev.gangway.ui.kit.StyleSheets;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** A station for gloves and a scanner: the scan field has the focus and gets it back after every unit. */
public final class StationScreen implements Screen {
    /** In place of a number that there is not. */
    private static final String NOTHING = "–";

    private final Words words;
    private final StationViewModel model;
    private final TextField scan = new TextField();
    private final Label prompt = new Label();
    private final ComboBox<Recipe> recipes = new ComboBox<>();
    private final HBox facts = new HBox();
    private final HBox steps = new HBox();
    private final FlowPane numbers = new FlowPane();
    private final TableView<UnitResult> table = new TableView<>();
    private final HBox root = new HBox();

    /** Makes the screen. */
    public StationScreen(ScreenContext around, StationWork work) {
        words = around.words();
        model = new StationViewModel(work, around.background());
        VerdictField verdict = new VerdictField(words, model);
        VBox.setVgrow(verdict, Priority.ALWAYS);
        VBox middle = new VBox(prompt, scan(), steps, verdict, below());
        middle.getStyleClass().addAll("panel", "station-middle");
        VBox.setVgrow(middle, Priority.ALWAYS);
        steps.getStyleClass().add("station-steps");
        numbers.getStyleClass().addAll("panel", "station-numbers");
        VBox left = new VBox(bar(), middle, numbers);
        left.getStyleClass().add("station-left");
        HBox.setHgrow(left, Priority.ALWAYS);
        root.getStyleClass().addAll("screen", "station");
        root.getStylesheets().add(StyleSheets.of(StationScreen.class, "station.css"));
        root.getChildren().addAll(left, shift());
        model.stateProperty().subscribe(this::show);
        model.recipeProperty().subscribe(this::showRecipe);
        model.shiftProperty().subscribe(shift -> numbers());
        model.waitingProperty().subscribe(waiting -> numbers());
        model.steps().addListener((MapChangeListener<UnitStep.Name, UnitStep>) change -> steps());
        steps();
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
        scan.requestFocus();
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.of(Key.EDIT, words.get("station.change"), recipes::show),
                Shortcut.of(Key.TEST, words.get("station.again"), model::again),
                Shortcut.of(Key.PAUSE, words.get("station.pause"), model::pause),
                Shortcut.of(Key.STOP, words.get("station.cancel"), model::cancel));
    }

    @Override
    public void close() {
        model.close();
    }

    private TextField scan() {
        scan.setId("station-scan");
        scan.getStyleClass().add("station-scan");
        scan.setAccessibleText(words.get("station.prompt"));
        scan.setOnAction(event -> {
            String text = scan.getText();
            scan.clear();
            model.enter(text);
        });
        return scan;
    }

    private HBox bar() {
        recipes.setItems(model.recipes());
        recipes.setPromptText(words.get("station.change"));
        recipes.setAccessibleText(words.get("station.change"));
        recipes.setConverter(new StringConverter<>() {
            @Override
            public String toString(Recipe recipe) {
                return recipe == null ? "" : recipe.name() + " · " + recipe.version();
            }

            @Override
            public Recipe fromString(String text) {
                throw new UnsupportedOperationException("the list is not typed into");
            }
        });
        recipes.setOnAction(event -> Optional.ofNullable(recipes.getValue()).ifPresent(chosen -> {
            boolean same = model.recipeProperty().get().filter(chosen::equals).isPresent();
            if (!same) {
                model.choose(chosen);
            }
            scan.requestFocus();
        }));
        Label key = new Label("F2");
        key.getStyleClass().add("keys");
        key.setMinWidth(Region.USE_PREF_SIZE);
        recipes.setMinWidth(Region.USE_PREF_SIZE);
        HBox bar = new HBox(facts, Card.spacer(), recipes, key);
        facts.getStyleClass().add("station-facts");
        bar.getStyleClass().addAll("panel", "station-bar");
        return bar;
    }

    /** What the keys do, and what is rarely wanted. */
    private HBox below() {
        Label hint = new Label(words.get("station.hint"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(hint, Priority.ALWAYS);
        hint.setMaxWidth(Double.MAX_VALUE);
        CheckBox sound = new CheckBox(words.get("station.sound"));
        sound.setFocusTraversable(false);
        sound.setMinWidth(Region.USE_PREF_SIZE);
        sound.selectedProperty().bindBidirectional(model.soundProperty());
        Button suggest = new Button(words.get("station.suggest"));
        suggest.setMinWidth(Region.USE_PREF_SIZE);
        suggest.setOnAction(event -> {
            model.suggest();
            scan.requestFocus();
        });
        HBox row = new HBox(hint, sound, suggest);
        row.getStyleClass().add("station-below");
        return row;
    }

    private Card shift() {
        table.setItems(model.results());
        table.setAccessibleText(words.get("station.shift"));
        table.setFocusTraversable(false);
        table.setPlaceholder(new Label(words.get("station.nothing-yet")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<UnitResult, String> serial = new TableColumn<>(words.get("station.column.serial"));
        serial.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().order().serial()));
        serial.setPrefWidth(130);
        TableColumn<UnitResult, String> verdict = new TableColumn<>(words.get("station.column.verdict"));
        verdict.setPrefWidth(120);
        verdict.setCellValueFactory(row -> new ReadOnlyStringWrapper(word(row.getValue())));
        verdict.setCellFactory(column -> new VerdictCell());
        TableColumn<UnitResult, String> why = new TableColumn<>(words.get("station.column.why"));
        why.setPrefWidth(150);
        why.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue()
                .cause()
                .map(words::title)
                .orElseGet(() -> words.formats().took(row.getValue().took()))));
        why.setCellFactory(column -> new WholeCell());
        table.getColumns().setAll(List.of(serial, verdict, why));
        Card card = new Card(words.get("station.shift"), table);
        card.getStyleClass().add("station-shift");
        return card;
    }

    private String word(UnitResult result) {
        return words.get("station.word." + result.verdict().name().toLowerCase(Locale.ROOT));
    }

    private void show(StationViewModel.State state) {
        boolean signOn = state instanceof StationViewModel.State.SignOn;
        prompt.setText(words.get(signOn ? "station.sign-on" : "station.prompt"));
        boolean running = state instanceof StationViewModel.State.Running;
        scan.setEditable(!running);
        if (state instanceof StationViewModel.State.Ended(UnitResult result)
                && model.soundProperty().get()) {
            Tones.play(result.verdict());
        }
        if (!running) {
            scan.requestFocus();
        }
    }

    private void showRecipe(Optional<Recipe> chosen) {
        facts.getChildren().clear();
        chosen.ifPresent(recipe -> {
            recipes.setValue(recipe);
            fact("station.recipe", recipe.name() + " · " + recipe.version());
            fact("station.pattern", recipe.namePattern());
            if (recipe.credential() instanceof RecipeCredential.Issued issued) {
                fact("station.authority", issued.authority());
            }
            recipe.server().ifPresent(server -> fact("station.server", server));
        });
        steps();
        numbers();
    }

    private void fact(String key, String value) {
        Label name = new Label(words.get(key));
        name.getStyleClass().add("muted");
        Label text = new Label(value);
        text.getStyleClass().add("strong");
        facts.getChildren().add(new VBox(name, text));
    }

    private void steps() {
        steps.getChildren().clear();
        StationViewModel.wordsOfSteps().forEach((name, key) -> {
            if (!model.isAsked(name)) {
                return;
            }
            UnitStep step = model.steps().get(name);
            VBox card = new VBox();
            card.getStyleClass().add("station-step");
            UnitStep.State state = step == null ? UnitStep.State.WAITING : step.state();
            card.getChildren()
                    .add(new Chip(
                            level(state),
                            words.get("station.state." + state.name().toLowerCase(Locale.ROOT))));
            Label title = new Label(words.get(key));
            title.getStyleClass().add("strong");
            card.getChildren().add(title);
            if (step != null && state == UnitStep.State.DONE) {
                Label took = new Label(words.formats().took(step.took()));
                took.getStyleClass().add("muted");
                card.getChildren().add(took);
            }
            HBox.setHgrow(card, Priority.ALWAYS);
            card.setPrefWidth(0); // all as wide as each other
            card.setMaxWidth(Double.MAX_VALUE);
            steps.getChildren().add(card);
        });
    }

    private static Level level(UnitStep.State state) {
        return switch (state) {
            case WAITING, SKIPPED -> Level.NEUTRAL;
            case RUNNING -> Level.INFO;
            case DONE -> Level.OK;
            case FAILED -> Level.BAD;
            case QUEUED -> Level.WARNING;
        };
    }

    private void numbers() {
        Shift shift = model.shiftProperty().get();
        numbers.getChildren().clear();
        boolean none = shift.units() == 0; // of no unit, nothing can be said
        number("station.number.first-pass", none ? NOTHING : percent(shift.firstPassYield()));
        number("station.number.yield", none ? NOTHING : percent(shift.yield()));
        number("station.number.median", none ? NOTHING : words.formats().took(shift.median()));
        number("station.number.p95", none ? NOTHING : words.formats().took(shift.p95()));
        number(
                "station.number.rate",
                shift.perHour() == 0 ? NOTHING : words.formats().number(Math.round(shift.perHour())));
        number("station.number.units", words.formats().number(shift.units()));
        number(
                "station.number.outbox",
                words.formats().number(model.waitingProperty().get()));
    }

    private void number(String key, String value) {
        Label name = new Label(words.get(key));
        name.getStyleClass().add("muted");
        Label text = new Label(value);
        text.getStyleClass().add("strong");
        HBox pair = new HBox(name, text);
        name.setMinWidth(Region.USE_PREF_SIZE);
        text.setMinWidth(Region.USE_PREF_SIZE);
        pair.getStyleClass().add("station-number");
        numbers.getChildren().add(pair);
    }

    private String percent(double part) {
        return String.format(words.locale(), "%.1f %%", 100 * part);
    }

    /** Says in full under the pointer what the column has no room for. */
    private static final class WholeCell extends TableCell<UnitResult, String> {
        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(empty || text == null ? null : new Tooltip(text));
        }
    }

    /** A verdict as a word on its colour, with its shape. */
    private final class VerdictCell extends TableCell<UnitResult, String> {
        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            UnitResult result = empty ? null : getTableRow().getItem();
            setGraphic(result == null ? null : new Chip(VerdictField.level(result.verdict()), text));
        }
    }
}
