package dev.gangway.ui.watch;

import dev.gangway.bench.event.Event;
import java.util.List;
import javafx.collections.ObservableListBase;

/** The newest events of a session, as a table shows them; older ones make room. For the UI thread alone. */
final class PacketList extends ObservableListBase<Event> {
    private final Event[] ring;
    private int start;
    private int size;

    /** An empty one that holds so many. */
    PacketList(int most) {
        ring = new Event[most];
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

    /** Adds the newest, in order; listeners hear of it once. */
    void append(List<Event> newest) {
        List<Event> fitting = newest.subList(Math.max(0, newest.size() - ring.length), newest.size());
        int surplus = Math.max(0, size + fitting.size() - ring.length);
        beginChange();
        if (surplus > 0) {
            List<Event> gone = List.copyOf(subList(0, surplus));
            start = (start + surplus) % ring.length;
            size -= surplus;
            nextRemove(0, gone);
        }
        for (Event event : fitting) {
            ring[(start + size) % ring.length] = event;
            size++;
        }
        nextAdd(size - fitting.size(), size);
        endChange();
    }

    /** Holds these instead. */
    void replace(List<Event> events) {
        List<Event> before = List.copyOf(this);
        List<Event> fitting = events.subList(Math.max(0, events.size() - ring.length), events.size());
        beginChange();
        start = 0;
        size = fitting.size();
        for (int i = 0; i < size; i++) {
            ring[i] = fitting.get(i);
        }
        for (int i = size; i < ring.length; i++) {
            ring[i] = null;
        }
        nextReplace(0, size, before);
        endChange();
    }
}
