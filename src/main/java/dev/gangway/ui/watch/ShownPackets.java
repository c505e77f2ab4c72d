package dev.gangway.ui.watch;

import dev.gangway.bench.event.Event;
import dev.gangway.ui.watch.PacketFeed.Traffic;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The packets of a session as the list shows them: the newest that the query lets through. For the UI thread alone. */
final class ShownPackets {
    /** Packets that can be looked at. */
    static final int MOST = 10_000;

    /** How often the counters change: nobody reads them faster, and each change lays the window out anew. */
    private static final long COUNT_NANOS = 200_000_000;

    private final Supplier<Optional<OpenSession>> open;
    private final PacketList list = new PacketList(MOST);
    private final ReadOnlyObjectWrapper<Traffic> traffic = new ReadOnlyObjectWrapper<>(Traffic.NONE);
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private TopicQuery query = TopicQuery.ALL;
    private BooleanSupplier lookedAt = () -> false;
    private long counted;

    /**
     * None yet.
     *
     * @param open the session they come from, where one is open
     */
    ShownPackets(Supplier<Optional<OpenSession>> open) {
        this.open = open;
        paused.addListener((_, _, now) -> {
            if (!now) {
                refill();
            }
        });
    }

    /** For a table. */
    PacketList list() {
        return list;
    }

    /** How much went to and fro. */
    ReadOnlyObjectProperty<Traffic> traffic() {
        return traffic.getReadOnlyProperty();
    }

    /** Whether the list stands still while the session goes on. */
    BooleanProperty paused() {
        return paused;
    }

    /** Whether somebody looks at one of the packets: the list then stands still before it has to let that one go. */
    void lookedAt(BooleanSupplier asked) {
        lookedAt = asked;
    }

    /** Shows only packets on these topics: a part of their names, or an MQTT topic filter; all where it is empty. */
    void filter(String text) {
        query = new TopicQuery(text);
        refill();
    }

    /**
     * Takes over what came since the last frame.
     *
     * @param nanos time of the frame, on the clock that never jumps
     * @return whether there was anything
     */
    boolean frame(long nanos) {
        if (open.get().isEmpty()) {
            return false;
        }
        OpenSession session = open.get().get();
        List<Event> news = session.take();
        if (nanos - counted > COUNT_NANOS) {
            counted = nanos;
            traffic.set(session.traffic(nanos));
        }
        if (!news.isEmpty() && list.size() == MOST && lookedAt.getAsBoolean()) {
            paused.set(true);
        }
        if (!paused.get() && !news.isEmpty()) {
            list.append(news.stream().filter(query::matches).toList());
        }
        return !news.isEmpty();
    }

    /** Lets all packets go, for another session of the same connection. */
    void clear() {
        list.replace(List.of());
    }

    /** Lets all packets go and counts from nothing, for another connection. */
    void reset() {
        clear();
        traffic.set(Traffic.NONE);
    }

    private void refill() {
        open.get().ifPresent(session -> {
            session.take(); // they are among those that the session keeps
            list.replace(session.events().stream().filter(query::matches).toList());
        });
    }
}
