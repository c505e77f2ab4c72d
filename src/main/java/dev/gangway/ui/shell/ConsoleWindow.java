package dev.gangway.ui.shell;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.logging.OperationLog;
import dev.gangway.settings.Settings;
import dev.gangway.ui.kit.CutText;
import dev.gangway.ui.kit.Focus;
import dev.gangway.ui.kit.FocusRing;
import dev.gangway.ui.kit.KeptColumns;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.ModalLayer;
import dev.gangway.ui.kit.PracticeSwitch;
import dev.gangway.ui.kit.SecretClipboard;
import dev.gangway.ui.kit.ToastLayer;
import dev.gangway.ui.kit.Unexpected;
import dev.gangway.ui.kit.WindowDialogs;
import dev.gangway.ui.settings.SettingsViewModel;
import dev.gangway.ui.text.Words;
import dev.gangway.ui.unlock.LockReason;
import dev.gangway.ui.unlock.UnlockView;
import dev.gangway.ui.unlock.UnlockViewModel;
import dev.gangway.vault.VaultException;
import dev.gangway.vault.VaultLockedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The window of the program: asks for the vault, then shows the screens over it, until it is locked again.
 *
 * <p>Made on the UI thread; {@code app.Wiring} gives it what it stands on and a stage, calls {@link #show}, sends
 * exceptions that nobody caught to {@link #unexpected}, and calls {@link #close} before the program ends.
 */
public final class ConsoleWindow {
    private final AppServices services;
    private final Stage stage;
    private final WindowPlace place;
    private final KeptColumns columns;
    private final SettingsViewModel settings;
    private final PracticeSwitch practice;
    private final IdleLock idle;
    private final StackPane content = new StackPane();
    private final ModalLayer modal = new ModalLayer();
    private final ToastLayer toasts = new ToastLayer();
    private final Scene scene;
    private final Themes themes;
    private final FrameBuilder builder;
    private Words words;
    private final WindowDialogs dialogs;
    private final SecretClipboard clipboard;
    private @Nullable UnlockedSession session;
    private @Nullable Frame frame;
    private Optional<String> leftAt = Optional.empty();
    private List<Path> toImport = List.of();

    /** Builds the window; it is not shown yet. Reads the settings file. */
    public ConsoleWindow(AppServices services, Stage stage) {
        this.services = services;
        this.stage = stage;
        settings = new SettingsViewModel(services.settings(), services.background());
        practice = new PracticeSwitch(services.practice(), services.background());
        idle = new IdleLock(services.clock(), settings.get().autoLock());
        FocusRing ring = new FocusRing();
        scene = new Scene(new StackPane(content, toasts, modal, ring), WindowPlace.WIDTH, WindowPlace.HEIGHT);
        ring.follow(scene);
        CutText.explain(scene);
        columns = new KeptColumns(services.settings().path().resolveSibling(KeptColumns.FILE));
        columns.serve(scene);
        Focus.letTabLeave(scene);
        scene.addEventFilter(InputEvent.ANY, event -> idle.touch());
        themes = new Themes(scene, settings.get());
        keepLog(settings.get());
        words = words(settings.get());
        dialogs = new WindowDialogs(modal, () -> words, services.files());
        clipboard = new SecretClipboard(() -> settings.get().clipboardClear(), toasts, () -> words);
        builder = new FrameBuilder(services, settings, practice, idle, toasts, dialogs, clipboard);
        settings.settingsProperty().addListener((property, was, is) -> changed(was, is));
        stage.setScene(scene);
        stage.setTitle(words.get("product"));
        stage.setMinWidth(960);
        stage.setMinHeight(560);
        place = new WindowPlace(stage, services.settings().path().resolveSibling(WindowPlace.FILE));
        place.restore();
    }

    /** Shows the window with the question for the passphrase. */
    public void show() {
        ask(Optional.empty());
        stage.show();
        Platform.runLater(() -> WindowIcon.of(stage)); // reading pictures need not hold up the first of the window
        settings.problemProperty().subscribe(problem -> problem.ifPresent(this::tell));
    }

    /** Has these files and folders imported as soon as a vault is open; with none nothing happens. */
    public void importOnceOpen(List<Path> files) {
        toImport = List.copyOf(files);
    }

    /** Shows that something happened which must not, and logs it. From any thread. */
    public void unexpected(Throwable bug) {
        if (bug instanceof VaultLockedException) {
            return; // work that was still under way when the vault was locked
        }
        if (bug instanceof VaultException broken) {
            Platform.runLater(() -> dialogs.tell(words.get("unexpected.vault"), broken.diagnosis()));
            return;
        }
        Unexpected.log(bug);
        Platform.runLater(() ->
                dialogs.show(Unexpected.panel(bug, words, dialogs::close, () -> clipboard.copy(Unexpected.code(bug)))));
    }

    /**
     * Takes a secret out of the clipboard, locks the vault, keeps the window's place and the columns of its tables, and stops
     * the practice server; blocks until the last transaction is over.
     */
    public void close() {
        UnlockedSession open = session;
        try { // what must not stay comes before what should
            clipboard.clear();
            letGo();
        } finally {
            if (open != null) {
                open.close();
            }
        }
        place.keep();
        columns.keep();
        practice.close();
    }

    /** What its screens copy to, for tests. */
    SecretClipboard clipboard() {
        return clipboard;
    }

    private void ask(Optional<LockReason> why) {
        UnlockViewModel model = new UnlockViewModel(
                services.vaults(), services.vaultFile(), services.operator(), services.background());
        content.getChildren()
                .setAll(new UnlockView(
                        model,
                        words,
                        why,
                        passphrase ->
                                model.submit(passphrase, services.opening(), vault -> opened(vault, model.isFresh()))));
    }

    private void opened(WindowVault vault, boolean fresh) {
        session = UnlockedSession.open(
                vault, services.background(), services.clock(), settings.get().server());
        UnlockedSession open = session;
        open.server().reload();
        open.server()
                .selectedProperty()
                .addListener((property, was, is) ->
                        is.ifPresent(entry -> settings.change(now -> now.withServer(Optional.of(entry.id())))));
        idle.touch();
        Frame shown = showFrame(open, leftAt);
        if (fresh) {
            builder.welcome(open, shown.around());
        } else {
            shown.finishOutbox();
        }
        if (!toImport.isEmpty()) {
            shown.importFiles(toImport);
            toImport = List.of();
        }
    }

    private Frame showFrame(UnlockedSession open, Optional<String> screen) {
        Frame built = builder.build(open, words, scene, this::lock);
        frame = built;
        content.getChildren().setAll(built);
        built.open(screen);
        return built;
    }

    /** The screen in view comes back with the next unlocking. */
    private void lock(LockReason reason) {
        UnlockedSession open = session;
        if (open == null) {
            return;
        }
        leftAt = Optional.ofNullable(frame).flatMap(Frame::inView);
        letGo();
        content.getChildren().clear();
        services.background()
                .work(cancellation -> {
                    open.close();
                    return open;
                })
                .noted("lock", _ -> "done")
                .always(() -> ask(Optional.of(reason)))
                .start(closed -> {}, why -> dialogs.tell(words.get("unexpected.vault"), why));
    }

    private void letGo() {
        if (frame != null) {
            frame.close();
        }
        dialogs.close();
        frame = null;
        session = null;
    }

    private void changed(Settings was, Settings is) {
        themes.apply(is);
        keepLog(is);
        if (!was.autoLock().equals(is.autoLock())) {
            idle.waitFor(is.autoLock());
        }
        if (was.language() != is.language()) {
            Platform.runLater(this::speak); // not while the control that changed it is still at work
        }
    }

    private static void keepLog(Settings settings) {
        OperationLog.detail(
                switch (settings.logDetail()) {
                    case OPERATIONS -> OperationLog.Detail.OPERATIONS;
                    case STEPS -> OperationLog.Detail.STEPS;
                });
    }

    /** Builds everything anew in the language that is set. */
    private void speak() {
        words = words(settings.get());
        UnlockedSession open = session;
        Frame old = frame;
        if (open != null && old != null) {
            Optional<String> screen = old.inView();
            old.close();
            showFrame(open, screen);
        }
    }

    private void tell(Diagnosis problem) {
        toasts.show(Level.WARNING, words.title(problem));
    }

    private Words words(Settings from) {
        Locale locale = from.language().locale(services.systemLocale());
        return Words.load(locale);
    }
}
