package dev.gangway.bench;

import dev.gangway.bench.event.Direction;
import dev.gangway.secret.Secret;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of one TCP connection as they were on the wire, and the secrets to read them. Bounded: what came after the
 * cap is left out.
 *
 * @param local our end
 * @param remote the other end
 * @param segments what was sent and received, in order
 * @param keyLog lines of NSS key log format (SSLKEYLOGFILE); empty where TLS was not spoken
 */
public record Capture(
        Optional<InetSocketAddress> local, Optional<InetSocketAddress> remote, List<Segment> segments, Secret keyLog) {
    public Capture {
        segments = List.copyOf(segments);
    }

    /**
     * Bytes that were written or read at once.
     *
     * @param atMicros microseconds since the run began
     * @param direction OUT or IN
     * @param bytes as on the wire, encrypted where TLS was spoken
     */
    public record Segment(long atMicros, Direction direction, byte[] bytes) {}
}
