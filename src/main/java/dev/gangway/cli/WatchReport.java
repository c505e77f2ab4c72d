package dev.gangway.cli;

import dev.gangway.bench.live.LiveSession;
import dev.gangway.bench.live.LiveState;
import dev.gangway.bench.live.Watcher;
import dev.gangway.bench.model.Publication;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What every report of a live session has to know, whatever it prints. */
abstract class WatchReport implements Watcher {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final AtomicLong delivered = new AtomicLong();
    private volatile Consumer<Publication> listener = message -> {};

    /** Whom to tell of messages. */
    void onMessage(Consumer<Publication> next) {
        listener = next;
    }

    /** Waits until the server has accepted us; false where it never did. */
    boolean awaitConnected(LiveSession session) throws InterruptedException {
        begun.await();
        return !session.state().isOver();
    }

    /** Waits until the server has taken so many messages of QoS 1 and 2, or the session is over. */
    void awaitDelivered(LiveSession session, long count) throws InterruptedException {
        boolean over = false;
        while (delivered.get() < count && !over) {
            over = session.await(Duration.ofMillis(20));
        }
    }

    @Override
    public void state(LiveState state) {
        print(state);
        if (!(state instanceof LiveState.Connecting)) {
            begun.countDown();
        }
    }

    @Override
    public void received(Publication message) {
        print(message);
        listener.accept(message);
    }

    @Override
    public void delivered(Publication message) {
        delivered.incrementAndGet();
    }

    abstract void print(LiveState state);

    abstract void print(Publication message);
}
