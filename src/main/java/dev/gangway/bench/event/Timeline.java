package dev.gangway.bench.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Collects the events of one run. Memory stays bounded whatever a server sends: beyond {@link #MAX_EVENTS} events
 * nothing is added, and beyond {@link #MAX_RAW_BYTES} in total the raw bytes and fields of further events are left
 * out. That of a live session never ends: it keeps its beginning and the newest events, and counts what it let go. Safe
 * for use by several threads.
 */
public final class Timeline {
    /** Number of events kept. */
    public static final int MAX_EVENTS = 4_000;

    /** Raw bytes kept, in total. */
    public static final int MAX_RAW_BYTES = 8 << 20;

    /** Number of events at the beginning of a live session that are kept. */
    public static final int BEGINNING = 500;

    /** Number of the newest events of a live session that are kept. */
    public static final int NEWEST = 10_000;

    private static final int MAX_RAW_OF_ONE = 1 << 20;

    /** In a live session, where events are many. */
    private static final int MAX_RAW_OF_MANY = 16 << 10;

    private static final long MAX_TAIL_BYTES = 48L << 20;

    private final long startNanos;
    private final List<Event> events = new ArrayList<>();
    private final Consumer<Event> live;
    private final Optional<Tail> tail;
    private boolean beginning = true;
    private int count;
    private int rawBytes;

    /**
     * Starts the clock.
     *
     * @param live receives each event as it is added, in the thread that adds it
     */
    public Timeline(Consumer<Event> live) {
        this(live, Optional.empty());
    }

    private Timeline(Consumer<Event> live, Optional<Tail> tail) {
        this(live, tail, System.nanoTime());
    }

    private Timeline(Consumer<Event> live, Optional<Tail> tail, long startNanos) {
        this.live = live;
        this.tail = tail;
        this.startNanos = startNanos;
    }

    /** One that goes on after these events, which ended just now; {@code live} receives only what comes. */
    public static Timeline after(List<Event> before, Consumer<Event> live) {
        long micros = before.isEmpty() ? 0 : before.getLast().atMicros();
        Timeline timeline = new Timeline(live, Optional.empty(), System.nanoTime() - micros * 1_000);
        timeline.events.addAll(before);
        timeline.count = before.size();
        timeline.rawBytes =
                before.stream().mapToInt(event -> event.raw().length).sum();
        return timeline;
    }

    /** One that goes on for ever; {@code live} as above. */
    public static Timeline endless(Consumer<Event> live) {
        return new Timeline(live, Optional.of(new Tail(NEWEST, MAX_TAIL_BYTES)));
    }

    /** Adds a message that is seen now. */
    public synchronized void add(Layer layer, Direction direction, Message message) {
        if (isFull()) {
            return;
        }
        boolean room = rawBytes + Math.min(message.raw().length, MAX_RAW_OF_ONE) <= MAX_RAW_BYTES;
        beginning = beginning && (tail.isEmpty() || count < BEGINNING && room);
        byte[] raw = room || !beginning ? capped(message.raw()) : new byte[0];
        Event event = new Event(
                count++,
                micros(),
                layer,
                direction,
                message.name(),
                message.bytes(),
                message.summary(),
                message.detail(),
                room || !beginning ? message.fields() : List.of(),
                raw);
        if (beginning) {
            rawBytes += raw.length;
            events.add(event);
        } else {
            tail.orElseThrow().add(event);
        }
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
        return tail.isEmpty() && events.size() >= MAX_EVENTS;
    }

    /** What was seen so far, without what was let go. */
    public synchronized List<Event> events() {
        List<Event> all = new ArrayList<>(events);
        tail.ifPresent(newest -> all.addAll(newest.events()));
        return List.copyOf(all);
    }

    /** Number of events that were let go: those between the beginning and the newest ones. */
    public synchronized long dropped() {
        return tail.map(Tail::dropped).orElse(0L);
    }

    private byte[] capped(byte[] raw) {
        int most = tail.isEmpty() ? MAX_RAW_OF_ONE : MAX_RAW_OF_MANY;
        return raw.length <= most ? raw : Arrays.copyOf(raw, most);
    }
}
