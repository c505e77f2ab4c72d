package dev.gangway.faultlab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.function.IntPredicate;

/** Stands between a client and a UDP server of this machine, and keeps some of what the server sends. For one client. */
final class DatagramFilter implements AutoCloseable {
    private static final int LARGEST = 65_536;

    private final DatagramSocket front;
    private final DatagramSocket back;
    private final IntPredicate passes;
    private volatile SocketAddress client = new InetSocketAddress(0);

    private DatagramFilter(DatagramSocket front, DatagramSocket back, IntPredicate passes) {
        this.front = front;
        this.back = back;
        this.passes = passes;
    }

    /** Passes on those datagrams of the server for whose first byte, in DTLS the content type, this is true. */
    static DatagramFilter start(int port, IntPredicate passes) {
        try {
            InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            DatagramSocket back = new DatagramSocket(any);
            back.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            DatagramFilter relay = new DatagramFilter(new DatagramSocket(any), back, passes);
            Thread.ofVirtual().start(relay::forth);
            Thread.ofVirtual().start(relay::back);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return front.getLocalPort();
    }

    private void forth() {
        try {
            while (true) {
                DatagramPacket packet = receive(front);
                client = packet.getSocketAddress();
                packet.setSocketAddress(back.getRemoteSocketAddress());
                back.send(packet);
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void back() {
        try {
            while (true) {
                DatagramPacket packet = receive(back);
                if (passes.test(packet.getData()[0])) {
                    packet.setSocketAddress(client);
                    front.send(packet);
                }
            }
        } catch (IOException e) {
            // closed
        }
    }

    private static DatagramPacket receive(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        socket.receive(packet);
        return packet;
    }

    @Override
    public void close() {
        front.close();
        back.close();
    }
}
