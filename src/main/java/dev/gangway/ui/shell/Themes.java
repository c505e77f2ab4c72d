package dev.gangway.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.gangway.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Scene;

/** Gives the window its colours and its text size, and follows the system where the settings say so. */
final class Themes {
    /** Text size of the design, in pixels, at 100 %. */
    private static final double TEXT_SIZE = 13.5;

    private final Scene scene;

    /** Held by this window alone: the system's preferences live as long as the program, and must not keep a closed one. */
    private final ChangeListener<Object> system = (property, was, is) -> apply(this.settings);

    private Settings settings;

    Themes(Scene scene, Settings settings) {
        this.scene = scene;
        this.settings = settings;
        Platform.getPreferences().colorSchemeProperty().addListener(new WeakChangeListener<>(system));
        Platform.getPreferences().reducedMotionProperty().addListener(new WeakChangeListener<>(system));
        apply(settings);
    }

    /** Changes what has changed. */
    void apply(Settings changed) {
        settings = changed;
        boolean dark = isDark();
        Application.setUserAgentStylesheet((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        List<String> sheets = new ArrayList<>(List.of(css("gangway")));
        if (dark) {
            sheets.add(css("gangway-dark"));
        }
        if (changed.theme() == Settings.Theme.HIGH_CONTRAST) {
            sheets.add(css("gangway-contrast"));
        }
        boolean still = changed.motion() == Settings.Motion.REDUCED
                || Platform.getPreferences().isReducedMotion();
        if (still) {
            sheets.add(css("gangway-still"));
        }
        scene.getStylesheets().setAll(sheets);
        scene.getPreferences().setReducedMotion(still);
        scene.getRoot().setStyle("-fx-font-size: " + TEXT_SIZE * changed.textPercent() / 100 + "px;");
        scene.getPreferences().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
    }

    private boolean isDark() {
        return switch (settings.theme()) {
            case LIGHT -> false;
            case DARK, HIGH_CONTRAST -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private static String css(String name) {
        return Objects.requireNonNull(Themes.class.getResource("/dev/gangway/ui/" + name + ".css"))
                .toExternalForm();
    }
}
