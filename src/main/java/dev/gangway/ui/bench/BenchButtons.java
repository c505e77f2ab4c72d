package dev.gangway.ui.bench;

import atlantafx.base.theme.Styles;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.TestSubject;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;

/** The buttons beside the verdict: what can be done with what is on the bench. */
final class BenchButtons {
    private final Words words;
    private final BenchViewModel bench;
    private final BeyondOneRun beyond;
    private final SplitMenuButton compare = new SplitMenuButton();
    private final Button export = new Button();
    private final MenuButton more = new MenuButton();
    private final Button cancel = new Button();
    private final Button run = new Button();

    /** Makes them; {@code start} runs the test, {@code watch} stays connected as the device. */
    BenchButtons(Words words, BenchViewModel bench, BeyondOneRun beyond, Runnable start, Runnable watch) {
        this.words = words;
        this.bench = bench;
        this.beyond = beyond;
        compare.setId("compare");
        compare.setText(words.get("runs.compare-with"));
        compare.setTooltip(new Tooltip(Key.COMPARE.on(words, words.get("runs.compare"))));
        compare.setOnAction(_ -> beyond.compareWithLastPass());
        compare.getItems()
                .addAll(
                        item("runs.compare", "compare-pass", Optional.of(Key.COMPARE), beyond::compareWithLastPass),
                        item("runs.compare.history", "compare-history", Optional.empty(), beyond::showHistory),
                        item("runs.compare.file", "compare-file", Optional.empty(), beyond::compareWithFile));
        export.setId("export");
        export.setText(Key.EXPORT.on(words, words.get("runs.export")));
        export.setOnAction(_ -> beyond.export());
        more.setId("more");
        more.setText(words.get("runs.more"));
        more.getItems()
                .addAll(
                        item("runs.history", "history", Optional.of(Key.HISTORY), beyond::showHistory),
                        item("runs.matrix.open", "matrix", Optional.of(Key.MATRIX), beyond::showMatrix),
                        item("runs.proof.open", "proof", Optional.of(Key.PROOF), beyond::showProof),
                        item("diagnosis.command", "command", Optional.empty(), beyond::showCommand),
                        item("watch.stay", "watch", Optional.of(Key.LIVE), watch));
        cancel.setId("cancel-test");
        cancel.setText(Key.STOP.on(words, words.get("bench.cancel")));
        cancel.setOnAction(_ -> bench.cancel());
        run.setId("run-test");
        run.getStyleClass().add(Styles.ACCENT);
        run.setOnAction(_ -> start.run());
    }

    /** In the order in which they stand. */
    javafx.scene.Node[] all() {
        return new javafx.scene.Node[] {compare, export, more, cancel, run};
    }

    /** The one that runs the test. */
    Button run() {
        return run;
    }

    /** Shows what can be done now. */
    void refresh() {
        boolean busy = bench.isBusy();
        boolean finished = beyond.hasRun();
        run.setText(Key.TEST.on(words, words.get(finished ? "bench.run-again" : "bench.run")));
        show(run, !busy);
        show(cancel, busy);
        show(compare, finished);
        show(export, finished);
        show(more, !busy);
        boolean device = bench.subject().get().orElse(null) instanceof TestSubject.OfDevice;
        compare.getItems().get(1).setDisable(!device);
        more.getItems().getFirst().setDisable(!device);
        boolean planned = bench.plan().get().isPresent();
        more.getItems().stream().skip(1).forEach(item -> item.setDisable(!planned));
        more.getItems().getLast().setDisable(bench.connection().isEmpty());
    }

    private MenuItem item(String text, String id, Optional<Key> key, Runnable action) {
        MenuItem item =
                new MenuItem(key.map(its -> its.on(words, words.get(text))).orElseGet(() -> words.get(text)));
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static void show(javafx.scene.Node button, boolean visible) {
        button.setVisible(visible);
        button.setManaged(visible);
    }
}
