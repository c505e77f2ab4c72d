package dev.gangway.bench.coap;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.model.Capture;
import dev.gangway.secret.Secret;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the datagrams of one exchange as they were on the wire, for a capture, and passes them on. Bounded. Safe for use
 * by several threads.
 */
final class DatagramLog implements DatagramTap {
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_DATAGRAMS = 20_000;

    private final DatagramTap next;
    private final InetSocketAddress server;
    private final Timeline timeline;
    private final List<Capture.Segment> datagrams = new ArrayList<>();
    private Optional<InetSocketAddress> local = Optional.empty();
    private int bytes;

    DatagramLog(DatagramTap next, InetSocketAddress server, Timeline timeline) {
        this.next = next;
        this.server = server;
        this.timeline = timeline;
    }

    /** What was seen so far. */
    synchronized Capture capture(Secret keyLog) {
        return new Capture(Capture.Carrier.UDP, local, Optional.of(server), datagrams, keyLog);
    }

    @Override
    public synchronized void opened(InetSocketAddress ourEnd) {
        local = Optional.of(ourEnd);
    }

    @Override
    public void sent(byte[] datagram) {
        keep(Direction.OUT, datagram);
        next.sent(datagram);
    }

    @Override
    public void done() {
        next.done();
    }

    @Override
    public void received(byte[] datagram) {
        keep(Direction.IN, datagram);
        next.received(datagram);
    }

    @Override
    public void unreachable() {
        next.unreachable();
    }

    private synchronized void keep(Direction direction, byte[] datagram) {
        if (datagrams.size() < MOST_DATAGRAMS && bytes + datagram.length <= MOST_BYTES) {
            bytes += datagram.length;
            datagrams.add(new Capture.Segment(timeline.micros(), direction, datagram));
        }
    }
}
