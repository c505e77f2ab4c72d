package dev.gangway.ui.bench;

import dev.gangway.bench.export.Recording;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.Verdict;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.CopiedRow;
import dev.gangway.ui.kit.Copying;
import dev.gangway.ui.kit.EventDetails;
import dev.gangway.ui.kit.SecretClipboard;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One test: its timeline, the opened message below it, and what came of it. */
final class RunView extends HBox {
    /** Of the width; in a small window the timeline needs it more. */
    private static final double RESULT_SHARE = 0.36;

    private static final double NARROWEST_RESULT = 270;
    private static final double WIDEST_RESULT = 420;

    private final EventDetails details;
    private final TimelineTable table;

    /**
     * Makes the view.
     *
     * @param clipboard takes copies of rows, fields and bytes
     * @param onStay keeps the connection of a test that passed
     * @param onStockJava has a stock Java client try the same
     * @param onCommand shows the command line that does what a test did
     * @param onLog asks for the log of a device
     */
    RunView(
            Words words,
            BenchViewModel bench,
            SecretClipboard clipboard,
            Runnable onStay,
            Runnable onStockJava,
            Consumer<Run> onCommand,
            Runnable onLog) {
        table = new TimelineTable(words, bench.timeline());
        details = new EventDetails(words, clipboard);
        Copying.rows(
                table,
                words,
                clipboard,
                row -> row instanceof TimelineRow.Seen(var event, var _, var _) ? CopiedRow.of(words, event) : "");
        table.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> open(row));
        Chip events = Chip.plain("");
        Chip bytes = Chip.plain("");
        bench.timeline().rows().addListener((ListChangeListener<TimelineRow>) _ -> {
            events.setText(words.count("bench.events", bench.timeline().count()));
            bytes.setText(words.formats().bytes(bench.timeline().bytes()));
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        Card timeline = new Card(words.get("bench.timeline"), new VBox(table, details), events, bytes);
        ResultPanel result = new ResultPanel(words, bench, table::show, onStay, onStockJava, onCommand, onLog);
        widthProperty().addListener((_, _, width) -> {
            double share = Math.clamp(width.doubleValue() * RESULT_SHARE, NARROWEST_RESULT, WIDEST_RESULT);
            result.setMinWidth(share);
            result.setPrefWidth(share);
            result.setMaxWidth(share);
        });
        setHgrow(timeline, Priority.ALWAYS);
        getStyleClass().add("columns");
        getChildren().addAll(timeline, result);
        bench.state().addListener((_, _, state) -> {
            if (state instanceof BenchState.Finished || state instanceof BenchState.Old) {
                table.refresh(); // the time bars of earlier rows are parts of the whole run
            }
            failure(state).ifPresent(table::lead);
        });
    }

    private static Optional<Diagnosis> failure(BenchState state) {
        Optional<Verdict> verdict = switch (state) {
            case BenchState.Finished(Run run) -> Optional.of(run.verdict());
            case BenchState.Old(Recording old) -> Optional.of(old.verdict());
            default -> Optional.empty();
        };
        return verdict.flatMap(
                ended -> ended instanceof Verdict.Failed(Diagnosis why) ? Optional.of(why) : Optional.empty());
    }

    private void open(TimelineRow row) {
        if (row instanceof TimelineRow.Seen seen) {
            details.show(seen.event());
        } else {
            details.clear();
        }
    }
}
