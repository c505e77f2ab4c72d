package dev.gangway.settings;

import dev.gangway.diagnosis.Code;

/** What can be wrong with the settings file. */
public enum SettingsCode implements Code {
    /** It cannot be read. */
    UNREADABLE,
    /** One of its lines says something that cannot be. */
    BAD_VALUE,
    /** It cannot be written. */
    NOT_WRITTEN,
    /** The administrator's file has a line that fixes nothing. */
    NOT_FIXED,
    /** The administrator's file cannot be read. */
    NONE_FIXED;

    @Override
    public String family() {
        return "settings";
    }
}
