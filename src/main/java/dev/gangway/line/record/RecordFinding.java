package dev.gangway.line.record;

import java.util.Locale;

/**
 * One thing that is not as it was written.
 *
 * @param kind what is wrong
 * @param line of the file, from 1; 0 where it is missing
 * @param station whose chain
 * @param number of the record; the first of several that are missing
 * @param last the last of several that are missing, else the same
 * @param serial of the unit, where it can be told
 */
public record RecordFinding(Kind kind, long line, String station, long number, long last, String serial) {
    /** What can be wrong. */
    public enum Kind {
        /** It does not say what was signed. */
        CHANGED,
        /** It is not in the file. */
        MISSING,
        /** It stands at another place than it was written. */
        SWAPPED,
        /** It is in the file twice. */
        DOUBLE,
        /** The line is no record. */
        NO_RECORD,
        /** Its station has no key in the head of the file. */
        UNKNOWN_STATION,
        /** The key in the file is not the one that was given. */
        OTHER_KEY,
        /** The file does not end with the signed end of the chain: later records may be missing. */
        NO_END;

        /** Stable, for JSON: {@code changed}, {@code no-end} and so on. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
