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
 * @param experiments bounds for further connections after a refusal
 * @param motion what may move by itself
 */
public record Settings(
        Language language,
        Theme theme,
        int textPercent,
        Optional<Duration> autoLock,
        Duration clipboardClear,
        Optional<UUID> server,
        LogDetail logDetail,
        ExperimentLimit experiments,
        Motion motion) {
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
        GERMAN,
        /** Spanish. */
        @StoredAs("spanish")
        SPANISH;

        /** The locale to use; numbers and dates follow the system's country where its language is the same. */
        public Locale locale(Locale system) {
            Locale wanted = switch (this) {
                case SYSTEM -> system;
                case ENGLISH -> Locale.ENGLISH;
                case GERMAN -> Locale.GERMAN;
                case SPANISH -> Locale.of("es");
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
        DARK,
        /** White and bright colours on black, every edge drawn: at least 7 to 1 (WCAG 2.2, 1.4.6). */
        @StoredAs("high-contrast")
        HIGH_CONTRAST
    }

    /** What may move by itself. */
    public enum Motion {
        /** As the system says. */
        @StoredAs("system")
        SYSTEM,
        /** Nothing. */
        @StoredAs("reduced")
        REDUCED
    }

    /**
     * How many further connections a test makes by itself after a refusal: servers block who comes too often.
     *
     * @param most 0 to 10; with 0 the bench asks before each
     * @param within for all of them together, 1 s to 2 min
     */
    public record ExperimentLimit(int most, Duration within) {
        /** As the command line has it. */
        public static final ExperimentLimit USUAL = new ExperimentLimit(6, Duration.ofSeconds(15));

        public ExperimentLimit {
            if (most < 0 || most > 10 || within.toSeconds() < 1 || within.toSeconds() > 120) {
                throw new IllegalArgumentException(most + " within " + within);
            }
        }

        /** The same with so many. */
        public ExperimentLimit withMost(int changed) {
            return new ExperimentLimit(changed, within);
        }

        /** The same within this time. */
        public ExperimentLimit within(Duration changed) {
            return new ExperimentLimit(most, changed);
        }
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
                LogDetail.OPERATIONS,
                ExperimentLimit.USUAL,
                Motion.SYSTEM);
    }

    /** The same in another language. */
    public Settings withLanguage(Language changed) {
        return new Settings(
                changed, theme, textPercent, autoLock, clipboardClear, server, logDetail, experiments, motion);
    }

    /** The same with another theme. */
    public Settings withTheme(Theme changed) {
        return new Settings(
                language, changed, textPercent, autoLock, clipboardClear, server, logDetail, experiments, motion);
    }

    /** The same with text of another size. */
    public Settings withTextPercent(int changed) {
        return new Settings(language, theme, changed, autoLock, clipboardClear, server, logDetail, experiments, motion);
    }

    /** The same with another time to lock. */
    public Settings withAutoLock(Optional<Duration> changed) {
        return new Settings(
                language, theme, textPercent, changed, clipboardClear, server, logDetail, experiments, motion);
    }

    /** The same with another time in the clipboard. */
    public Settings withClipboardClear(Duration changed) {
        return new Settings(language, theme, textPercent, autoLock, changed, server, logDetail, experiments, motion);
    }

    /** The same with another server. */
    public Settings withServer(Optional<UUID> changed) {
        return new Settings(
                language, theme, textPercent, autoLock, clipboardClear, changed, logDetail, experiments, motion);
    }

    /** The same with another log. */
    public Settings withLogDetail(LogDetail changed) {
        return new Settings(
                language, theme, textPercent, autoLock, clipboardClear, server, changed, experiments, motion);
    }

    /** The same with other bounds for further connections. */
    public Settings withExperiments(ExperimentLimit changed) {
        return new Settings(language, theme, textPercent, autoLock, clipboardClear, server, logDetail, changed, motion);
    }

    /** The same with other motion. */
    public Settings withMotion(Motion changed) {
        return new Settings(
                language, theme, textPercent, autoLock, clipboardClear, server, logDetail, experiments, changed);
    }

    private static boolean isBadAutoLock(Duration wait) {
        return wait.toMinutes() < 1 || wait.toHours() > 24;
    }
}
