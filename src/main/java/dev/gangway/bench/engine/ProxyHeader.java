package dev.gangway.bench.engine;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.Message;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.net.TracedSocket;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The line by which a load balancer tells a server who is behind it: PROXY protocol of HAProxy, version 1. */
final class ProxyHeader {
    private ProxyHeader() {}

    /** Sends it, and notes it; a failure is kept quiet, as the reason may be waiting to be read. */
    static void send(TracedSocket wire, OutputStream out, Timeline timeline) {
        byte[] line = line(wire.local(), wire.remote()).getBytes(StandardCharsets.US_ASCII);
        timeline.add(
                Layer.PROXY,
                Direction.OUT,
                Message.of("PROXY header", "version 1", new Detail.Plain(), List.of(), line));
        try {
            out.write(line);
            out.flush();
        } catch (IOException e) {
            // the reason may be waiting to be read
        }
    }

    static String line(Optional<InetSocketAddress> from, Optional<InetSocketAddress> to) {
        if (from.isEmpty() || to.isEmpty()) {
            return "PROXY UNKNOWN\r\n";
        }
        String family = from.get().getAddress() instanceof Inet6Address ? "TCP6" : "TCP4";
        return "PROXY %s %s %s %d %d\r\n"
                .formatted(
                        family,
                        from.get().getAddress().getHostAddress(),
                        to.get().getAddress().getHostAddress(),
                        from.get().getPort(),
                        to.get().getPort());
    }
}
