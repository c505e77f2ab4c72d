package dev.gangway.bench.mqtt;

import dev.gangway.background.Deadline;
import dev.gangway.bench.net.TracedSocket;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Sends what others ask for, in order and in a thread of its own, and a ping every now and then. A server that does not
 * read makes it wait, and in the end those who submit.
 */
final class PacketWriter {
    private static final int WAITING = 20_000;

    /** Packets that go out in one piece, where so many wait. */
    private static final int AT_ONCE = 64;

    private static final Duration FAREWELL = Duration.ofMillis(500);
    private static final Duration NO_PING = Duration.ofDays(1);

    private final TracedSocket wire;
    private final PacketChannel channel;
    private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread = Thread.ofVirtual().name("gangway-mqtt-writer").unstarted(this::run);
    private volatile Duration interval = NO_PING;
    private volatile boolean over;

    PacketWriter(TracedSocket wire, PacketChannel channel) {
        this.wire = wire;
        this.channel = channel;
    }

    /** Begins; with a keep-alive of zero without pings. */
    void start(Duration keepAlive) {
        if (keepAlive.isPositive()) {
            interval = keepAlive.multipliedBy(3).dividedBy(4);
        }
        thread.start();
    }

    /** Has something sent; ignored once the session is over. */
    void submit(Runnable sending) {
        try {
            while (!over && !waiting.offer(sending, 1, TimeUnit.SECONDS)) {
                // the server does not read; closing the connection ends this
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes the connection after what was submitted so far, where the server has not done so by then. */
    void leave() {
        submit(() -> {
            wire.push();
            try {
                if (!over) {
                    Thread.sleep(FAREWELL);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            wire.close();
        });
    }

    /** Ends; what still waits is dropped. */
    void stop() {
        over = true;
        thread.interrupt();
    }

    private void run() {
        Deadline ping = Deadline.in(interval);
        try {
            while (!over) {
                Runnable next = waiting.poll(ping.left().toNanos(), TimeUnit.NANOSECONDS);
                for (int i = 1; next != null && i <= AT_ONCE; i++) {
                    next.run();
                    next = i < AT_ONCE ? waiting.poll() : null;
                }
                if (ping.hasPassed()) {
                    channel.send(Packets.ping());
                    ping = Deadline.in(interval);
                }
                wire.push();
            }
        } catch (InterruptedException e) {
            // the session is over
        }
    }
}
