package dev.gangway.ui.batches;

import dev.gangway.ui.kit.DropZone;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.Screen;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.Shortcut;
import dev.gangway.ui.kit.StyleSheets;
import dev.gangway.ui.text.Words;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** Batches: a list and what its columns hold, the dry run, the run with its results. */
public final class BatchesScreen implements Screen {
    private static final List<String> PATTERNS = List.of("*.csv", "*.xlsx", "*.txt");

    private final ScreenContext around;
    private final Words words;
    private final BatchesViewModel model;
    private final StartPane start;
    private final ListPane list;
    private final RunPane run;
    private final StackPane root = new StackPane();

    /** Makes the screen. */
    public BatchesScreen(ScreenContext around, BatchWork work) {
        this.around = around;
        words = around.words();
        model = new BatchesViewModel(work, around.background(), around.work());
        start = new StartPane(around, model, this::choose);
        list = new ListPane(around, model, this::begin);
        run = new RunPane(around, model, this::resume, this::save);
        root.getStylesheets().add(StyleSheets.of(BatchesScreen.class, "batches.css"));
        root.getStyleClass().add("batches");
        DropZone.takes(root, files -> model.look(files.getFirst()));
        model.stage().subscribe(stage -> {
            root.getChildren()
                    .setAll(
                            switch (stage) {
                                case START -> start;
                                case LIST -> list;
                                case RUN -> run;
                            });
            focus();
        });
    }

    @Override
    public String id() {
        return Navigator.BATCHES;
    }

    @Override
    public String title() {
        return words.get("batches.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        model.load();
        focus();
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.free(Key.NEW, words.get("batches.new"), this::choose),
                Shortcut.of(Key.TEST, words.get("batches.check"), this::check),
                Shortcut.of(Key.SEND, words.get("batches.run"), this::begin),
                Shortcut.of(Key.PAUSE, words.get("batches.pause"), model.run()::pause),
                Shortcut.of(Key.FIND, words.get("batches.filter"), run::find),
                Shortcut.of(Key.EXPORT, words.get("batches.save"), this::save),
                Shortcut.named(words.get("batches.resume"), false, () -> resume(false)),
                Shortcut.named(words.get("batches.retry"), false, () -> resume(true)),
                Shortcut.of(Key.STOP, words.get("batches.stop"), this::stop));
    }

    @Override
    public void close() {
        model.close();
    }

    private void focus() {
        switch (model.stage().get()) {
            case START -> start.focus();
            case LIST -> list.focus();
            case RUN -> run.focus();
        }
    }

    private void choose() {
        if (model.run().isBusy()) {
            model.watch();
            return;
        }
        around.dialogs().openFiles(words.get("batches.new"), PATTERNS).stream()
                .findFirst()
                .ifPresent(model::look);
    }

    private void check() {
        if (model.stage().get() == BatchesViewModel.Stage.LIST) {
            model.list().check();
        }
    }

    private void begin() {
        if (model.stage().get() == BatchesViewModel.Stage.LIST) {
            if (model.list().units() == 0) {
                around.toasts().show(Level.INFO, words.get("batches.run.not-yet"));
                return;
            }
            model.begin(
                    label(model.list().list().get().map(known -> known.name()).orElse("")));
        }
    }

    private void resume(boolean again) {
        model.run()
                .resume(
                        again,
                        label(model.run()
                                .batch()
                                .get()
                                .map(batch -> name(batch.list()))
                                .orElse("")));
    }

    private String label(String name) {
        return words.get("batches.work", "file", name);
    }

    private void save() {
        if (model.stage().get() != BatchesViewModel.Stage.RUN) {
            return;
        }
        model.run()
                .batch()
                .get()
                .flatMap(batch -> around.dialogs().saveFile(words.get("batches.save"), name(batch.results())))
                .ifPresent(target -> model.save(
                        target,
                        () -> around.toasts()
                                .show(
                                        Level.OK,
                                        words.get("batches.saved", "file", String.valueOf(target.getFileName())))));
    }

    /** Escape stops what runs, and otherwise goes back. */
    private void stop() {
        switch (model.stage().get()) {
            case START -> {}
            case LIST -> {
                if (model.list().checking().get()) {
                    model.list().stop();
                } else {
                    model.back();
                }
            }
            case RUN -> {
                if (model.run().isBusy()) {
                    run.askToCancel();
                } else {
                    model.back();
                }
            }
        }
    }

    static String name(String path) {
        return String.valueOf(Path.of(path).getFileName());
    }
}
