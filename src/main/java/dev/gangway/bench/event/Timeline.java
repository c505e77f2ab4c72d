package dev.gangway.bench.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects the events of one run. Memory stays bounded whatever a server sends: beyond {@link #MAX_EVENTS} events
 * nothing is added, and beyond {@link #MAX_RAW_BYTES} in total the raw bytes and fields of further events are left
 * out. Safe for use by several threads.
 */
public final class Timeline {
    /** Number of events kept. */
    public static final int MAX_EVENTS = 4_000;

    /** Raw bytes kept, in total. */
    public static final int MAX_RAW_BYTES = 8 << 20;

    private static final int MAX_RAW_OF_ONE = 1 << 20;

    private final long startNanos = System.nanoTime();
    private final List<Event> events = new ArrayList<>();
    private final Consumer<Event> live;
    private int rawBytes;

    /**
     * Starts the clock.
     *
     * @param live receives each event as it is added, in the thread that adds it
     */
    public Timeline(Consumer<Event> live) {
        this.live = live;
    }

    /** Adds a message that is seen now. */
    public synchronized void add(Layer layer, Direction direction, Message message) {
        if (isFull()) {
            return;
        }
        long atMicros = micros();
        boolean room = rawBytes + Math.min(message.raw().length, MAX_RAW_OF_ONE) <= MAX_RAW_BYTES;
        byte[] raw = room ? capped(message.raw()) : new byte[0];
        rawBytes += raw.length;
        Event event = new Event(
                events.size(),
                atMicros,
                layer,
                direction,
                message.name(),
                message.bytes(),
                message.summary(),
                message.detail(),
                room ? message.fields() : List.of(),
                raw);
        events.add(event);
        live.accept(event);
    }

    /** Adds something that happened here and sent nothing. */
    public void note(Layer layer, String name, String summary, Detail detail, Field... fields) {
        add(layer, Direction.NONE, Message.of(name, summary, detail, fields));
    }

    /** Microseconds since the start. */
    public long micros() {
        return (System.nanoTime() - startNanos) / 1_000;
    }

    /** Whether nothing more is taken. */
    public synchronized boolean isFull() {
        return events.size() >= MAX_EVENTS;
    }

    /** What was seen so far. */
    public synchronized List<Event> events() {
        return List.copyOf(events);
    }

    private static byte[] capped(byte[] raw) {
        return raw.length <= MAX_RAW_OF_ONE ? raw : Arrays.copyOf(raw, MAX_RAW_OF_ONE);
    }
}
