package dev.gangway.app;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Locale;
import java.util.Map;

/** Whether a window can come up on this machine, found out before JavaFX is touched: it would fail less clearly. */
enum Display {
    /** A window can come up. */
    USABLE,
    /** Linux without an X11 or Wayland session. */
    NONE,
    /** Linux with a session but without GTK 3, which JavaFX draws through. */
    NO_GTK;

    /** Name of the library as the dynamic linker knows it. */
    private static final String GTK = "libgtk-3.so.0";

    static Display find(Map<String, String> environment) {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        if (!linux || "Headless".equals(System.getProperty("glass.platform"))) {
            return USABLE;
        }
        boolean session = isSet(environment, "DISPLAY") || isSet(environment, "WAYLAND_DISPLAY");
        if (!session) {
            return NONE;
        }
        return canLoad(GTK) ? USABLE : NO_GTK;
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }

    private static boolean canLoad(String library) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException missing) {
            return false;
        }
    }
}
