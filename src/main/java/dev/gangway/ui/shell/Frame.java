package dev.gangway.ui.shell;

import dev.gangway.ui.kit.DropZone;
import dev.gangway.ui.kit.FittingScroll;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.Screen;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.Shortcut;
import dev.gangway.ui.kit.WindowDialogs;
import dev.gangway.ui.kit.importing.ImportDialog;
import dev.gangway.ui.shell.SearchViewModel.SearchHit;
import dev.gangway.ui.text.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** The window while the vault is unlocked: bars, rail, and the screen in view. Used on the UI thread only. */
final class Frame extends StackPane {
    private final Parts parts;
    private final List<Screen> screens;
    private final Shortcuts shortcuts;
    private final Timeline pulse;

    /**
     * What a frame is built from.
     *
     * @param around what its screens were given
     * @param deck shows the screens
     * @param groups the screens as they stand in the rail
     * @param model what header and footer say
     * @param search finds devices, and the actions that it is given
     * @param dialogs the layer over it
     * @param importing takes files that are dropped anywhere, and what is pasted
     * @param operator who works here
     * @param lock locks the vault
     */
    record Parts(
            ScreenContext around,
            ScreenStack deck,
            List<RailGroup> groups,
            FrameViewModel model,
            Function<Supplier<List<SearchHit>>, SearchViewModel> search,
            WindowDialogs dialogs,
            ImportDialog importing,
            String operator,
            Runnable lock) {}

    Frame(Parts parts, Scene scene) {
        this.parts = parts;
        screens = RailGroup.all(parts.groups()).toList();
        Words words = parts.around().words();
        SearchBox search = new SearchBox(parts.search().apply(this::actions), words);
        Rail rail = new Rail(words, parts.groups(), parts.deck()::open);
        BorderPane window = new BorderPane(); // filled in the order in which one reads, which Tab follows
        window.setTop(new Header(parts.around(), parts.model(), search, parts.operator(), parts.lock()));
        FittingScroll beside = new FittingScroll(rail); // large text needs more than a low window has
        beside.setFitToHeight(true);
        beside.setMinWidth(USE_PREF_SIZE);
        rail.onMark(entry -> Platform.runLater(() -> beside.reveal(entry)));
        window.setLeft(beside);
        window.setCenter(parts.deck());
        window.setBottom(new Footer(parts.around(), parts.model()));
        getChildren().addAll(window, search.list());
        DropZone.takes(this, parts.importing()::open);
        setAlignment(search.list(), Pos.TOP_CENTER);
        shortcuts =
                new Shortcuts(scene, everywhere(search), () -> parts.dialogs().isShowing());
        parts.deck().fill(screens, screen -> {
            rail.mark(screen.id());
            shortcuts.show(screen);
        });
        parts.dialogs().home(parts.deck()::takeFocus);
        pulse = new Timeline(
                new KeyFrame(Duration.seconds(1), event -> parts.model().tick()));
        pulse.setCycleCount(Animation.INDEFINITE);
        pulse.play();
        parts.model().tick();
    }

    /** Begins to import these files and folders. */
    void importFiles(List<Path> files) {
        parts.importing().open(files);
    }

    /** Opens the screen of this id; without one the devices, which everybody has a use for, or else the first screen. */
    void open(Optional<String> screen) {
        List<String> ids = screens.stream().map(Screen::id).toList();
        screen.or(() -> ids.stream().filter(Navigator.DEVICES::equals).findFirst())
                .or(() -> ids.stream().findFirst())
                .ifPresent(parts.deck()::open);
    }

    /** The id of the screen in view. */
    Optional<String> inView() {
        return parts.deck().current().map(Screen::id);
    }

    /** What its screens were given. */
    ScreenContext around() {
        return parts.around();
    }

    /** Goes on with what was left half-done. */
    void finishOutbox() {
        parts.model().finishOutbox();
    }

    /** The screens go away: stops everything. */
    void close() {
        pulse.stop();
        shortcuts.close();
        parts.deck().close();
    }

    private List<Shortcut> everywhere(SearchBox search) {
        Words words = parts.around().words();
        List<Shortcut> all = new ArrayList<>();
        int number = 1;
        for (Screen screen : screens) {
            all.add(new Shortcut(
                    Shortcuts.screenKeys(number++),
                    words.get("shortcuts.open", "screen", screen.title()),
                    "",
                    true,
                    () -> parts.deck().open(screen.id())));
        }
        all.add(Shortcut.free(Key.SEARCH, words.get("shortcuts.search"), search::begin));
        all.add(Shortcut.free(
                Key.IMPORT,
                words.get("importing.button"),
                () -> parts.importing().open()));
        all.add(Shortcut.free(
                Key.PASTE,
                words.get("importing.shortcut"),
                () -> parts.importing().openClipboard()));
        all.add(Shortcut.named(words.get("practice.toggle"), true, () -> Footer.togglePractice(parts.around())));
        all.add(Shortcut.named(words.get("work.outbox.now"), true, this::finishOutbox));
        all.add(Shortcut.free(Key.LOCK, words.get("header.lock"), parts.lock()));
        all.add(Shortcut.free(Key.HELP, words.get("shortcuts.title"), this::help));
        return all;
    }

    private void help() {
        parts.dialogs()
                .show(shortcuts.panel(
                        parts.around().words(),
                        inView(),
                        () -> {
                            parts.dialogs().close();
                            parts.deck().open(Navigator.HELP);
                        },
                        screens.stream()
                                .filter(screen -> !inView().equals(Optional.of(screen.id())))
                                .toList(),
                        parts.dialogs()::close));
    }

    /** What can be done: on the screen in view, everywhere, then on every other screen. */
    private List<SearchHit> actions() {
        Words words = parts.around().words();
        Stream<SearchHit> now = shortcuts.all().stream()
                .filter(shortcut -> !shortcut.isBy(Key.SEARCH.keys()))
                .map(shortcut ->
                        new SearchHit(shortcut.label(), shortcut.also(), shortcut.display(words), shortcut.action()));
        Stream<SearchHit> elsewhere = screens.stream()
                .filter(screen -> !inView().equals(Optional.of(screen.id())))
                .flatMap(screen -> screen.shortcuts().stream()
                        .filter(shortcut -> !shortcut.isBy(Key.STOP.keys()))
                        .map(shortcut -> new SearchHit(
                                screen.title() + ": " + shortcut.label(),
                                shortcut.also(),
                                shortcut.display(words),
                                () -> doThere(screen, shortcut))));
        return Stream.concat(now, elsewhere).toList();
    }

    /** What is done to what is selected waits until a person has seen what that is. */
    private void doThere(Screen screen, Shortcut shortcut) {
        parts.deck().open(screen.id());
        if (shortcut.isFree()) {
            shortcut.action().run();
        } else {
            Words words = parts.around().words();
            String action = shortcut.label() + "  " + shortcut.display(words);
            parts.around().toasts().show(Level.INFO, words.get("search.choose-first", "action", action.strip()));
        }
    }
}
