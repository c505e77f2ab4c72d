package dev.gangway.onboarding;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes what comes to a port of this machine on to another one, counts the connections, and cuts them when told to. */
public final class PortRelay implements AutoCloseable {
    private final ServerSocket door;
    private final int target;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile int accepted;

    private PortRelay(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    /** Opens one at this loopback address; port 0 takes any that is free. */
    public static PortRelay open(InetAddress address, int port, int target) throws IOException {
        PortRelay relay = new PortRelay(new ServerSocket(port, 10, address), target);
        Thread.ofVirtual().start(relay::accept);
        return relay;
    }

    /** Where it listens. */
    public int port() {
        return door.getLocalPort();
    }

    /** How many connections came. */
    public int accepted() {
        return accepted;
    }

    /** Ends the connections that stand; new ones are passed on. */
    public void cut() throws IOException {
        for (Socket each : open) {
            each.close();
        }
        open.clear();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes it
    private void accept() {
        try {
            while (true) {
                Socket near = door.accept();
                accepted++;
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                open.addAll(List.of(near, far));
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
        cut();
    }
}
