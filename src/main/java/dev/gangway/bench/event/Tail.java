package dev.gangway.bench.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The newest events of a session that may last for ever; older ones are let go and counted. For one thread. */
final class Tail {
    private static final int WEIGHT_OF_EVENT = 300;
    private static final int WEIGHT_OF_FIELD = 120;
    private static final int MOST_OF_ONE = 128 << 10;

    private final int most;
    private final long mostBytes;
    private final ArrayDeque<Event> newest = new ArrayDeque<>();
    private long bytes;
    private long dropped;

    /**
     * An empty one.
     *
     * @param most events kept
     * @param mostBytes of memory that they may take, roughly; the newest event is always kept
     */
    Tail(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    void add(Event event) {
        newest.addLast(event);
        bytes += weight(event);
        while (newest.size() > 1 && (newest.size() > most || bytes > mostBytes)) {
            bytes -= weight(newest.removeFirst());
            dropped++;
        }
    }

    List<Event> events() {
        return new ArrayList<>(newest);
    }

    /** Number of events that were let go. */
    long dropped() {
        return dropped;
    }

    /** What is typed may hold as much as the message has, up to {@link #MOST_OF_ONE}, even where its bytes were cut. */
    private static long weight(Event event) {
        return WEIGHT_OF_EVENT
                + Math.max(event.raw().length, Math.min(event.bytes(), MOST_OF_ONE))
                + WEIGHT_OF_FIELD * count(event.fields());
    }

    private static long count(List<Field> fields) {
        long count = fields.size();
        for (Field field : fields) {
            count += count(field.children());
        }
        return count;
    }
}
