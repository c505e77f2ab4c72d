package dev.gangway.ui.batches;

import atlantafx.base.theme.Styles;
import dev.gangway.line.batch.KeptBatch;
import dev.gangway.line.batch.Totals;
import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Dialogs;
import dev.gangway.ui.kit.FittingScroll;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.LevelShape;
import dev.gangway.ui.kit.LineWords;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A batch under way or over: numbers, bar, the lines with their results, causes by frequency. */
final class RunPane extends VBox {
    private final ScreenContext around;
    private final Words words;
    private final BatchesViewModel batches;
    private final RunViewModel model;
    private final Label title = new Label();
    private final Chip state = Chip.plain("");
    private final Label about = new Label();
    private final Button pause = new Button();
    private final Button cancel = new Button();
    private final Button back = new Button();
    private final Label done = new Label();
    private final Label of = new Label();
    private final Map<UnitVerdict, Label> counts = new EnumMap<>(UnitVerdict.class);
    private final Map<UnitVerdict, ToggleButton> filters = new EnumMap<>(UnitVerdict.class);
    private final ToggleButton all = new ToggleButton();
    private final Label rate = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final LineTable table;
    private final TextField filter = new TextField();
    private final CausesPane causes;
    private final VBox facts = new VBox();
    private final Button retry = new Button();
    private final Button resume = new Button();
    private final Button save = new Button();
    private final Button bench = new Button();

    RunPane(ScreenContext around, BatchesViewModel batches, Consumer<Boolean> onResume, Runnable onSave) {
        this.around = around;
        this.batches = batches;
        words = around.words();
        model = batches.run();
        table = new LineTable(model, words);
        causes = new CausesPane(words);
        getStyleClass().add("screen");
        actions(onResume, onSave);
        HBox columns = new HBox(lines(), side());
        columns.getStyleClass().add("columns");
        VBox.setVgrow(columns, Priority.ALWAYS);
        getChildren()
                .addAll(
                        heading(),
                        ProblemBox.following(words, model.problem()),
                        ProblemBox.following(words, batches.problem()),
                        progress(),
                        columns);
        model.batch().subscribe(batch -> batch.ifPresent(this::show));
        model.state().subscribe(now -> refresh());
        model.totals().subscribe(now -> numbers());
        model.verdict().subscribe(this::mark);
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, was, is) ->
                        bench.setDisable(is == null || is.device().isEmpty()));
        bench.setDisable(true);
    }

    void focus() {
        table.requestFocus();
    }

    void find() {
        if (batches.stage().get() == BatchesViewModel.Stage.RUN) {
            filter.requestFocus();
        }
    }

    /** Says what a cancel does before it is done. */
    void askToCancel() {
        if (model.state().get() == RunViewModel.State.STOPPING) {
            return;
        }
        around.dialogs()
                .ask(
                        new Dialogs.Question(
                                words.get("batches.cancel.title"),
                                words.get("batches.cancel.text"),
                                words.get("batches.cancel.action"),
                                false),
                        model::cancel);
    }

    private void actions(Consumer<Boolean> onResume, Runnable onSave) {
        pause.setId("batch-pause");
        pause.setOnAction(event -> model.pause());
        cancel.setId("batch-cancel");
        cancel.setText(Key.STOP.on(words, words.get("batches.cancel")));
        cancel.setOnAction(event -> askToCancel());
        back.setText(Key.STOP.on(words, words.get("batches.back")));
        back.setOnAction(event -> batches.back());
        resume.setId("batch-resume");
        resume.setText(words.get("batches.resume"));
        resume.getStyleClass().add(Styles.ACCENT);
        resume.setOnAction(event -> onResume.accept(false));
        retry.setId("batch-retry");
        retry.setOnAction(event -> onResume.accept(true));
        save.setText(Key.EXPORT.on(words, words.get("batches.save") + "…"));
        save.setOnAction(event -> onSave.run());
        bench.setText(words.get("batches.bench"));
        bench.setOnAction(event -> Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .ifPresent(row -> around.navigator().open(Navigator.BENCH, row.device())));
    }

    private HBox heading() {
        title.getStyleClass().add("screen-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        about.getStyleClass().add("muted");
        about.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(about.textProperty());
        about.setTooltip(whole);
        for (Button button : List.of(pause, cancel, back, resume)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.managedProperty().bind(button.visibleProperty());
        }
        HBox.setHgrow(about, Priority.ALWAYS);
        about.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(title, state, about, resume, pause, cancel, back);
        row.getStyleClass().add("screen-bar");
        return row;
    }

    private VBox progress() {
        done.getStyleClass().add("batch-done");
        of.getStyleClass().add("muted");
        rate.getStyleClass().add("muted");
        rate.setWrapText(true);
        javafx.scene.layout.FlowPane row = new javafx.scene.layout.FlowPane(new HBox(6, done, of));
        ((HBox) row.getChildren().getFirst()).setAlignment(Pos.BASELINE_LEFT);
        row.getStyleClass().add("batch-numbers");
        for (UnitVerdict verdict : UnitVerdict.values()) {
            Label number = new Label();
            LineWords.level(verdict).applyTo(number);
            number.getStyleClass().add("batch-count");
            Label name = new Label(words.get("batches.count." + key(verdict)));
            HBox pair = new HBox(5, number, name);
            pair.setAlignment(Pos.BASELINE_LEFT);
            counts.put(verdict, number);
            row.getChildren().add(pair);
        }
        row.getChildren().add(rate);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(words.get("batches.progress"));
        bar.getStyleClass().add("batch-bar");
        VBox card = new VBox(row, bar);
        card.getStyleClass().addAll("panel", "batch-progress");
        card.setMinHeight(Region.USE_PREF_SIZE);
        return card;
    }

    private Card lines() {
        filter.setPromptText(words.get("batches.filter.prompt"));
        filter.setAccessibleText(words.get("batches.filter"));
        filter.setId("batch-filter");
        filter.setPrefWidth(170);
        filter.textProperty().bindBidirectional(model.text());
        ToggleGroup group = new ToggleGroup();
        HBox chips = new HBox();
        chips.getStyleClass().add("batch-filters");
        for (UnitVerdict verdict : List.of(UnitVerdict.FAIL, UnitVerdict.ERROR, UnitVerdict.QUEUED)) {
            ToggleButton button = new ToggleButton();
            button.setId("batch-only-" + key(verdict));
            button.setOnAction(event -> model.verdict().set(Optional.of(verdict)));
            filters.put(verdict, button);
            chips.getChildren().add(button);
        }
        all.setId("batch-all");
        all.setOnAction(event -> model.verdict().set(Optional.empty()));
        chips.getChildren().add(all);
        chips.getChildren().forEach(each -> {
            ToggleButton button = (ToggleButton) each;
            button.setToggleGroup(group);
            button.getStyleClass().add(Styles.SMALL);
            button.setMinWidth(Region.USE_PREF_SIZE);
        });
        HBox buttons = new HBox(retry, save, bench);
        buttons.getStyleClass().addAll("button-row", "card-body");
        buttons.getChildren().forEach(each -> ((Button) each).setMinWidth(Region.USE_PREF_SIZE));
        Card card = new Card(words.get("batches.lines"), table, filter, chips);
        card.getChildren().add(buttons);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private VBox side() {
        facts.getStyleClass().add("card-body");
        Card why = new Card(words.get("batches.causes"), new FittingScroll(causes));
        Card checked = new Card(words.get("batches.checked"), new FittingScroll(facts));
        VBox side = new VBox(why, checked);
        side.getStyleClass().addAll("batch-side");
        VBox.setVgrow(checked, Priority.SOMETIMES);
        return side;
    }

    private void show(KeptBatch batch) {
        title.setText(BatchesScreen.name(batch.list()));
        facts.getChildren()
                .setAll(
                        fact(Level.OK, words.count("batches.fact.units", batch.total())),
                        fact(
                                batch.leftOut() > 0 ? Level.WARNING : Level.OK,
                                batch.leftOut() > 0
                                        ? words.count("batches.fact.left-out", batch.leftOut())
                                        : words.get("batches.fact.none-left-out")),
                        fact(Level.INFO, words.get("batches.fact.results", "file", batch.results())));
        refresh();
    }

    private static Label fact(Level level, String text) {
        Label label = new Label(text);
        label.setGraphic(new LevelShape(level));
        label.setGraphicTextGap(8);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void refresh() {
        RunViewModel.State now = model.state().get();
        boolean runs = now == RunViewModel.State.RUNNING || now == RunViewModel.State.PAUSED;
        state.show(
                switch (now) {
                    case RUNNING -> Level.INFO;
                    case PAUSED, STOPPING, STOPPED -> Level.WARNING;
                    case DONE -> model.count(UnitVerdict.PASS) == model.done() ? Level.OK : Level.WARNING;
                },
                words.get("batches.state." + now.name().toLowerCase(Locale.ROOT)));
        pause.setText(
                Key.PAUSE.on(words, words.get(now == RunViewModel.State.PAUSED ? "batches.go-on" : "batches.pause")));
        pause.setVisible(runs);
        cancel.setVisible(runs || now == RunViewModel.State.STOPPING);
        cancel.setDisable(now == RunViewModel.State.STOPPING);
        back.setVisible(!model.isBusy());
        resume.setVisible(now == RunViewModel.State.STOPPED);
        numbers();
    }

    private void numbers() {
        Optional<Totals> totals = model.totals().get();
        long total = model.batch().get().map(KeptBatch::total).orElse(0L);
        long through = model.done();
        done.setText(words.formats().number(through));
        of.setText(words.get("batches.of", "total", words.formats().number(total)));
        counts.forEach((verdict, label) -> label.setText(words.formats().number(model.count(verdict))));
        bar.setProgress(total == 0 ? 0 : (double) through / total);
        filters.forEach((verdict, button) -> button.setText(words.get("batches.count." + key(verdict)) + " "
                + words.formats().number(model.count(verdict))));
        all.setText(words.get("batches.all") + " " + words.formats().number(through));
        boolean runs = model.isBusy();
        boolean goes = model.state().get() == RunViewModel.State.RUNNING;
        rate.setText(goes ? totals.map(this::pace).orElse("") : "");
        about.setText(model.batch().get().map(this::about).orElse(""));
        long again = through - model.count(UnitVerdict.PASS);
        retry.setText(words.count("batches.retry.count", again));
        retry.setDisable(runs || again == 0);
        causes.show(model.causes());
    }

    private String about(KeptBatch batch) {
        return words.get("batches.about", "recipe", batch.recipe(), "version", batch.version())
                + (model.isBusy() && model.lanes().get() > 0
                        ? " · "
                                + words.get(
                                        "batches.lanes", "lanes", model.lanes().get())
                        : "");
    }

    private String pace(Totals totals) {
        return words.get(
                "batches.pace",
                "rate",
                String.format(words.locale(), "%.1f", totals.perSecond()),
                "left",
                totals.left().map(words.formats()::clock).orElse("–"));
    }

    private void mark(Optional<UnitVerdict> verdict) {
        all.setSelected(verdict.isEmpty());
        filters.forEach((each, button) ->
                button.setSelected(verdict.filter(each::equals).isPresent()));
    }

    private static String key(UnitVerdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
