package dev.gangway.ui.bench.series;

import atlantafx.base.theme.Styles;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.text.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/** Starts several tests, says how far they are, and stops them. */
final class TestSeriesProgress extends HBox {
    private final Words words;
    private final Label says = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Button start = new Button();
    private final Button cancel = new Button();

    /** Makes one; the button says what {@code start} does. */
    TestSeriesProgress(Words words, TestSeriesViewModel<?> model, String label, String id, Runnable run) {
        this.words = words;
        getStyleClass().addAll("card-footer", "button-row");
        start.setText(label);
        start.setId(id);
        start.getStyleClass().add(Styles.ACCENT);
        start.setOnAction(_ -> run.run());
        cancel.setText(words.get("runs.series.cancel"));
        cancel.setId(id + "-cancel");
        cancel.setOnAction(_ -> model.cancel());
        bar.setPrefWidth(160);
        says.getStyleClass().add("muted");
        getChildren().addAll(says, bar, Card.spacer(), cancel, start);
        model.progress().addListener((_, _, progress) -> show(progress));
        show(model.progress().get());
    }

    private void show(TestSeriesViewModel.Progress progress) {
        boolean running = progress.isRunning();
        boolean here = start.isFocused() || cancel.isFocused();
        bar.setVisible(running);
        bar.setManaged(running);
        bar.setProgress(progress.total() == 0 ? 0 : (double) progress.done() / progress.total());
        cancel.setVisible(running);
        cancel.setManaged(running);
        start.setVisible(!running);
        start.setManaged(!running);
        start.setDisable(progress.total() == 0);
        if (here) {
            (running ? cancel : start).requestFocus(); // the keyboard stays where it was
        }
        says.setText(sentence(progress));
    }

    private String sentence(TestSeriesViewModel.Progress progress) {
        if (!progress.isRunning() && progress.done() == 0) {
            return "";
        }
        String key = !progress.isRunning()
                ? progress.done() < progress.total() ? "runs.series.stopped" : "runs.series.hint"
                : progress.pause().isZero() ? "runs.series.running" : "runs.series.waiting";
        return words.get(
                key,
                "done",
                words.formats().number(progress.done()),
                "total",
                words.formats().number(progress.total()),
                "seconds",
                words.formats().number(progress.pause().toSeconds() + 1));
    }
}
