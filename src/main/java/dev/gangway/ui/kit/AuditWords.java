package dev.gangway.ui.kit;

import dev.gangway.ui.text.Words;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Entries of the audit log in words. What a later version wrote, and has no words here, is shown by its name. */
public final class AuditWords {
    private AuditWords() {}

    /** What was done. */
    public static String action(Words words, String name) {
        return orName(words, "audit.action." + name, name);
    }

    /** The details of it, those that are empty left out. */
    public static String details(Words words, Map<String, String> details) {
        return new TreeMap<>(details)
                .entrySet().stream()
                        .filter(detail -> !detail.getValue().isEmpty())
                        .map(detail -> orName(words, "audit.detail." + detail.getKey(), detail.getKey()) + ": "
                                + detail.getValue())
                        .collect(Collectors.joining(" · "));
    }

    private static String orName(Words words, String key, String name) {
        return words.has(key) ? words.get(key) : name;
    }
}
