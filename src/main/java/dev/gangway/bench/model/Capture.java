package dev.gangway.bench.model;

import dev.gangway.bench.event.Direction;
import dev.gangway.secret.Secret;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of one TCP connection, or the datagrams of one exchange over UDP, as they were on the wire, and the secrets
 * to read them. Bounded: what came after the cap is left out.
 *
 * @param carrier what carried them
 * @param local our end
 * @param remote the other end
 * @param segments what was sent and received, in order
 * @param keyLog lines of NSS key log format (SSLKEYLOGFILE); empty where neither TLS nor DTLS was spoken
 */
public record Capture(
        Carrier carrier,
        Optional<InetSocketAddress> local,
        Optional<InetSocketAddress> remote,
        List<Segment> segments,
        Secret keyLog) {
    public Capture {
        segments = List.copyOf(segments);
    }

    /** What lies below. */
    public enum Carrier {
        TCP,
        UDP
    }

    /**
     * Bytes that were written or read at once; over UDP a datagram.
     *
     * @param atMicros microseconds since the run began
     * @param direction OUT or IN
     * @param bytes as on the wire, encrypted where TLS or DTLS was spoken
     */
    public record Segment(long atMicros, Direction direction, byte[] bytes) {}
}
