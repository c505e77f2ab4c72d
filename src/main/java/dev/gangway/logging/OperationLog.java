package dev.gangway.logging;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The log of this process. It begins with the first line: before that no file is opened and nothing of logging is
 * loaded. Libraries write into it through {@code java.util.logging}, warnings and worse. Safe for use by several
 * threads.
 */
public final class OperationLog {
    /** Name of our own logger; every other one is a library's. */
    static final String OWN = "dev.gangway";

    private static volatile Wish wish = new Wish(Optional.empty(), Detail.OPERATIONS, false);

    private OperationLog() {}

    /** How much is written. */
    public enum Detail {
        /** What was done, how it ended, how long it took. */
        OPERATIONS(Level.INFO),
        /** The steps of that too, and what libraries say, which may name servers and devices. */
        STEPS(Level.FINE);

        private final Level level;

        Detail(Level level) {
            this.level = level;
        }

        Level level() {
            return level;
        }
    }

    /**
     * How the log is to be kept.
     *
     * @param folder where; nothing is written without one
     * @param detail how much
     * @param shown whether it goes to standard error as well
     */
    record Wish(Optional<Path> folder, Detail detail, boolean shown) {}

    /**
     * Has the log be kept from now on; no file is opened yet.
     *
     * @param folder made with the first line where it is missing
     * @param detail how much is written
     * @param shown whether it goes to standard error as well
     */
    public static void keep(Path folder, Detail detail, boolean shown) {
        wish = new Wish(Optional.of(folder), detail, shown);
        // read by java.util.logging and SLF4J at their first use; SLF4J would else search every library for a provider
        System.setProperty("java.util.logging.config.class", LogSetup.class.getName());
        System.setProperty("slf4j.provider", "org.slf4j.jul.JULServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "WARN");
        LogSetup.renew();
    }

    /** Has more or less be written from now on. */
    public static void detail(Detail detail) {
        Wish now = wish;
        if (now.detail() != detail) {
            wish = new Wish(now.folder(), detail, now.shown());
            LogSetup.renew();
        }
    }

    /** Closes the file, where one was opened: the process is about to end. */
    public static void close() {
        LogSetup.close();
    }

    static Wish wish() {
        return wish;
    }

    /**
     * Something was done.
     *
     * @param operation what, such as {@code command test}; never a name that a person gave
     * @param state {@code done}, {@code cancelled}, or the stable code of a failure
     * @param took from its beginning to its end
     */
    public static void ended(String operation, String state, Duration took) {
        write(Level.INFO, operation + ": " + state + ", " + took.toMillis() + " ms");
    }

    /** A step of something that is still going on; written only where {@link Detail#STEPS} are asked for. */
    public static void step(String operation, String state) {
        write(Level.FINE, operation + ": " + state);
    }

    /** A bug of this program: what kind, and where. What the exception says may hold a name, so it is left out. */
    public static void bug(String code, Throwable thrown) {
        write(Level.SEVERE, "bug " + code + System.lineSeparator() + LogLine.trace(thrown));
    }

    private static void write(Level level, String line) {
        Wish now = wish;
        if (now.folder().isPresent() && level.intValue() >= now.detail().level().intValue()) {
            LogSetup.ready();
            Logger.getLogger(OWN).log(level, line);
        }
    }
}
