package dev.gangway.ui.shell;

import dev.gangway.ui.kit.Screen;
import dev.gangway.ui.kit.Surroundings;
import dev.gangway.ui.settings.SettingsScreen;
import dev.gangway.ui.settings.SettingsViewModel;
import dev.gangway.ui.text.Words;
import java.util.List;

/**
 * All screens, as they stand in the rail. A new screen is added here and nowhere else.
 *
 * @param services what the window stands on
 * @param settings in use
 * @param session over the unlocked vault
 * @param around what every screen gets
 * @param tryIt begins the first test with the practice server
 */
record ScreenList(
        AppServices services, SettingsViewModel settings, Session session, Surroundings around, Runnable tryIt) {

    List<RailGroup> groups() {
        Words words = around.words();
        return List.of(
                new RailGroup(words.get("rail.line"), line()),
                new RailGroup(words.get("rail.debug"), debug()),
                new RailGroup(words.get("rail.vault"), vault()),
                new RailGroup("", List.of(new SettingsScreen(settings, around, services.vaultFile()))));
    }

    private List<Screen> line() {
        return List.of();
    }

    private List<Screen> debug() {
        return List.of();
    }

    private List<Screen> vault() {
        return List.of();
    }
}
