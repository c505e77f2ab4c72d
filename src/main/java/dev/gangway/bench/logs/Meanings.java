package dev.gangway.bench.logs;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All meanings, as {@code meanings.txt} lists them. */
final class Meanings {
    private final Map<String, Meaning> byId = new LinkedHashMap<>();

    /** Of the lines of the file: id, weight, causes with their certainty. */
    Meanings(List<String> lines) {
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> columns = Arrays.asList(line.strip().split("\\s+"));
            Meaning meaning = new Meaning(
                    columns.getFirst(),
                    Integer.parseInt(columns.get(1)),
                    columns.stream().skip(2).map(Meanings::cause).toList());
            if (meaning.isTrouble() == meaning.causes().isEmpty() || byId.put(meaning.id(), meaning) != null) {
                throw new IllegalStateException("meanings.txt: " + line);
            }
        }
    }

    /** The meaning of this id; a stack that names another is a mistake in its file. */
    Meaning get(String id) {
        Meaning meaning = byId.get(id);
        if (meaning == null) {
            throw new IllegalStateException("no such meaning: " + id);
        }
        return meaning;
    }

    Collection<Meaning> all() {
        return byId.values();
    }

    private static RankedCause cause(String column) {
        int colon = column.indexOf(':');
        String name = column.substring(0, colon).toUpperCase(Locale.ROOT).replace('-', '_');
        return new RankedCause(Cause.valueOf(name), Certainty.of(column.substring(colon + 1)));
    }
}
