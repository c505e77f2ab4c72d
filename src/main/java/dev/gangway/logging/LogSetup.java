package dev.gangway.logging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.ConsoleHandler;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sets {@code java.util.logging} up as {@link OperationLog} wishes, when it is used for the first time. Public because
 * that library makes it ({@code java.util.logging.config.class}).
 */
public final class LogSetup {
    /** Size of one file, in bytes. */
    private static final int LARGEST = 512 * 1024;

    private static final int FILES = 4;

    /** {@code %g} is 0 for the newest; {@code %u} tells processes apart that run at the same time. */
    private static final String NAMES = "gangway.%u.%g.log";

    private static boolean used;
    private static @Nullable IOException problem;

    /** Kept, because {@code java.util.logging} forgets the level of a logger that nobody holds. */
    private static List<Logger> held = List.of();

    /** Made by {@code java.util.logging}. */
    public LogSetup() {
        setUp();
    }

    /** Why no file could be opened, or a line not be written, where that is so. */
    public static synchronized Optional<IOException> problem() {
        return Optional.ofNullable(problem);
    }

    /** Follows a changed wish; does nothing where nothing was ever logged. */
    static synchronized void renew() {
        if (used) {
            LogManager.getLogManager().reset();
            setUp();
        }
    }

    /** Sets it up, unless {@code java.util.logging} was first used after the wish and has done so itself. */
    static synchronized void ready() {
        LogManager manager = LogManager.getLogManager();
        if (!used) {
            manager.reset(); // somebody used it before us
            setUp();
        }
    }

    /** Closes the file, where one was opened. */
    static synchronized void close() {
        if (used) {
            LogManager.getLogManager().reset();
        }
    }

    private static synchronized void setUp() {
        used = true;
        problem = null;
        OperationLog.Wish wish = OperationLog.wish();
        Logger all = Logger.getLogger("");
        all.setLevel(Level.WARNING);
        Logger own = Logger.getLogger(OperationLog.OWN);
        own.setLevel(wish.detail().level());
        // What goes wrong on its wire is the subject of a test, and in its timeline.
        Logger wire = Logger.getLogger("org.eclipse.californium");
        wire.setLevel(Level.OFF);
        held = List.of(all, own, wire);
        wish.folder().flatMap(LogSetup::file).ifPresent(file -> all.addHandler(with(file, wish)));
        if (wish.shown()) {
            all.addHandler(with(new ConsoleHandler(), wish));
        }
    }

    private static Handler with(Handler handler, OperationLog.Wish wish) {
        handler.setLevel(Level.ALL);
        handler.setFormatter(new LogLine(wish.detail() == OperationLog.Detail.STEPS));
        return handler;
    }

    /** A full disk costs the log its lines and nobody his work; else a stack trace would go to standard error. */
    private static final class LostLines extends ErrorManager {
        @Override
        public void error(@Nullable String said, @Nullable Exception thrown, int code) {
            lost(thrown);
        }
    }

    private static synchronized void lost(@Nullable Exception thrown) {
        if (thrown instanceof IOException refused) {
            problem = refused;
        }
    }

    private static Optional<Handler> file(Path folder) {
        try {
            Files.createDirectories(folder);
            String pattern = folder.toString().replace("%", "%%") + "/" + NAMES;
            FileHandler handler = new FileHandler(pattern, LARGEST, FILES, true);
            handler.setErrorManager(new LostLines());
            return Optional.of(handler);
        } catch (IOException refused) {
            problem = refused;
            return Optional.empty();
        }
    }
}
