package dev.gangway.bench.logs;

import java.util.List;

/**
 * A code or line that was met.
 *
 * @param line its number, from 1
 * @param text the line without its secrets
 * @param code the code as it stands there; empty where the line is a code of its own
 * @param entries what it is; several where the same number means different things and nothing decides
 */
public record Sighting(int line, String text, String code, List<Entry> entries) {
    public Sighting {
        entries = List.copyOf(entries);
    }

    /** What it most probably is. */
    public Entry entry() {
        return entries.getFirst();
    }

    /** What it says. */
    public Meaning meaning() {
        return entry().meaning();
    }

    /** Whether nothing decides which of several it is. */
    public boolean isAmbiguous() {
        return entries.stream().map(Entry::meaning).distinct().count() > 1;
    }
}
