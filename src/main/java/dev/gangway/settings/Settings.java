package dev.gangway.settings;

import dev.gangway.stored.StoredAs;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person set for this program on this machine. Never a secret.
 *
 * @param language of the words
 * @param theme of the window
 * @param textPercent size of the text, 75 to 200
 * @param autoLock how long the vault stays open while nobody does anything; empty for always
 * @param clipboardClear how long a copied secret stays in the clipboard, 1 s to 5 min
 * @param server the one that was chosen last
 * @param logDetail how much goes into the log
 */
public record Settings(
        Language language,
        Theme theme,
        int textPercent,
        Optional<Duration> autoLock,
        Duration clipboardClear,
        Optional<UUID> server,
        LogDetail logDetail) {
    /** Smallest text. */
    public static final int MIN_TEXT_PERCENT = 75;
    /** Largest text. */
    public static final int MAX_TEXT_PERCENT = 200;

    /** Checks the ranges. */
    public Settings {
        if (textPercent < MIN_TEXT_PERCENT || textPercent > MAX_TEXT_PERCENT) {
            throw new IllegalArgumentException("textPercent " + textPercent);
        }
        if (autoLock.filter(Settings::isBadAutoLock).isPresent()) {
            throw new IllegalArgumentException("autoLock " + autoLock);
        }
        if (clipboardClear.toSeconds() < 1 || clipboardClear.toSeconds() > 300) {
            throw new IllegalArgumentException("clipboardClear " + clipboardClear);
        }
    }

    /** Language of the words. */
    public enum Language {
        /** As the system; English where the system speaks neither. */
        @StoredAs("system")
        SYSTEM,
        /** English. */
        @StoredAs("english")
        ENGLISH,
        /** German. */
        @StoredAs("german")
        GERMAN;

        /** The locale to use; numbers and dates follow the system's country where its language is the same. */
        public Locale locale(Locale system) {
            Locale wanted = switch (this) {
                case SYSTEM -> system;
                case ENGLISH -> Locale.ENGLISH;
                case GERMAN -> Locale.GERMAN;
            };
            return wanted.getLanguage().equals(system.getLanguage()) ? system : wanted;
        }
    }

    /** Colours of the window. */
    public enum Theme {
        /** As the system, and changes with it. */
        @StoredAs("system")
        SYSTEM,
        /** Dark on light. */
        @StoredAs("light")
        LIGHT,
        /** Light on dark. */
        @StoredAs("dark")
        DARK
    }

    /** How much goes into the log. */
    public enum LogDetail {
        /** What was done, how it ended, how long it took; no names. */
        @StoredAs("operations")
        OPERATIONS,
        /** The steps of that too, and what libraries say, which may name servers and devices. */
        @StoredAs("steps")
        STEPS
    }

    /** What holds before anybody set anything. */
    public static Settings defaults() {
        return new Settings(
                Language.SYSTEM,
                Theme.SYSTEM,
                100,
                Optional.of(Duration.ofMinutes(10)),
                Duration.ofSeconds(10),
                Optional.empty(),
                LogDetail.OPERATIONS);
    }

    /** The same in another language. */
    public Settings withLanguage(Language changed) {
        return new Settings(changed, theme, textPercent, autoLock, clipboardClear, server, logDetail);
    }

    /** The same with another theme. */
    public Settings withTheme(Theme changed) {
        return new Settings(language, changed, textPercent, autoLock, clipboardClear, server, logDetail);
    }

    /** The same with text of another size. */
    public Settings withTextPercent(int changed) {
        return new Settings(language, theme, changed, autoLock, clipboardClear, server, logDetail);
    }

    /** The same with another time to lock. */
    public Settings withAutoLock(Optional<Duration> changed) {
        return new Settings(language, theme, textPercent, changed, clipboardClear, server, logDetail);
    }

    /** The same with another time in the clipboard. */
    public Settings withClipboardClear(Duration changed) {
        return new Settings(language, theme, textPercent, autoLock, changed, server, logDetail);
    }

    /** The same with another server. */
    public Settings withServer(Optional<UUID> changed) {
        return new Settings(language, theme, textPercent, autoLock, clipboardClear, changed, logDetail);
    }

    /** The same with another log. */
    public Settings withLogDetail(LogDetail changed) {
        return new Settings(language, theme, textPercent, autoLock, clipboardClear, server, changed);
    }

    private static boolean isBadAutoLock(Duration wait) {
        return wait.toMinutes() < 1 || wait.toHours() > 24;
    }
}
