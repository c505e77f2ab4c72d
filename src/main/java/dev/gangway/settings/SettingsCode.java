package dev.gangway.settings;

import dev.gangway.diagnosis.Code;

/** What can be wrong with the settings file. */
public enum SettingsCode implements Code {
    /** It cannot be read. */
    UNREADABLE,
    /** One of its lines says something that cannot be. */
    BAD_VALUE,
    /** It cannot be written. */
    NOT_WRITTEN;

    @Override
    public String family() {
        return "settings";
    }
}
