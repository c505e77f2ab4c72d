package dev.gangway.ui.shell;

import dev.gangway.onboarding.Onboarding;
import dev.gangway.support.KnownNames;
import dev.gangway.support.SupportFile;
import dev.gangway.support.Version;
import dev.gangway.ui.help.HelpScreen;
import dev.gangway.ui.help.Tour;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.PracticeSwitch;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.SecretClipboard;
import dev.gangway.ui.kit.Toasts;
import dev.gangway.ui.kit.WindowDialogs;
import dev.gangway.ui.kit.importing.ImportDialog;
import dev.gangway.ui.settings.SettingsScreen;
import dev.gangway.ui.settings.SettingsViewModel;
import dev.gangway.ui.shell.SearchViewModel.SearchHit;
import dev.gangway.ui.text.Words;
import dev.gangway.ui.unlock.FirstTestPanel;
import dev.gangway.ui.unlock.FirstTestViewModel;
import dev.gangway.ui.unlock.LockReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Builds them in this language; {@code lock} locks the vault and says why. */
    Frame build(UnlockedSession session, Words words, Scene scene, Consumer<LockReason> lock) {
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
                        new SettingsScreen(
                                settings,
                                around,
                                new SettingsScreen.Parts(
                                        services.vaultFile(),
                                        services.operator(),
                                        List.of(Version.lines()),
                                        names -> support(session.vault(), names),
                                        session.vault(),
                                        services.clock())),
                        new HelpScreen(around, () -> new Tour(around).start()),
                        session.freshRuns(),
                        tryIt,
                        settings.settingsProperty()::get));
        FrameViewModel model =
                new FrameViewModel(session, services.background(), words, idle, () -> lock.accept(LockReason.IDLE));
        return new Frame(
                new Frame.Parts(
                        around,
                        deck,
                        groups,
                        model,
                        search(session, words, deck),
                        dialogs,
                        new ImportDialog(around, session.vault().imports()),
                        services.operator(),
                        () -> lock.accept(LockReason.BY_HAND)),
                scene);
    }

    private List<SupportFile.Part> support(WindowVault vault, boolean names) {
        List<SupportFile.Part> parts = new ArrayList<>(services.support().parts());
        if (names) {
            parts.add(KnownNames.part(vault.servers().all(), vault.devices().all(), vault::lastVerdict));
        }
        return parts;
    }

    /** Greets somebody who has just created a vault. */
    void welcome(UnlockedSession session, ScreenContext around) {
        firstTest(session, around, "first.welcome.title", "first.welcome.text");
    }

    private Function<Supplier<List<SearchHit>>, SearchViewModel> search(
            UnlockedSession session, Words words, Navigator navigator) {
        return actions -> new SearchViewModel(
                services.background(),
                () -> index(session.vault(), words),
                row -> new SearchHit(
                        row.name(),
                        "",
                        Stream.of(words.get("search.kind." + row.kind().name().toLowerCase(Locale.ROOT)), row.detail())
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining(" · ")),
                        () -> navigator.open(row.screen(), row.subject())),
                actions);
    }

    private static List<SearchIndex.Row> index(WindowVault vault, Words words) {
        return Stream.of(
                        SearchIndex.devices(vault.devices().all()),
                        SearchIndex.certificates(vault.inventory().all()),
                        SearchIndex.servers(vault.servers().all()),
                        SearchIndex.help(words))
                .flatMap(rows -> rows)
                .toList();
    }

    private void firstTest(UnlockedSession session, ScreenContext around, String title, String text) {
        FirstTestViewModel model = new FirstTestViewModel(
                session.vault().onboarding(),
                session.vault().devices(),
                practice,
                session.server(),
                services.background());
        FirstTestPanel panel = new FirstTestPanel(
                model,
                around.words(),
                dialogs::close,
                () -> new Tour(around).start(),
                result -> see(session, around, result));
        dialogs.show(panel.panel(around.words().get(title), around.words().get(text)));
    }

    private static void see(UnlockedSession session, ScreenContext around, Onboarding.Result result) {
        result.device().ifPresent(device -> {
            result.run().ifPresent(run -> session.freshRuns().put(device.id(), run));
            around.navigator().open(Navigator.BENCH, device.id().toString());
        });
    }
}
