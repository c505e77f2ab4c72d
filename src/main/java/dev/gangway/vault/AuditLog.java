package dev.gangway.vault;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was done with the vault's contents: entries chained by hash, so that none can be changed or taken out unseen. */
public interface AuditLog {
    /**
     * Appends an entry; on disk when this returns. No secret goes in. Where the clock was set back since the newest entry,
     * by more than a second, an entry that says so comes before it: the order of entries is that of their numbers.
     */
    void append(String action, String subject, Map<String, String> details);

    /** Action of the entry that a clock was set back; its details are what it {@code was} at least, and what it {@code is}. */
    String CLOCK_SET_BACK = "clock.set-back";

    /** Action of an entry that cannot be read any more; nothing but its number is known. */
    String DAMAGED = "audit.entry-damaged";

    /** The newest entries, newest first. One that is damaged is among them, and says so. */
    List<Entry> newest(int limit);

    /** Entries about one subject, newest first. */
    List<Entry> about(String subject, int limit);

    /** Checks the whole chain: empty where it is sound, else the number of the first entry that is not. */
    Optional<Long> firstBroken();

    /** Whether a clock that says this was set back after what happened then. */
    static boolean isSetBack(Instant now, Instant then) {
        return now.isBefore(then.minusSeconds(1));
    }

    /** Details of the entry that a clock was set back. */
    static Map<String, String> setBack(Instant now, Instant then) {
        return Map.of("was", then.toString(), "is", now.toString());
    }

    /**
     * One thing done.
     *
     * @param number from 1, without gaps
     * @param at when
     * @param actor operator or program
     * @param action stable name, for example {@code device.created}
     * @param subject what it was done to, for example a device's id
     */
    record Entry(long number, Instant at, String actor, String action, String subject, Map<String, String> details) {
        /** One of which nothing can be read. */
        public static Entry damaged(long number) {
            return new Entry(number, Instant.EPOCH, "", DAMAGED, "", Map.of());
        }

        /** Whether nothing but its number is known. */
        public boolean isDamaged() {
            return action.equals(DAMAGED);
        }
    }
}
