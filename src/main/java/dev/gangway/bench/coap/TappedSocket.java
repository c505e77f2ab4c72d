package dev.gangway.bench.coap;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.util.Arrays;

/**
 * A UDP socket that tells of every datagram. It is connected to the server, for only then does the system pass on that
 * a port is closed (ICMP).
 */
final class TappedSocket extends DatagramSocket {
    private final DatagramTap tap;

    TappedSocket(InetSocketAddress server, DatagramTap tap) throws IOException {
        this.tap = tap;
        connect(server);
        tap.opened((InetSocketAddress) getLocalSocketAddress());
    }

    @Override
    public void send(DatagramPacket packet) throws IOException {
        tap.sent(bytes(packet));
        try {
            super.send(packet);
            tap.done();
        } catch (PortUnreachableException e) {
            tap.unreachable();
            throw e;
        }
    }

    @Override
    public void receive(DatagramPacket packet) throws IOException {
        try {
            super.receive(packet);
        } catch (PortUnreachableException e) {
            tap.unreachable();
            throw e;
        }
        tap.received(bytes(packet));
    }

    private static byte[] bytes(DatagramPacket packet) {
        return Arrays.copyOfRange(packet.getData(), packet.getOffset(), packet.getOffset() + packet.getLength());
    }
}
