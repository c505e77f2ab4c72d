package dev.gangway.settings;

import dev.gangway.stored.StoredAs;

/** What can be set, by its name in a settings file. */
public enum Setting {
    /** Language of the words. */
    @StoredAs("language")
    LANGUAGE,
    /** Colours. */
    @StoredAs("theme")
    THEME,
    /** Size of the text, per cent. */
    @StoredAs("text-percent")
    TEXT_PERCENT,
    /** Minutes until the vault locks by itself; 0 for never. */
    @StoredAs("auto-lock-minutes")
    AUTO_LOCK,
    /** Seconds that a copied secret stays in the clipboard. */
    @StoredAs("clipboard-seconds")
    CLIPBOARD,
    /** Id of the server that was chosen last; a person's own, so no administrator fixes it. */
    @StoredAs("server")
    SERVER,
    /** How much goes into the log. */
    @StoredAs("log-detail")
    LOG_DETAIL,
    /** Most further connections after a refusal. */
    @StoredAs("experiments")
    EXPERIMENTS,
    /** Seconds for all of them. */
    @StoredAs("experiment-seconds")
    EXPERIMENT_SECONDS,
    /** What may move by itself. */
    @StoredAs("motion")
    MOTION
}
