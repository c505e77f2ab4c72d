package dev.gangway.ui.kit.job;

import atlantafx.base.theme.Styles;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.NodeColumn;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.SegmentedButton;
import dev.gangway.ui.kit.job.Job.Result;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A job over the window: how far it is, what came of each, and those that failed once more. For the UI thread alone.
 *
 * @param <T> what it is done to
 */
public final class JobPanel<T> {
    private final ScreenContext around;
    private final Words words;
    private final Job<T> job;
    private final Function<T, String> name;
    private final Label numbers = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button retry = new Button();
    private final Button stop = new Button();
    private final Button close = new Button();

    private final ProblemBox problem;
    private Runnable whenGone = () -> {};
    private boolean shown = true;

    private enum Shown {
        ALL,
        FAILED
    }

    /** Of a job that has not begun; {@code name} tells its subjects apart. */
    public JobPanel(ScreenContext around, Job<T> job, Function<T, String> name) {
        this.around = around;
        this.words = around.words();
        this.job = job;
        this.name = name;
        problem = new ProblemBox(words);
    }

    /** Shows it, and begins. */
    public void open() {
        SegmentedButton<Shown> filter = new SegmentedButton<>(
                words.get("job.show"),
                Shown.class,
                List.of(Shown.values()),
                which -> words.get("job.show." + which),
                which -> job.showFailed(which == Shown.FAILED));
        filter.choose(Shown.ALL);
        bar.setPrefWidth(160);
        numbers.setId("job-numbers");
        HBox top = new HBox(bar, numbers, Card.spacer(), filter);
        top.getStyleClass().add("button-row");
        TableView<Job.Row<T>> table = table();
        VBox content = new VBox(top, table, problem);
        content.getStyleClass().add("form");
        close.setText(words.get("dialog.close"));
        close.setId("job-close");
        close.setCancelButton(true);
        close.setOnAction(_ -> around.dialogs().close());
        stop.setId("job-stop");
        stop.setText(words.get("job.stop"));
        stop.setOnAction(_ -> job.cancel());
        retry.setId("job-retry");
        retry.setDefaultButton(true);
        retry.getStyleClass().add(Styles.ACCENT);
        retry.setOnAction(_ -> {
            problem.show(Optional.empty());
            job.retry();
        });
        job.finished().addListener((_, _, _) -> refresh());
        job.running().addListener((_, _, _) -> {
            refresh();
            endIfGone();
        });
        Panel panel = new Panel(job.label(), content, stop, close, retry).wide();
        around.dialogs().show(panel);
        panel.sceneProperty().addListener((_, _, scene) -> {
            shown = scene != null;
            endIfGone();
        });
        job.start();
        refresh();
    }

    /** Hears once the panel has gone and the job has ended, so that nothing can be tried again. */
    public JobPanel<T> whenGone(Runnable action) {
        whenGone = action;
        return this;
    }

    /** Says what went wrong beside what was done to each: here, or over the window where this has gone. */
    public void say(Diagnosis why) {
        if (shown) {
            problem.show(Optional.of(why));
        } else {
            around.dialogs().tell(job.label(), why);
        }
    }

    private void endIfGone() {
        if (!shown && !job.running().get()) {
            whenGone.run();
        }
    }

    private void refresh() {
        boolean running = job.running().get();
        bar.setProgress((double) job.finished().get() / Math.max(1, job.total()));
        long failed = job.count(Job.Row::isFailed);
        numbers.setText(job.item()
                .map(item -> item.numbers(words))
                .orElseGet(() -> words.get(
                        "job.over",
                        "done",
                        words.formats().number(job.count(row -> row.result() instanceof Result.Done)),
                        "failed",
                        words.formats().number(failed),
                        "total",
                        words.formats().number(job.total()))));
        stop.setDisable(!running);
        long again = failed + job.count(row -> row.result() instanceof Result.Stopped);
        retry.setText(words.count("job.retry", again));
        retry.setDisable(running);
        retry.setVisible(again > 0);
        retry.setManaged(again > 0);
        close.setDefaultButton(!running && again == 0);
    }

    private TableView<Job.Row<T>> table() {
        TableView<Job.Row<T>> table = new TableView<>(job.shown());
        table.setId("job-table");
        table.setAccessibleText(job.label());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(words.get("job.none-failed")));
        table.setPrefHeight(340);
        table.getColumns().add(column("job.name", 180, row -> {
            Label label = new Label(name.apply(row.subject()));
            label.setTooltip(new Tooltip(label.getText()));
            label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            return label;
        }));
        table.getColumns().getFirst().setMinWidth(180);
        table.getColumns().getFirst().setMaxWidth(260); // why it failed needs the room
        table.getColumns().add(column("job.result", 500, this::result));
        VBox.setVgrow(table, Priority.ALWAYS);
        return table;
    }

    private Node result(Job.Row<T> row) {
        return switch (row.result()) {
            case Result.Waiting _ -> new Chip(Level.NEUTRAL, words.get("job.waiting"));
            case Result.Running _ -> new Chip(Level.NEUTRAL, words.get("job.running"));
            case Result.Done _ -> new Chip(Level.OK, words.get("job.done"));
            case Result.Stopped _ -> new Chip(Level.WARNING, words.get("job.stopped"));
            case Result.Failed(var why) -> {
                Label title = new Label(words.title(why));
                title.setTooltip(new Tooltip(words.title(why) + "\n" + words.text(why)));
                HBox both = new HBox(new Chip(Level.BAD, words.get("job.failed")), title);
                both.getStyleClass().add("button-row");
                yield both;
            }
        };
    }

    private TableColumn<Job.Row<T>, Job.Row<T>> column(String title, double width, Function<Job.Row<T>, Node> content) {
        TableColumn<Job.Row<T>, Job.Row<T>> column = NodeColumn.of(words.get(title), width, content);
        column.setReorderable(false);
        return column;
    }
}
