package dev.gangway.ui.bench;

import atlantafx.base.theme.Styles;
import dev.gangway.bench.causes.Conclusion;
import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.export.Recording;
import dev.gangway.bench.model.Check;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.Verdict;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Remedy;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.DiagnosisPanel;
import dev.gangway.ui.kit.FittingScroll;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Why it failed and what helps, and what else was checked. */
final class ResultPanel extends Region {
    private static final double LEAST_CHECKS = 130;
    private static final double GAP = 14;

    private final Words words;
    private final BenchViewModel bench;
    private final DiagnosisPanel diagnosis;
    private final CausesPanel causes;
    private Predicate<Remedy> can = _ -> false;
    private Optional<Runnable> command = Optional.empty();
    private final Card cause;
    private final Card also;
    private final VBox checks = new VBox();
    private final Label nothing = new Label();
    private final Button stay = new Button();
    private final Button stockJava = new Button();
    private final Consumer<Run> onCommand;

    /**
     * Makes an empty one.
     *
     * @param onEvent goes to an event of the timeline
     * @param onStay keeps the connection of a test that passed
     * @param onStockJava has a stock Java client try the same
     * @param onCommand shows the command line that does the same
     * @param onLog asks for the log of a device
     */
    ResultPanel(
            Words words,
            BenchViewModel bench,
            IntConsumer onEvent,
            Runnable onStay,
            Runnable onStockJava,
            Consumer<Run> onCommand,
            Runnable onLog) {
        this.words = words;
        this.bench = bench;
        this.onCommand = onCommand;
        diagnosis = new DiagnosisPanel(words, seen -> goTo(seen, onEvent), bench.remedies()::fix);
        causes = new CausesPanel(words, this::open);
        getStyleClass().add("result");
        nothing.getStyleClass().add("muted");
        nothing.setWrapText(true);
        nothing.setMinHeight(USE_PREF_SIZE);
        stay.setId("stay-connected");
        stay.setText(Key.LIVE.on(words, words.get("watch.stay")));
        stay.setMaxWidth(Double.MAX_VALUE);
        stay.setOnAction(_ -> onStay.run());
        stay.managedProperty().bind(stay.visibleProperty());
        checks.getStyleClass().add("checks");
        Button log = new Button(words.get("log.paste.short"));
        log.setId("paste-log");
        log.getStyleClass().add(Styles.SMALL);
        log.setAccessibleText(words.get("log.paste.title"));
        log.setTooltip(new Tooltip(Key.PASTE_HERE.on(words, words.get("log.paste.title"))));
        log.setOnAction(_ -> onLog.run());
        cause = new Card(
                words.get("bench.diagnosis"), new FittingScroll(Card.padded(causes, diagnosis, nothing, stay)), log);
        stockJava.setId("also-stock-java");
        stockJava.setText(words.get("bench.stock-java"));
        stockJava.getStyleClass().add(Styles.SMALL);
        stockJava.setTooltip(new Tooltip(words.get("bench.stock-java.text")));
        stockJava.setAccessibleHelp(words.get("bench.stock-java.text"));
        stockJava.setOnAction(_ -> onStockJava.run());
        also = new Card(words.get("bench.also-checked"), new FittingScroll(Card.padded(checks)), stockJava);
        getChildren().addAll(cause, also);
        bench.state().addListener((_, _, state) -> show(state));
        show(bench.state().get());
    }

    /** The cause gets the height that it needs, as long as a few checks can still be seen. */
    @Override
    protected void layoutChildren() {
        double room = Math.max(0, getHeight() - GAP - LEAST_CHECKS);
        double height = snapSizeY(Math.min(cause.prefHeight(getWidth()), room));
        cause.resizeRelocate(0, 0, getWidth(), height);
        also.resizeRelocate(0, height + GAP, getWidth(), getHeight() - height - GAP);
    }

    private void show(BenchState state) {
        switch (state) {
            case BenchState.Finished(Run run) -> show(run);
            case BenchState.Asking(var _, var _, Run run) -> show(run);
            case BenchState.Old(Recording old) -> show(old);
            case BenchState.Blocked(Diagnosis why) -> {
                causes.show(Conclusion.NONE);
                say(why, bench.remedies()::canCarryOut, Optional.empty());
                checks.getChildren().clear();
            }
            default -> {
                causes.show(Conclusion.NONE);
                diagnosis.clear();
                nothing.setText(words.get("bench.diagnosis.none-yet"));
                checks.getChildren().clear();
            }
        }
        diagnosis.setManaged(!diagnosis.getChildren().isEmpty());
        nothing.setVisible(diagnosis.getChildren().isEmpty());
        nothing.setManaged(nothing.isVisible());
        stockJava.setVisible(state instanceof BenchState.Finished(Run its)
                && !(its.verdict() instanceof Verdict.Cancelled)
                && !its.plan().endpoint().transport().isDeviceApi());
        stay.setVisible(state instanceof BenchState.Finished(Run run)
                && run.verdict() instanceof Verdict.Passed
                && !run.plan().endpoint().transport().isDeviceApi());
    }

    private void show(Run run) {
        show(
                run.verdict(),
                run.conclusion(),
                run.checks(),
                why -> say(why, bench.remedies()::canCarryOut, Optional.of(() -> onCommand.accept(run))));
    }

    /** What helped then is told, but not done: things may have changed since. */
    private void show(Recording old) {
        show(old.verdict(), old.conclusion(), old.checks(), why -> say(why, _ -> false, Optional.empty()));
    }

    private void show(Verdict verdict, Conclusion conclusion, List<Check> also, Consumer<Diagnosis> explain) {
        causes.show(conclusion);
        if (verdict instanceof Verdict.Failed(Diagnosis why)) {
            explain.accept(why);
            conclusion.first().ifPresent(this::open);
        } else {
            diagnosis.clear();
            boolean passed = verdict instanceof Verdict.Passed;
            nothing.setText(words.get(passed ? "bench.diagnosis.nothing-wrong" : "bench.diagnosis.none-yet"));
        }
        checks.getChildren().setAll(also.stream().map(this::check).toList());
    }

    private void say(Diagnosis why, Predicate<Remedy> possible, Optional<Runnable> commandLine) {
        can = possible;
        command = commandLine;
        diagnosis.show(why, can, command);
    }

    /** Opens one of the causes. */
    private void open(Hypothesis one) {
        diagnosis.show(one.cause(), can, command);
        Optional<Consumer<Experiment>> findOut =
                bench.finishedRun().isPresent() ? Optional.of(bench::findOut) : Optional.empty();
        diagnosis.getChildren().addAll(causes.more(one, findOut));
    }

    private HBox check(Check check) {
        Chip chip = new Chip(level(check.state()), words.get("bench.check." + check.state()));
        Label text = new Label(words.check(check.key(), check.args()));
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(chip, text);
        row.getStyleClass().add("check");
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private static Level level(Check.State state) {
        return switch (state) {
            case OK -> Level.OK;
            case WARNING -> Level.WARNING;
            case BAD -> Level.BAD;
            case SKIPPED -> Level.NEUTRAL;
        };
    }

    private static void goTo(Evidence seen, IntConsumer onEvent) {
        if (seen.place() instanceof Evidence.Place.InTimeline(int event)) {
            onEvent.accept(event);
        }
    }
}
