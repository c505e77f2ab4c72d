package dev.gangway.faultlab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A listener that never accepts, with its queue filled up, so that further connection requests go unanswered. */
final class FullQueue implements AutoCloseable {
    private static final int MORE_THAN_ANY_QUEUE = 50;
    private static final int TRY_MILLIS = 200;

    private final ServerSocket listener;
    private final List<Socket> waiting = new ArrayList<>();

    private FullQueue(ServerSocket listener) {
        this.listener = listener;
    }

    static FullQueue start() {
        FullQueue queue = withPlaces();
        try {
            queue.fill();
            return queue;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same before it is filled up. */
    static FullQueue withPlaces() {
        try {
            return new FullQueue(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    private void fill() throws IOException {
        InetSocketAddress address = new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
        for (int i = 0; i < MORE_THAN_ANY_QUEUE; i++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(address, TRY_MILLIS);
            } catch (SocketTimeoutException full) {
                return;
            }
        }
        throw new IOException("the queue takes everybody");
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : waiting) {
            socket.close();
        }
        listener.close();
    }
}
