package dev.gangway.bench.net;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.NetDetail;
import dev.gangway.bench.event.NetDetail.TcpFault;
import dev.gangway.bench.event.Timeline;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Opens TCP connections: one address after the other, each with its own result in the timeline. */
public final class Dialer {
    /** An address that does not answer must not use up the time of the others. */
    private static final Duration SHARE = Duration.ofSeconds(4);

    private Dialer() {}

    /** Connects to the first address that takes it; empty where none does, or the run was stopped. */
    public static Optional<TracedSocket> dial(
            List<InetAddress> addresses, int port, Deadline deadline, Cancellation cancellation, Timeline timeline) {
        for (int i = 0; i < addresses.size(); i++) {
            if (i > 0 && (cancellation.isCancelled() || deadline.hasPassed())) {
                break;
            }
            boolean last = i == addresses.size() - 1;
            InetSocketAddress address = new InetSocketAddress(addresses.get(i), port);
            Optional<TracedSocket> wire =
                    tryOne(address, deadline, last ? deadline : deadline.orEarlier(SHARE), cancellation, timeline);
            if (wire.isPresent()) {
                return wire;
            }
        }
        return Optional.empty();
    }

    private static Optional<TracedSocket> tryOne(
            InetSocketAddress address, Deadline run, Deadline connect, Cancellation cancellation, Timeline timeline) {
        Socket socket = new Socket();
        String text = address.getAddress().getHostAddress();
        try (Cancellation.Registration stop = cancellation.onCancel(() -> TracedSocket.closeQuietly(socket))) {
            socket.setTcpNoDelay(true);
            socket.connect(address, connect.socketTimeoutMillis());
            timeline.note(
                    Layer.TCP,
                    "TCP connect",
                    text + ":" + address.getPort(),
                    new NetDetail.TcpConnected(text, address.getPort()),
                    Field.of("remote", socket.getRemoteSocketAddress().toString()),
                    Field.of("local", socket.getLocalSocketAddress().toString()));
            return Optional.of(new TracedSocket(socket, run, cancellation, timeline));
        } catch (IOException | UnresolvedAddressException e) {
            TracedSocket.closeQuietly(socket);
            noteFailure(address, text, e, cancellation, timeline);
            return Optional.empty();
        }
    }

    private static void noteFailure(
            InetSocketAddress address, String text, Exception cause, Cancellation cancellation, Timeline timeline) {
        if (cancellation.isCancelled()) {
            timeline.note(Layer.TCP, "TCP connect", "cancelled", new NetDetail.Closed(NetDetail.Ending.CANCELLED));
            return;
        }
        TcpFault fault = switch (cause) {
            case SocketTimeoutException _ -> TcpFault.TIMEOUT;
            case NoRouteToHostException _ -> hasRoute(address) ? TcpFault.PROHIBITED : TcpFault.NO_ROUTE;
            case PortUnreachableException _ -> TcpFault.REFUSED;
            case ConnectException _ -> TcpFault.REFUSED;
            case BindException _ -> TcpFault.OTHER; // EACCES: the system forbids it
            case SocketException _ -> hasRoute(address) ? TcpFault.RESET : TcpFault.NO_ROUTE;
            default -> TcpFault.OTHER;
        };
        String words = switch (fault) {
            case REFUSED -> "refused";
            case TIMEOUT -> "no answer";
            case NO_ROUTE -> "no route";
            case PROHIBITED -> "answered as unreachable";
            case RESET -> "reset at once";
            case OTHER -> "failed";
        };
        timeline.note(
                Layer.TCP,
                "TCP connect",
                text + ":" + address.getPort() + " " + words,
                new NetDetail.TcpFailed(text, address.getPort(), fault));
    }

    /** Asks the system, which sends nothing for it: the JDK has no exception of its own for ENETUNREACH. */
    private static boolean hasRoute(InetSocketAddress address) {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(address);
            return true;
        } catch (SocketException e) {
            return false;
        }
    }
}
