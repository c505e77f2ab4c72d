package dev.gangway.ui.devices;

import atlantafx.base.theme.Styles;
import dev.gangway.ui.devices.DeviceJob.Result;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.NodeColumn;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.SegmentedButton;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A job over the window: how far it is, what came of each device, and those that failed once more. */
final class DeviceJobPanel {
    private final ScreenContext around;
    private final Words words;
    private final DeviceJob job;
    private final Label numbers = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button retry = new Button();
    private final Button stop = new Button();

    private enum Shown {
        ALL,
        FAILED
    }

    DeviceJobPanel(ScreenContext around, DeviceJob job) {
        this.around = around;
        this.words = around.words();
        this.job = job;
    }

    /** Shows it, and begins. */
    void open() {
        SegmentedButton<Shown> filter = new SegmentedButton<>(
                words.get("devices.job.show"),
                Shown.class,
                List.of(Shown.values()),
                which -> words.get("devices.job.show." + which),
                which -> job.showFailed(which == Shown.FAILED));
        filter.choose(Shown.ALL);
        bar.setPrefWidth(160);
        numbers.setId("job-numbers");
        HBox top = new HBox(bar, numbers, Card.spacer(), filter);
        top.getStyleClass().add("button-row");
        TableView<DeviceJob.Row> table = table();
        VBox content = new VBox(top, table);
        content.getStyleClass().add("form");
        Button close = new Button(words.get("dialog.close"));
        close.setId("job-close");
        close.setCancelButton(true);
        close.setOnAction(_ -> around.dialogs().close());
        stop.setId("job-stop");
        stop.setText(words.get("devices.job.stop"));
        stop.setOnAction(_ -> job.cancel());
        retry.setId("job-retry");
        retry.setDefaultButton(true);
        retry.getStyleClass().add(Styles.ACCENT);
        retry.setOnAction(_ -> job.retry());
        job.finished().addListener((_, _, _) -> refresh());
        job.running().addListener((_, _, _) -> refresh());
        around.dialogs().show(new Panel(job.label(), content, stop, close, retry).wide());
        job.start();
        refresh();
    }

    private void refresh() {
        boolean running = job.running().get();
        bar.setProgress((double) job.finished().get() / Math.max(1, job.total()));
        long failed = job.count(DeviceJob.Row::isFailed);
        numbers.setText(job.item()
                .map(item -> item.numbers(words))
                .orElseGet(() -> words.get(
                        "devices.job.over",
                        "done",
                        words.formats().number(job.count(row -> row.result() instanceof Result.Done)),
                        "failed",
                        words.formats().number(failed),
                        "total",
                        words.formats().number(job.total()))));
        stop.setDisable(!running);
        long again = failed + job.count(row -> row.result() instanceof Result.Stopped);
        retry.setText(words.count("devices.job.retry", again));
        retry.setDisable(running || again == 0);
    }

    private TableView<DeviceJob.Row> table() {
        TableView<DeviceJob.Row> table = new TableView<>(job.shown());
        table.setId("job-table");
        table.setAccessibleText(job.label());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(words.get("devices.job.none-failed")));
        table.setPrefHeight(340);
        table.getColumns().add(column("devices.column.NAME", 220, row -> {
            Label name = new Label(row.device().name());
            name.setTooltip(new Tooltip(row.device().name()));
            name.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
            return name;
        }));
        table.getColumns().add(column("devices.job.result", 460, this::result));
        VBox.setVgrow(table, Priority.ALWAYS);
        return table;
    }

    private Node result(DeviceJob.Row row) {
        return switch (row.result()) {
            case Result.Waiting _ -> new Chip(Level.NEUTRAL, words.get("devices.job.waiting"));
            case Result.Running _ -> new Chip(Level.NEUTRAL, words.get("devices.job.running"));
            case Result.Done _ -> new Chip(Level.OK, words.get("devices.job.done"));
            case Result.Stopped _ -> new Chip(Level.WARNING, words.get("devices.job.stopped"));
            case Result.Failed(var why) -> {
                Label title = new Label(words.title(why));
                title.setTooltip(new Tooltip(words.title(why) + "\n" + words.text(why)));
                HBox both = new HBox(new Chip(Level.BAD, words.get("devices.job.failed")), title);
                both.getStyleClass().add("button-row");
                yield both;
            }
        };
    }

    private TableColumn<DeviceJob.Row, DeviceJob.Row> column(
            String title, double width, Function<DeviceJob.Row, Node> content) {
        TableColumn<DeviceJob.Row, DeviceJob.Row> column = NodeColumn.of(words.get(title), width, content);
        column.setReorderable(false);
        return column;
    }
}
