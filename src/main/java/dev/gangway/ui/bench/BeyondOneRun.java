package dev.gangway.ui.bench;

import dev.gangway.bench.export.Recording;
import dev.gangway.bench.model.Run;
import dev.gangway.device.Device;
import dev.gangway.ui.bench.compare.CompareViewModel;
import dev.gangway.ui.bench.compare.CompareViewModel.Side;
import dev.gangway.ui.bench.export.ExportSource;
import dev.gangway.ui.bench.export.RunExportPanel;
import dev.gangway.ui.bench.history.HistoryViewModel;
import dev.gangway.ui.bench.history.HistoryViewModel.HistoryRow;
import dev.gangway.ui.bench.series.MatrixViewModel;
import dev.gangway.ui.bench.series.ProofViewModel;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.TestSubject;
import dev.gangway.ui.text.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What the bench does with tests beyond running one: history, comparison, export, several at once. */
final class BeyondOneRun {
    private final ScreenContext around;
    private final Words words;
    private final BenchViewModel bench;
    private final RunFilesWork files;
    private final HistoryViewModel history;
    private final CompareViewModel comparison;
    private final MatrixViewModel matrix;
    private final ProofViewModel proof;
    private final Consumer<BenchView> show;

    /** Makes one; {@code show} brings a view of the bench into view. */
    BeyondOneRun(ScreenContext around, BenchViewModel bench, BenchParts parts, Consumer<BenchView> show) {
        this.around = around;
        this.words = around.words();
        this.bench = bench;
        this.show = show;
        files = parts.files();
        history = new HistoryViewModel(parts.history(), around.background());
        comparison = new CompareViewModel(around.background());
        matrix = new MatrixViewModel(parts.series(), around.work(), around.background());
        proof = new ProofViewModel(parts.series(), around.work(), around.background());
        bench.subject().addListener(_ -> refresh());
        bench.state().addListener((_, _, state) -> {
            if (state instanceof BenchState.Finished) {
                refresh();
            }
        });
    }

    HistoryViewModel history() {
        return history;
    }

    CompareViewModel comparison() {
        return comparison;
    }

    MatrixViewModel matrix() {
        return matrix;
    }

    ProofViewModel proof() {
        return proof;
    }

    /** Whether a finished test is in view, which can be compared and exported. */
    boolean hasRun() {
        return bench.recording().isPresent();
    }

    void showHistory() {
        if (device().isPresent()) {
            refresh();
            show.accept(BenchView.HISTORY);
        }
    }

    void showMatrix() {
        bench.plan().get().ifPresent(plan -> {
            matrix.show(plan);
            show.accept(BenchView.MATRIX);
        });
    }

    void showProof() {
        bench.plan().get().ifPresent(plan -> {
            proof.show(plan, device());
            show.accept(BenchView.PROOF);
        });
    }

    void showCommand() {
        bench.plan().get().ifPresent(plan -> CommandPanel.show(around, plan));
    }

    void startMatrix() {
        matrix.start(subject(), words.get("runs.matrix.work", "name", name()));
    }

    void startProof() {
        proof.start(subject(), words.get("runs.proof.work", "name", name()));
    }

    /** Puts an earlier test on the bench. */
    void open(HistoryRow row) {
        history.open(row, recording -> {
            bench.show(recording);
            show.accept(BenchView.RUN);
        });
    }

    /** Puts one of several tests on the bench. */
    void open(Run run) {
        bench.show(run);
        show.accept(BenchView.RUN);
    }

    /** Sets the test in view beside the newest pass that is another one. */
    void compareWithLastPass() {
        bench.recording()
                .ifPresent(now -> history.passBeside(now.startedAt())
                        .ifPresentOrElse(
                                this::compareWith,
                                () -> around.toasts().show(Level.INFO, words.get("runs.no-other-pass"))));
    }

    /** Sets the test in view beside an earlier one. */
    void compareWith(HistoryRow row) {
        if (!hasRun()) {
            around.toasts().show(Level.INFO, words.get("runs.nothing-to-compare"));
            return;
        }
        history.open(
                row,
                recording -> compareWith(words.get(row.passed() ? "runs.side.pass" : "runs.side.earlier"), recording));
    }

    /** Sets the test in view beside one from a file. */
    void compareWithFile() {
        if (hasRun()) {
            around.dialogs().openFiles(words.get("runs.choose-file"), List.of("*.json")).stream()
                    .findFirst()
                    .ifPresent(this::compareWith);
        }
    }

    void export() {
        Optional<ExportSource> source = bench.finishedRun()
                .<ExportSource>map(run -> new ExportSource.Fresh(name(), subject(), run))
                .or(() -> bench.recording().map(old -> new ExportSource.Kept(name(), subject(), old)));
        source.ifPresent(present -> RunExportPanel.show(around, present, files));
    }

    /** The vault is being locked: stops what runs. */
    void close() {
        matrix.stop();
        proof.stop();
    }

    private void compareWith(Path file) {
        around.background()
                .attempt(_ -> files.read(file))
                .start(
                        recording -> compareWith(String.valueOf(file.getFileName()), recording),
                        why -> around.dialogs().tell(words.get("runs.choose-file"), why));
    }

    private void compareWith(String name, Recording other) {
        bench.recording().ifPresent(now -> {
            comparison.compare(new Side(words.get("runs.side.this"), now), new Side(name, other));
            show.accept(BenchView.COMPARISON);
        });
    }

    private void refresh() {
        history.show(device().map(Device::id));
    }

    private Optional<Device> device() {
        return bench.subject()
                .get()
                .flatMap(subject -> subject instanceof TestSubject.OfDevice(Device device)
                        ? Optional.of(device)
                        : Optional.empty());
    }

    private String name() {
        return bench.subject().get().map(TestSubject::name).orElse("");
    }

    private String subject() {
        return device().map(Device::id)
                .map(UUID::toString)
                .or(() -> bench.plan().get().map(plan -> plan.endpoint().uri()))
                .orElse("");
    }
}
