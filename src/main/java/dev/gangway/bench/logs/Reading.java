package dev.gangway.bench.logs;

import java.util.List;
import java.util.Locale;

/**
 * What a log says.
 *
 * @param lines how many there are
 * @param knownLines how many of them are known
 * @param unknownLines how many are neither known nor empty
 * @param sightings every code and line that is known, in the order of the lines
 * @param findings what went wrong, the most telling first
 * @param unknown the first of the lines that are not known
 * @param notes what has to be said about the log itself
 */
public record Reading(
        int lines,
        int knownLines,
        int unknownLines,
        List<Sighting> sightings,
        List<Finding> findings,
        List<UnknownLine> unknown,
        List<Note> notes) {
    public Reading {
        sightings = List.copyOf(sightings);
        findings = List.copyOf(findings);
        unknown = List.copyOf(unknown);
        notes = List.copyOf(notes);
    }

    /**
     * A line that nothing here knows.
     *
     * @param line its number, from 1
     * @param text the line without its secrets
     */
    public record UnknownLine(int line, String text) {}

    /** What has to be said about a log. The words are in the bundles under {@code log.note.<id>}. */
    public enum Note {
        /** It holds nothing. */
        EMPTY,
        /** It is no text; nothing was read. */
        BINARY,
        /** It is written in UTF-16 and was read so. */
        UTF_16,
        /** Only its beginning was read. */
        CUT,
        /** Very long lines were read in part. */
        LONG_LINES,
        /** Lines that repeat themselves were counted up to a number. */
        REPEATS,
        /** More findings than are shown. */
        MORE_FINDINGS,
        /** Nothing in it is known. */
        NOTHING_KNOWN,
        /** Something in it is known, and none of it is a fault. */
        NOTHING_WRONG;

        /** The stable name, for example {@code utf-16}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether it could be read as text at all. */
    public boolean isText() {
        return !notes.contains(Note.BINARY) && !notes.contains(Note.EMPTY);
    }
}
