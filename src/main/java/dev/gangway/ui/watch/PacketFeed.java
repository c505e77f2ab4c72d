package dev.gangway.ui.watch;

import dev.gangway.background.Background;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the threads of a session leave its events, and the window fetches them, once a frame. Holds no more than the
 * window shows: where that is slower, the oldest are let go, but counted. Safe for use by several threads.
 */
final class PacketFeed {
    private final int most;
    private final Background background;
    private final Runnable news;
    private ArrayDeque<Event> waiting = new ArrayDeque<>();
    private long sent;
    private long received;
    private long bytes;

    /**
     * An empty one.
     *
     * @param most events that wait
     * @param news called on the UI thread when there is something to fetch again
     */
    PacketFeed(int most, Background background, Runnable news) {
        this.most = most;
        this.background = background;
        this.news = news;
    }

    void add(Event event) {
        boolean first;
        synchronized (this) {
            first = waiting.isEmpty();
            waiting.addLast(event);
            if (waiting.size() > most) {
                waiting.removeFirst();
            }
            bytes += event.bytes();
            if (event.direction() == Direction.OUT) {
                sent++;
            } else if (event.direction() == Direction.IN) {
                received++;
            }
        }
        if (first) {
            background.onUi(news);
        }
    }

    /** What came since the last call. */
    synchronized List<Event> take() {
        List<Event> taken = new ArrayList<>(waiting);
        waiting = new ArrayDeque<>();
        return taken;
    }

    /** Everything that ever came, counted. */
    synchronized Traffic traffic(long perSecond) {
        return new Traffic(sent, received, bytes, perSecond);
    }

    /**
     * What went over a session so far.
     *
     * @param sent packets to the server
     * @param received packets from the server
     * @param bytes both ways
     * @param perSecond packets both ways, lately
     */
    public record Traffic(long sent, long received, long bytes, long perSecond) {
        /** Nothing yet. */
        public static final Traffic NONE = new Traffic(0, 0, 0, 0);

        /** Packets both ways. */
        public long packets() {
            return sent + received;
        }
    }
}
