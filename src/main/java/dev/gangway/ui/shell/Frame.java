package dev.gangway.ui.shell;

import dev.gangway.ui.kit.DropZone;
import dev.gangway.ui.kit.Screen;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.Shortcut;
import dev.gangway.ui.kit.WindowDialogs;
import dev.gangway.ui.kit.importing.ImportDialog;
import dev.gangway.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
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
        Rail rail = new Rail(parts.groups(), parts.deck()::open);
        BorderPane window = new BorderPane(parts.deck());
        window.setTop(new Header(parts.around(), parts.model(), search, parts.operator(), parts.lock()));
        window.setLeft(rail);
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
        pulse = new Timeline(
                new KeyFrame(Duration.seconds(1), event -> parts.model().tick()));
        pulse.setCycleCount(Animation.INDEFINITE);
        pulse.play();
        parts.model().tick();
    }

    /** Opens the screen of this id, or the first one. */
    void open(Optional<String> screen) {
        screen.or(() -> screens.stream().findFirst().map(Screen::id)).ifPresent(parts.deck()::open);
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
                    () -> parts.deck().open(screen.id())));
        }
        all.add(new Shortcut(Shortcuts.SEARCH, words.get("shortcuts.search"), search::begin));
        all.add(new Shortcut(
                Shortcuts.PASTE,
                words.get("importing.shortcut"),
                () -> parts.importing().openClipboard()));
        all.add(new Shortcut(Shortcuts.LOCK, words.get("header.lock"), parts.lock()));
        all.add(new Shortcut(Shortcuts.HELP, words.get("shortcuts.title"), this::help));
        return all;
    }

    private void help() {
        parts.dialogs().show(shortcuts.panel(parts.around().words(), parts.dialogs()::close));
    }

    private List<SearchHit> actions() {
        return shortcuts.all().stream()
                .filter(shortcut -> !shortcut.keys().equals(Shortcuts.SEARCH))
                .map(shortcut -> new SearchHit(shortcut.label(), shortcut.display(), shortcut.action()))
                .toList();
    }
}
