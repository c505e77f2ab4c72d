package dev.gangway.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Map;

/** Whether a window can come up on this machine, found out before JavaFX is touched: it would fail less clearly. */
enum Display {
    /** A window can come up. */
    USABLE,
    /** Linux without a session. */
    NONE,
    /** Linux with a Wayland session that lets no X11 program in: JavaFX draws through X11 alone. */
    WAYLAND_ONLY,
    /** Linux with a session but without GTK 3, which JavaFX draws through. */
    NO_GTK;

    /** Name of the library as the dynamic linker knows it. */
    private static final String GTK = "libgtk-3.so.0";

    private static final String FONTCONFIG = "libfontconfig.so.1";

    static Display find(Map<String, String> environment) {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        if (!linux || "Headless".equals(System.getProperty("glass.platform"))) {
            return USABLE;
        }
        return onLinux(environment);
    }

    /** What a Linux session says of itself in its environment. */
    static Display onLinux(Map<String, String> environment) {
        if (!isSet(environment, "DISPLAY")) {
            return isSet(environment, "WAYLAND_DISPLAY") ? WAYLAND_ONLY : NONE;
        }
        return canLoad(GTK) ? USABLE : NO_GTK;
    }

    /**
     * Whether fontconfig, which JavaFX asks for fonts on Linux, knows any; true where that cannot be found out. Asked only
     * after the window failed, as the answer takes a moment.
     */
    static boolean hasFonts() {
        try (Arena arena = Arena.ofConfined()) {
            Linker linker = Linker.nativeLinker();
            MethodHandle fonts = linker.downcallHandle(
                    SymbolLookup.libraryLookup(FONTCONFIG, arena).findOrThrow("FcConfigGetFonts"),
                    FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
            // FcFontSet begins with the number of its fonts; 0 asks for those of the system, null for the current
            // settings
            MemorySegment set = (MemorySegment) fonts.invokeExact(MemorySegment.NULL, 0);
            return !set.equals(MemorySegment.NULL)
                    && set.reinterpret(ValueLayout.JAVA_INT.byteSize()).get(ValueLayout.JAVA_INT, 0) > 0;
        } catch (Throwable cannotTell) { // of a method handle
            return true;
        }
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
