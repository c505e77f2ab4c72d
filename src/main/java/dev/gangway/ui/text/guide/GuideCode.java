package dev.gangway.ui.text.guide;

import dev.gangway.diagnosis.Code;

/** What can go wrong with the guide. */
public enum GuideCode implements Code {
    /** It cannot be written where it was to be. */
    NOT_WRITTEN;

    @Override
    public String family() {
        return "guide";
    }
}
