package dev.gangway.ui.watch;

import dev.gangway.background.Background;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.live.LiveSession;
import dev.gangway.bench.live.LiveState;
import dev.gangway.bench.live.Watcher;
import dev.gangway.bench.model.MqttMessage;
import dev.gangway.bench.model.Publication;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.server.DeviceInterface.Calls;
import dev.gangway.ui.watch.PacketFeed.Traffic;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * A live session between its own threads and the window: events wait in the feed, everything else is handed to the UI
 * thread. Safe for use by several threads.
 */
final class OpenSession implements Watcher {
    private final Background background;
    private final Told told;
    private final PacketFeed feed;
    private final Meter meter = new Meter();
    private final CountDownLatch attached = new CountDownLatch(1);
    private Optional<LiveSession> session = Optional.empty();
    private volatile Optional<Calls> calls = Optional.empty();
    private boolean closed;

    /** Who is told, on the UI thread, while the session was not closed. */
    interface Told {
        void state(LiveState state);

        void subscribed(Subscription subscription);

        void unsubscribed(String filter);

        void called(String topic);

        void problem(Diagnosis diagnosis);
    }

    OpenSession(Background background, int most, Runnable news, Told told) {
        this.background = background;
        this.told = told;
        feed = new PacketFeed(most, background, news);
    }

    /** How the server calls devices, where it does. */
    void listenFor(Optional<Calls> of) {
        calls = of;
    }

    /** The session is there now; it is closed at once where it came too late. */
    synchronized void attach(LiveSession opened) {
        if (closed) {
            opened.close();
        }
        session = Optional.of(opened);
        attached.countDown();
    }

    synchronized void leave() {
        session.ifPresent(LiveSession::leave);
    }

    synchronized void close() {
        closed = true;
        session.ifPresent(LiveSession::close);
    }

    void subscribe(String filter, int qos) {
        live().ifPresent(session -> session.subscribe(filter, qos));
    }

    void unsubscribe(String filter) {
        live().ifPresent(session -> session.unsubscribe(filter));
    }

    /** May wait for the server. */
    void publish(MqttMessage message) {
        live().ifPresent(session -> session.publish(message));
    }

    /** The events since the last call. */
    List<Event> take() {
        return feed.take();
    }

    Traffic traffic(long nanos) {
        Traffic now = feed.traffic(0);
        return feed.traffic(meter.rate(nanos, now.packets()));
    }

    /** All events that the session has kept. */
    List<Event> events() {
        return live().map(LiveSession::events).orElse(List.of());
    }

    @Override
    public void event(Event event) {
        feed.add(event);
    }

    @Override
    public void state(LiveState state) {
        awaitAttached(); // whoever hears of the connection may use it at once
        tell(listener -> listener.state(state));
    }

    private void awaitAttached() {
        try {
            attached.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void received(Publication message) {
        if (calls.filter(its -> its.isCall(message.topic())).isPresent()) {
            tell(listener -> listener.called(message.topic()));
        }
    }

    @Override
    public void subscribed(String filter, int qos) {
        tell(listener -> listener.subscribed(new Subscription(filter, qos)));
    }

    @Override
    public void unsubscribed(String filter) {
        tell(listener -> listener.unsubscribed(filter));
    }

    @Override
    public void problem(Diagnosis diagnosis) {
        tell(listener -> listener.problem(diagnosis));
    }

    private void tell(Consumer<Told> what) {
        background.onUi(() -> {
            if (!isClosed()) {
                what.accept(told);
            }
        });
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized Optional<LiveSession> live() {
        return session;
    }

    /** How many packets a second, over the last half second or so. For one thread. */
    static final class Meter {
        private static final long WINDOW_NANOS = 500_000_000;

        private long since;
        private long then;
        private long rate;
        private boolean running;

        /** The rate now; {@code total} packets so far. Changes twice a second. */
        long rate(long nanos, long total) {
            if (!running) {
                running = true;
                since = nanos;
                then = total;
            } else if (nanos - since >= WINDOW_NANOS) {
                rate = Math.round((total - then) * 1e9 / (nanos - since));
                since = nanos;
                then = total;
            }
            return rate;
        }
    }
}
