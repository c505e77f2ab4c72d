package dev.gangway.faultlab;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands between the bench and a good server of datagrams, and misbehaves in the place of one of the server's. For one
 * client.
 */
final class DatagramRelay implements AutoCloseable {
    private static final int LARGEST = 1200;

    /** After 64 kB of a flood, so that the rest of the machine gets its share. */
    private static final long BREATH_NANOS = 2_000_000;

    private final DatagramSocket front = socket();
    private final DatagramSocket back = socket();

    private DatagramRelay() {}

    /** Passes on so many datagrams of the server on this port, which is not asked for the next one. */
    static DatagramRelay start(int port, int passed, Stage stage) {
        DatagramRelay relay = new DatagramRelay();
        // threads of their own: sending datagrams never waits, so a flood would keep the carrier of a virtual one
        Thread.ofPlatform().daemon().start(() -> relay.run(port, passed, stage));
        return relay;
    }

    int port() {
        return front.getLocalPort();
    }

    private void run(int port, int passed, Stage stage) {
        try {
            DatagramPacket first = receive(front);
            SocketAddress client = first.getSocketAddress();
            SocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            back.send(new DatagramPacket(first.getData(), first.getLength(), server));
            Thread.ofPlatform().daemon().start(() -> forward(server));
            for (int i = 0; i < passed; i++) {
                DatagramPacket answer = receive(back);
                front.send(new DatagramPacket(answer.getData(), answer.getLength(), client));
            }
            if (passed > 0) {
                receive(back);
            }
            if (stage.misbehave(new To(client))) {
                close();
            }
        } catch (IOException e) {
            // closed: the attempt is over
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forward(SocketAddress server) {
        try {
            while (true) {
                DatagramPacket more = receive(front);
                back.send(new DatagramPacket(more.getData(), more.getLength(), server));
            }
        } catch (IOException e) {
            // closed: the attempt is over
        }
    }

    private static DatagramPacket receive(DatagramSocket socket) throws IOException {
        byte[] buffer = new byte[1 << 16];
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        return packet;
    }

    private static DatagramSocket socket() {
        try {
            return new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        front.close();
        back.close();
    }

    /** Each write becomes a datagram, or as many as it takes. */
    private final class To extends OutputStream {
        private final SocketAddress client;

        To(SocketAddress client) {
            this.client = client;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value});
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int at = 0; at < length; at += LARGEST) {
                byte[] part = Arrays.copyOfRange(bytes, offset + at, offset + Math.min(length, at + LARGEST));
                front.send(new DatagramPacket(part, part.length, client));
            }
            LockSupport.parkNanos(BREATH_NANOS);
        }
    }
}
