package dev.gangway.ui.shell;

import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.Screen;
import dev.gangway.ui.kit.Shortcut;
import dev.gangway.ui.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.collections.MapChangeListener;
import javafx.event.EventHandler;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What the keyboard can do: everywhere, and on the screen in view. */
final class Shortcuts {
    private static final KeyCombination ESCAPE = KeyCombination.valueOf("Esc");

    private static final int COLUMNS = 2;

    private final Scene scene;
    private final BooleanSupplier paused;
    private final List<Shortcut> everywhere;
    private List<Shortcut> here = List.of();

    /** A dialog takes Escape and Enter for its buttons, and takes them away when it goes. */
    private final MapChangeListener<KeyCombination, Runnable> restore = change -> {
        if (change.wasRemoved() && !change.wasAdded()) {
            all().stream()
                    .filter(shortcut -> shortcut.isBy(change.getKey()))
                    .findFirst()
                    .ifPresent(this::put);
        }
    };

    /** A dialog that is left by Enter takes Escape with it: what is missing at the next key comes back before that acts. */
    private final EventHandler<KeyEvent> complete = key -> {
        if (!paused()) {
            all().stream()
                    .filter(shortcut -> !accelerators().containsKey(shortcut.keys()))
                    .forEach(this::put);
        }
    };

    /** Some controls keep Escape for themselves, also where it means nothing to them. */
    private final EventHandler<KeyEvent> escape = key -> {
        if (key.getCode() == KeyCode.ESCAPE && isIdle(key.getTarget())) {
            Runnable action = accelerators().get(ESCAPE);
            if (action != null) {
                action.run();
                key.consume();
            }
        }
    };

    /** A button whose menu is closed, and rows that nobody edits in place. */
    private static boolean isIdle(EventTarget target) {
        return switch (target) {
            case MenuButton button -> !button.isShowing();
            case ListView<?> list -> !list.isEditable();
            case TableView<?> table -> !table.isEditable();
            case TreeView<?> tree -> !tree.isEditable();
            case TreeTableView<?> table -> !table.isEditable();
            default -> false;
        };
    }

    /** Tables keep F2 for themselves, as if their cells were edited: a key that means something here goes first. */
    private final EventHandler<KeyEvent> functionKeys = key -> {
        if (key.getCode().isFunctionKey()) {
            accelerators().entrySet().stream()
                    .filter(shortcut -> shortcut.getKey().match(key))
                    .findFirst()
                    .ifPresent(shortcut -> {
                        shortcut.getValue().run();
                        key.consume();
                    });
        }
    };

    /** Those that hold everywhere; while {@code paused}, for example under a dialog, none does anything. */
    Shortcuts(Scene scene, List<Shortcut> everywhere, BooleanSupplier paused) {
        this.scene = scene;
        this.paused = paused;
        this.everywhere = everywhere;
        everywhere.forEach(this::put);
        scene.getAccelerators().addListener(restore);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, complete);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, escape);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, functionKeys);
    }

    /** The keys that open the screen with this number, from 1; the tenth digit of a keyboard is 0, then Shift is added. */
    static KeyCombination screenKeys(int number) {
        return KeyCombination.valueOf((number <= 10 ? "Shortcut+" : "Shortcut+Shift+") + number % 10);
    }

    /** Puts those of this screen in place of those of the last one. */
    void show(Screen screen) {
        List<Shortcut> last = here;
        here = screen.shortcuts();
        last.forEach(shortcut -> scene.getAccelerators().remove(shortcut.keys()));
        everywhere.forEach(this::put);
        here.forEach(this::put);
    }

    /** All that hold now, those of the screen first. */
    List<Shortcut> all() {
        List<Shortcut> all = new ArrayList<>(here);
        all.addAll(everywhere);
        return all;
    }

    /** Takes all of them away. */
    void close() {
        scene.getAccelerators().removeListener(restore);
        scene.removeEventFilter(KeyEvent.KEY_PRESSED, complete);
        scene.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
        scene.removeEventFilter(KeyEvent.KEY_PRESSED, functionKeys);
        all().forEach(shortcut -> scene.getAccelerators().remove(shortcut.keys()));
    }

    /**
     * What the screen in view is for, and all that have keys: those of this screen, those that hold everywhere, and those of
     * the other screens.
     *
     * @param inView the screen's id
     * @param guide opens the guide in place of this
     */
    Panel panel(Words words, Optional<String> inView, Runnable guide, List<Screen> screens, Runnable close) {
        List<Node> groups = new ArrayList<>();
        groups.add(group(words, words.get("shortcuts.here"), here));
        groups.add(group(words, words.get("shortcuts.everywhere"), everywhere));
        screens.stream()
                .filter(screen -> screen.shortcuts().stream().anyMatch(Shortcut::hasKeys))
                .map(screen -> group(words, screen.title(), screen.shortcuts()))
                .forEach(groups::add);
        HBox columns = new HBox();
        columns.getStyleClass().add("shortcut-columns");
        for (int i = 0; i < COLUMNS; i++) {
            columns.getChildren().add(new VBox());
        }
        int[] rows = new int[COLUMNS];
        for (Node group : groups) { // each goes below the shortest column
            int at = IntStream.range(0, COLUMNS)
                    .boxed()
                    .min(Comparator.comparing(i -> rows[i]))
                    .orElse(0);
            rows[at] += ((GridPane) group).getRowCount() + 1;
            ((VBox) columns.getChildren().get(at)).getChildren().add(group);
        }
        Button done = new Button(words.get("dialog.close"));
        done.setCancelButton(true);
        done.setDefaultButton(true);
        done.setOnAction(event -> close.run());
        Button more = new Button(words.get("help.open"));
        more.setId("help-open");
        more.setOnAction(event -> guide.run());
        VBox content = new VBox();
        content.getStyleClass().add("form");
        inView.map(screen -> "help.screen." + screen).filter(words::has).ifPresent(key -> {
            Label what = new Label(words.get(key));
            what.setId("help-screen");
            what.setWrapText(true);
            what.setMinHeight(Label.USE_PREF_SIZE);
            content.getChildren().add(what);
        });
        content.getChildren().add(columns);
        return new Panel(words.get("shortcuts.title"), content, more, done).wide();
    }

    private static Node group(Words words, String title, List<Shortcut> shortcuts) {
        GridPane table = new GridPane();
        table.getStyleClass().add("shortcut-table");
        Label heading = new Label(title);
        heading.getStyleClass().add("strong");
        table.add(heading, 0, 0, 2, 1);
        int row = 1;
        for (Shortcut shortcut : shortcuts) {
            if (shortcut.hasKeys()) {
                Label keys = new Label(shortcut.display(words));
                keys.getStyleClass().add("key-cap");
                keys.setMinWidth(Label.USE_PREF_SIZE);
                Label what = new Label(shortcut.label());
                what.setWrapText(true);
                table.addRow(row++, keys, what);
            }
        }
        return table;
    }

    private boolean paused() {
        return paused.getAsBoolean();
    }

    private Map<KeyCombination, Runnable> accelerators() {
        return scene.getAccelerators();
    }

    private void put(Shortcut shortcut) {
        if (!shortcut.hasKeys()) {
            return;
        }
        scene.getAccelerators().put(shortcut.keys(), () -> {
            if (!paused.getAsBoolean()) {
                shortcut.action().run();
            }
        });
    }
}
