package dev.gangway.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.ui.text.Words;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Where no window can come up, the reason is told apart and said with the way out. */
class DisplayTest {
    @Test
    void aSessionOfWaylandAloneIsNoDisplayForJavaFx() {
        assertThat(Display.onLinux(Map.of())).isEqualTo(Display.NONE);
        assertThat(Display.onLinux(Map.of("DISPLAY", " "))).isEqualTo(Display.NONE);
        assertThat(Display.onLinux(Map.of("WAYLAND_DISPLAY", "wayland-0"))).isEqualTo(Display.WAYLAND_ONLY);
        assertThat(Display.onLinux(Map.of("DISPLAY", ":0", "WAYLAND_DISPLAY", "wayland-0")))
                .isIn(Display.USABLE, Display.NO_GTK);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void fontconfigIsAskedWithoutAnError() {
        assertThat(Display.hasFonts()).isTrue();
    }

    @Test
    void eachReasonHasItsWords() {
        Words.LANGUAGES.stream()
                .map(Words::load)
                .forEach(words -> assertThat(
                                Stream.of("app.no-display", "app.no-gtk", "app.wayland-only", "app.no-fonts"))
                        .allSatisfy(key -> assertThat(words.has(key)).isTrue()));
    }
}
