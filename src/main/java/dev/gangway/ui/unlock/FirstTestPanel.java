package dev.gangway.ui.unlock;

import atlantafx.base.theme.Styles;
import dev.gangway.device.Device;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.onboarding.Step;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.VerdictBanner;
import dev.gangway.ui.text.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The first test, step by step as it happens, and the way to see all of it. */
public final class FirstTestPanel {
    private final FirstTestViewModel model;
    private final Words words;
    private final Runnable close;
    private final Runnable tour;
    private final Consumer<Onboarding.Result> onSee;
    private final VBox rows = new VBox();
    private final VerdictBanner verdict = new VerdictBanner();
    private final ProblemBox problem;
    private final Button go = new Button();

    /**
     * Makes one.
     *
     * @param close takes it away
     * @param tour shows the way round
     * @param onSee shows the device and its test on the test bench
     */
    public FirstTestPanel(
            FirstTestViewModel model, Words words, Runnable close, Runnable tour, Consumer<Onboarding.Result> onSee) {
        this.model = model;
        this.words = words;
        this.close = close;
        this.tour = tour;
        this.onSee = onSee;
        problem = new ProblemBox(words);
        rows.getStyleClass().add("steps");
        model.steps().addListener((MapChangeListener<Step.Name, Step>) change -> showSteps());
        model.stateProperty().subscribe(this::show);
    }

    /** What to show over the window; {@code title} and {@code text} say why it is there. */
    public Panel panel(String title, String text) {
        Label explanation = new Label(text);
        explanation.setWrapText(true);
        explanation.setMinHeight(Label.USE_PREF_SIZE);
        explanation.getStyleClass().add("muted");
        VBox content = new VBox(explanation, rows, verdict, problem);
        content.getStyleClass().add("form");
        Button later = new Button(words.get("first.close"));
        later.setCancelButton(true);
        later.setOnAction(event -> {
            model.cancel();
            close.run();
        });
        Button round = new Button(words.get("tour.start"));
        round.setId("first-tour");
        round.setOnAction(event -> {
            model.cancel();
            close.run();
            tour.run();
        });
        go.setId("first-test");
        go.setDefaultButton(true);
        go.getStyleClass().add(Styles.ACCENT);
        return new Panel(title, content, later, round, go);
    }

    private void show(FirstTestViewModel.State state) {
        verdict.setManaged(state instanceof FirstTestViewModel.State.Passed);
        verdict.setVisible(verdict.isManaged());
        problem.show(
                state instanceof FirstTestViewModel.State.Failed failed ? Optional.of(failed.why()) : Optional.empty());
        go.setDisable(state instanceof FirstTestViewModel.State.Running);
        switch (state) {
            case FirstTestViewModel.State.Ready ready -> button("first.start", model::start);
            case FirstTestViewModel.State.Running running -> button("first.running", () -> {});
            case FirstTestViewModel.State.Failed failed -> button("first.again", model::start);
            case FirstTestViewModel.State.Passed passed -> passed(passed.result());
        }
        showSteps();
    }

    private void passed(Onboarding.Result result) {
        verdict.show(
                Level.OK,
                words.get("first.passed"),
                words.get(
                        "first.passed.detail",
                        "device",
                        result.device().map(Device::name).orElse("")));
        button("first.see", () -> {
            close.run();
            onSee.accept(result);
        });
        Platform.runLater(go::requestFocus);
    }

    private void button(String key, Runnable action) {
        go.setText(words.get(key));
        go.setOnAction(event -> action.run());
    }

    private void showSteps() {
        rows.getChildren().clear();
        boolean begun = !(model.stateProperty().get() instanceof FirstTestViewModel.State.Ready);
        rows.setManaged(begun);
        rows.setVisible(begun);
        for (Step.Name name : Step.Name.values()) {
            rows.getChildren().add(row(name, model.steps().get(name)));
        }
    }

    private HBox row(Step.Name name, @Nullable Step step) {
        Step.State state = step == null ? Step.State.WAITING : step.state();
        Chip chip = new Chip(level(state), words.get("step.state." + lower(state)));
        chip.getStyleClass().add("step-chip");
        Label what = new Label(words.get("step." + lower(name)));
        what.getStyleClass().add("strong");
        Label detail = new Label(step == null ? "" : step.detail());
        detail.getStyleClass().add("muted");
        HBox row = new HBox(chip, what, detail);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("step-row");
        return row;
    }

    private static Level level(Step.State state) {
        return switch (state) {
            case WAITING, SKIPPED -> Level.NEUTRAL;
            case RUNNING -> Level.INFO;
            case DONE -> Level.OK;
            case FAILED -> Level.BAD;
        };
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
