package dev.gangway.ui.station;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.ui.kit.Level;
import java.util.Map;
import java.util.Optional;

/**
 * Something to be read once, below the scan field: a key of the words with its values, or a diagnosis.
 *
 * @param key empty where {@code why} is there
 */
record Notice(Level level, String key, Map<String, Object> values, Optional<Diagnosis> why) {
    static Notice of(Level level, String key, Map<String, Object> values) {
        return new Notice(level, key, values, Optional.empty());
    }

    static Notice of(Diagnosis why) {
        return new Notice(Level.BAD, "", Map.of(), Optional.of(why));
    }
}
