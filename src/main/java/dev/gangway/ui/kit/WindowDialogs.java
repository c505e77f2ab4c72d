package dev.gangway.ui.kit;

import atlantafx.base.theme.Styles;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.ui.text.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Dialogs as a layer of the window. Keeps the keyboard inside what is shown, and gives it back afterwards. */
public final class WindowDialogs implements Dialogs {
    private final ModalLayer layer;
    private final Supplier<Words> words;
    private final FilePicker files;
    private @Nullable Node before;
    private Runnable home = () -> {};

    /** Shows in this layer, which must lie over everything else in the scene; {@code words} may change. */
    public WindowDialogs(ModalLayer layer, Supplier<Words> words, FilePicker files) {
        this.layer = layer;
        this.words = words;
        this.files = files;
        layer.contentProperty().addListener((property, was, is) -> {
            if (is.isEmpty()) {
                giveBack();
            }
        });
        layer.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((focus, from, to) -> keepInside(to));
            }
        });
        layer.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                cancel();
                event.consume();
            }
        });
        layer.addEventFilter(KeyEvent.KEY_PRESSED, this::goRound);
    }

    /** Where the keyboard goes when what had it before is no longer in the window. */
    public void home(Runnable takesFocus) {
        home = takesFocus;
    }

    @Override
    public void ask(Question question, Runnable yes) {
        Label text = new Label(question.text());
        text.setWrapText(true);
        text.setMinHeight(Label.USE_PREF_SIZE);
        Button cancel = new Button(words.get().get("dialog.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> close());
        Button action = new Button(question.action());
        action.getStyleClass().add(question.destructive() ? Styles.DANGER : Styles.ACCENT);
        action.setDefaultButton(!question.destructive());
        action.setOnAction(event -> {
            close();
            yes.run();
        });
        show(new Panel(question.title(), text, cancel, action));
    }

    @Override
    public void show(Panel panel) {
        if (before == null) {
            before = layer.getScene().getFocusOwner();
        }
        layer.show(panel);
        panel.focusFirst();
        Platform.runLater(() -> {
            if (!Focus.isIn(panel)) {
                panel.focusFirst();
            }
        });
    }

    @Override
    public void tell(String title, Diagnosis why) {
        ProblemBox box = new ProblemBox(words.get());
        box.show(Optional.of(why));
        Optional<Node> covered = layer.contentProperty().get();
        Button back = new Button(words.get().get("dialog.close"));
        back.setDefaultButton(true);
        back.setCancelButton(true);
        back.setOnAction(event -> covered.ifPresentOrElse(
                content -> {
                    layer.show(content);
                    Platform.runLater(() -> Focus.moveInto(content));
                },
                this::close));
        show(new Panel(title, box, back));
    }

    @Override
    public void close() {
        layer.hide();
    }

    /** Escape does what the panel's own way out does: it may have something to stop or to decline. */
    private void cancel() {
        layer.contentProperty()
                .get()
                .flatMap(content -> content instanceof Panel panel ? panel.cancelButton() : Optional.empty())
                .ifPresentOrElse(Button::fire, this::close);
    }

    /** Whether something is shown now. */
    public boolean isShowing() {
        return layer.contentProperty().get().isPresent();
    }

    @Override
    public List<Path> openFiles(String title, List<String> patterns) {
        return files.open(window(), title, patterns, words.get().get("dialog.all-files"));
    }

    @Override
    public Optional<Path> openFolder(String title) {
        return files.folder(window(), title);
    }

    @Override
    public Optional<Path> saveFile(String title, String suggestedName) {
        return files.save(window(), title, suggestedName);
    }

    /** Tab goes from the last place of a dialog to its first, and back. */
    private void goRound(KeyEvent event) {
        List<Node> stops = layer.contentProperty().get().map(Focus::stops).orElse(List.of());
        if (event.getCode() != KeyCode.TAB || event.isShortcutDown() || stops.isEmpty()) {
            return;
        }
        Node from = event.isShiftDown() ? stops.getFirst() : stops.getLast();
        if (from.isFocused()) {
            (event.isShiftDown() ? stops.getLast() : stops.getFirst()).requestFocus();
            event.consume();
        }
    }

    private void giveBack() {
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        } else {
            home.run();
        }
        before = null;
    }

    private Window window() {
        return layer.getScene().getWindow();
    }

    private void keepInside(@Nullable Node focused) {
        layer.contentProperty().get().ifPresent(content -> {
            if (focused != null && !Focus.isInside(focused, content)) {
                Platform.runLater(() -> moveInto(content));
            }
        });
    }

    private static void moveInto(Node content) {
        if (content instanceof Panel panel && !Focus.isIn(panel)) {
            panel.focusFirst();
        }
        Focus.moveInto(content);
    }
}
