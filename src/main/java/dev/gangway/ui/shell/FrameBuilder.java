package dev.gangway.ui.shell;

import dev.gangway.onboarding.Onboarding;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.PracticeSwitch;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.SecretClipboard;
import dev.gangway.ui.kit.Toasts;
import dev.gangway.ui.kit.WindowDialogs;
import dev.gangway.ui.kit.importing.ImportDialog;
import dev.gangway.ui.settings.SettingsScreen;
import dev.gangway.ui.settings.SettingsViewModel;
import dev.gangway.ui.text.Words;
import dev.gangway.ui.unlock.FirstTestPanel;
import dev.gangway.ui.unlock.FirstTestViewModel;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Scene;

/**
 * Builds the screens over an unlocked vault, and the frame around them.
 *
 * @param services what the window stands on
 * @param settings in use
 * @param practice turns the practice server on and off
 * @param idle counts how long nobody did anything
 * @param toasts layer of the window
 * @param dialogs layer of the window
 * @param clipboard of the system
 */
record FrameBuilder(
        AppServices services,
        SettingsViewModel settings,
        PracticeSwitch practice,
        IdleLock idle,
        Toasts toasts,
        WindowDialogs dialogs,
        SecretClipboard clipboard) {

    /** Builds them in this language; {@code lock} locks the vault. */
    Frame build(Session session, Words words, Scene scene, Runnable lock) {
        ScreenStack deck = new ScreenStack();
        ScreenContext around = new ScreenContext(
                words,
                services.background(),
                deck,
                dialogs,
                toasts,
                clipboard,
                session.work(),
                session.server(),
                practice,
                session.lastConnection());
        Runnable tryIt = () -> firstTest(session, around, "first.title", "first.text");
        List<RailGroup> groups = session.vault()
                .screens(new WindowVault.Given(
                        around,
                        new SettingsScreen(settings, around, services.vaultFile()),
                        session.freshRuns(),
                        tryIt));
        FrameViewModel model = new FrameViewModel(session, services.background(), words, idle, lock);
        return new Frame(
                new Frame.Parts(
                        around,
                        deck,
                        groups,
                        model,
                        search(session, deck),
                        dialogs,
                        new ImportDialog(around, session.vault().imports()),
                        services.operator(),
                        lock),
                scene);
    }

    /** Greets somebody who has just created a vault. */
    void welcome(Session session, ScreenContext around) {
        firstTest(session, around, "first.welcome.title", "first.welcome.text");
    }

    private Function<Supplier<List<SearchHit>>, SearchViewModel> search(Session session, Navigator navigator) {
        return actions -> new SearchViewModel(
                services.background(),
                () -> DeviceIndex.of(session.vault().devices().all()),
                row -> new SearchHit(
                        row.name(),
                        row.detail(),
                        () -> navigator.open(Navigator.DEVICES, row.id().toString())),
                actions);
    }

    private void firstTest(Session session, ScreenContext around, String title, String text) {
        FirstTestViewModel model = new FirstTestViewModel(
                session.vault().onboarding(),
                session.vault().devices(),
                practice,
                session.server(),
                services.background());
        FirstTestPanel panel =
                new FirstTestPanel(model, around.words(), dialogs::close, result -> see(session, around, result));
        dialogs.show(panel.panel(around.words().get(title), around.words().get(text)));
    }

    private static void see(Session session, ScreenContext around, Onboarding.Result result) {
        result.device().ifPresent(device -> {
            result.run().ifPresent(run -> session.freshRuns().put(device.id(), run));
            around.navigator().open(Navigator.BENCH, device.id().toString());
        });
    }
}
