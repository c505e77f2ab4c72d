package dev.gangway.ui.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Passes what comes to a port of this machine on to another one. */
final class PortRelay implements AutoCloseable {
    private final ServerSocket door;
    private final int target;

    private PortRelay(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    /** Opens one at this loopback address. */
    static PortRelay open(InetAddress address, int port, int target) throws IOException {
        PortRelay relay = new PortRelay(new ServerSocket(port, 10, address), target);
        Thread.ofVirtual().start(relay::accept);
        return relay;
    }

    private void accept() {
        try {
            while (true) {
                Socket near = door.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                Thread.ofVirtual().start(() -> copy(near, far));
                Thread.ofVirtual().start(() -> copy(far, near));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException over) {
            // one side is gone, and so is the other now
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
