package dev.gangway.ui.station;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server that can be shut and opened again at the same port, as a network that fails and comes back. */
final class Gate implements AutoCloseable {
    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket listening;

    /** Open, to this port of this machine. */
    Gate(int target) {
        this.target = target;
        listening = listen(0);
        port = listening.getLocalPort();
        accept(listening);
    }

    int port() {
        return port;
    }

    /** Nobody comes through any more, and who is through is cut off. */
    void shut() {
        quietly(listening::close);
        open.forEach(socket -> quietly(socket::close));
    }

    /** Open again. */
    void reopen() {
        listening = listen(port);
        accept(listening);
    }

    @Override
    public void close() {
        shut();
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket from) {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Socket in = from.accept();
                    Socket out = new Socket(InetAddress.getLoopbackAddress(), target);
                    open.add(in);
                    open.add(out);
                    pipe(in, out);
                    pipe(out, in);
                }
            } catch (IOException shut) {
                // nobody comes any more
            }
        });
    }

    private void pipe(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
                to.shutdownOutput();
            } catch (IOException cut) {
                quietly(from::close);
                quietly(to::close);
            }
        });
    }

    private interface Closing {
        void close() throws IOException;
    }

    private static void quietly(Closing what) {
        try {
            what.close();
        } catch (IOException already) {
            // it is closed
        }
    }
}
