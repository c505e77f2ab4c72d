package dev.gangway.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that treats whoever connects as it was told to. */
public final class HostileServer implements AutoCloseable {
    private final ServerSocket socket;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** What it does with a connection. */
    @FunctionalInterface
    public interface Manners {
        /** Treats one connection; it is closed afterwards. */
        void treat(InputStream in, OutputStream out) throws IOException, InterruptedException;
    }

    /** Starts one. */
    public HostileServer(Manners manners) throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> accept(manners));
    }

    /** Reads one packet or record's worth, then sends these bytes and waits. */
    public static Manners answering(byte[] bytes) {
        return (in, out) -> {
            in.read(new byte[4096]);
            out.write(bytes);
            out.flush();
            waitForEnd(in);
        };
    }

    /** Waits until the other side goes. */
    public static void waitForEnd(InputStream in) throws IOException {
        byte[] buffer = new byte[4096];
        while (in.read(buffer) >= 0) {
            // whatever it is
        }
    }

    /** The port it listens on. */
    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
    }

    private void accept(Manners manners) {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                Thread.ofVirtual().start(() -> treat(connection, manners));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void treat(Socket connection, Manners manners) {
        try (connection) {
            manners.treat(connection.getInputStream(), connection.getOutputStream());
        } catch (IOException | InterruptedException e) {
            // the guest has gone
        }
    }
}
