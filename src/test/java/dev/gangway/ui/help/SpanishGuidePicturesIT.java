package dev.gangway.ui.help;

import dev.gangway.settings.Settings;
import org.junit.jupiter.api.Tag;

/** The same in Spanish; for new pictures only: {@code -Dexcluded.groups= -Dit.test=SpanishGuidePicturesIT}. */
@Tag("pictures")
class SpanishGuidePicturesIT extends GuidePicturesIT {
    @Override
    protected Settings settings() {
        return super.settings().withLanguage(Settings.Language.SPANISH);
    }
}
