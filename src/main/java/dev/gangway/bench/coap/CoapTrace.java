package dev.gangway.bench.coap;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.Message;
import dev.gangway.bench.event.NetDetail;
import dev.gangway.bench.event.Timeline;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Notes CoAP messages, decoded, with how often each was repeated. Safe for use by several threads. */
final class CoapTrace implements DatagramTap {
    private static final int ACK = 2;
    private static final int MOST = 256;

    private final InetSocketAddress server;
    private final String token;
    private final Timeline timeline;
    private volatile boolean acknowledging;
    private final Map<String, Integer> seen = new HashMap<>();
    private final CompletableFuture<Void> unreachable = new CompletableFuture<>();
    private final CompletableFuture<Void> acknowledged = new CompletableFuture<>();

    CoapTrace(InetSocketAddress server, String token, Timeline timeline) {
        this.server = server;
        this.token = token;
        this.timeline = timeline;
    }

    /** Completes when the host says that nothing listens there. */
    CompletableFuture<Void> whenUnreachable() {
        return unreachable;
    }

    /** Completes when an acknowledgement of ours went out. */
    CompletableFuture<Void> whenAcknowledged() {
        return acknowledged;
    }

    @Override
    public void sent(byte[] message) {
        note(Direction.OUT, message);
        if (message.length > 0 && (message[0] >> 4 & 3) == ACK) {
            acknowledging = true;
        }
    }

    /** An acknowledgement that only was about to be sent could be lost, for then all is closed. */
    @Override
    public void done() {
        if (acknowledging) {
            acknowledged.complete(null);
        }
    }

    @Override
    public void received(byte[] message) {
        note(Direction.IN, message);
    }

    @Override
    public void unreachable() {
        if (unreachable.complete(null)) {
            String address = server.getAddress().getHostAddress();
            timeline.add(
                    Layer.UDP,
                    Direction.IN,
                    Message.of(
                            "Port unreachable",
                            address + " says that nothing listens on UDP port " + server.getPort(),
                            new NetDetail.UdpUnreachable(address, server.getPort())));
        }
    }

    private void note(Direction direction, byte[] message) {
        timeline.add(Layer.COAP, direction, CoapDecoder.decode(message, token, repeated(direction, message)));
    }

    private synchronized int repeated(Direction direction, byte[] message) {
        if (seen.size() >= MOST) {
            return 0;
        }
        return seen.merge(direction + Arrays.toString(message), 0, (before, first) -> before + 1);
    }
}
