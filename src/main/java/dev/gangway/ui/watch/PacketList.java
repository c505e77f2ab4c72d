package dev.gangway.ui.watch;

import dev.gangway.bench.event.Event;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.collections.ObservableListBase;

/**
 * The newest events of a session, as a table shows them; older ones make room. A full list only moves up: its listeners
 * hear nothing of that, because a table that is told of it builds all its rows anew; who shows it asks {@link #onMove}.
 * For the UI thread alone.
 */
final class PacketList extends ObservableListBase<Event> {
    private final Event[] ring;
    private int start;
    private int size;
    private IntConsumer onMove = rows -> {};

    /** An empty one that holds so many. */
    PacketList(int most) {
        ring = new Event[most];
    }

    /** Whom to tell that every event now stands so many rows further up, and that the first ones are gone. */
    void onMove(IntConsumer listener) {
        onMove = listener;
    }

    @Override
    public Event get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return ring[(start + index) % ring.length];
    }

    @Override
    public int size() {
        return size;
    }

    /** Adds the newest, in order; listeners hear once of rows that were not there. */
    void append(List<Event> newest) {
        int rows = Math.max(0, size + newest.size() - ring.length);
        int before = size;
        for (Event event : newest) {
            ring[(start + size) % ring.length] = event;
            if (size < ring.length) {
                size++;
            } else {
                start = (start + 1) % ring.length;
            }
        }
        if (size > before) {
            beginChange();
            nextAdd(before, size);
            endChange();
        }
        if (rows > 0) {
            onMove.accept(rows);
        }
    }

    /** Holds these instead. */
    void replace(List<Event> events) {
        List<Event> before = List.copyOf(this);
        List<Event> fitting = events.subList(Math.max(0, events.size() - ring.length), events.size());
        beginChange();
        Arrays.fill(ring, null);
        start = 0;
        size = fitting.size();
        for (int i = 0; i < size; i++) {
            ring[i] = fitting.get(i);
        }
        nextReplace(0, size, before);
        endChange();
    }
}
