package dev.gangway.ui.help;

import dev.gangway.settings.Settings;
import org.junit.jupiter.api.Tag;

/** The same in German; for new pictures only: {@code -Dexcluded.groups= -Dit.test=GermanGuidePicturesIT}. */
@Tag("pictures")
class GermanGuidePicturesIT extends GuidePicturesIT {
    @Override
    protected Settings settings() {
        return super.settings().withLanguage(Settings.Language.GERMAN);
    }
}
