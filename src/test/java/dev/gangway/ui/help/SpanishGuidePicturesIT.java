package dev.gangway.ui.help;

import dev.gangway.settings.Settings;

/** The same in Spanish. */
class SpanishGuidePicturesIT extends GuidePicturesIT {
    @Override
    protected Settings settings() {
        return super.settings().withLanguage(Settings.Language.SPANISH);
    }
}
