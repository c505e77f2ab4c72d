package dev.gangway.bench.export;

import dev.gangway.bench.model.Capture;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The two ends of a captured connection, and IP headers between them. Checksums are left at zero, as with a network card
 * that fills them in.
 *
 * @param local ours
 * @param remote the server's
 */
record PacketEndpoints(InetSocketAddress local, InetSocketAddress remote) {
    private static final int SOME_PORT = 49_152;
    private static final int UDP = 17;

    /** Those of a capture; loopback where one is not known. */
    static PacketEndpoints of(Capture capture) {
        InetSocketAddress unknown = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
        InetSocketAddress remote = known(capture.remote(), unknown);
        return new PacketEndpoints(
                known(capture.local(), new InetSocketAddress(remote.getAddress(), SOME_PORT)), remote);
    }

    InetSocketAddress from(boolean ours) {
        return ours ? local : remote;
    }

    InetSocketAddress to(boolean ours) {
        return ours ? remote : local;
    }

    /** A packet of IPv4 or IPv6 around this. */
    byte[] packet(boolean ours, int protocol, byte[] content) {
        byte[] source = from(ours).getAddress().getAddress();
        byte[] target = to(ours).getAddress().getAddress();
        boolean six = source.length == 16;
        ByteBuffer packet = ByteBuffer.allocate((six ? 40 : 20) + content.length);
        if (six) {
            packet.putInt(0x6000_0000).putShort((short) content.length);
            packet.put((byte) protocol).put((byte) 64);
        } else {
            packet.putShort((short) 0x4500).putShort((short) (20 + content.length));
            packet.putInt(0);
            packet.put((byte) 64).put((byte) protocol).putShort((short) 0);
        }
        return packet.put(source).put(target).put(content).array();
    }

    /** A datagram of UDP around this. */
    byte[] datagram(boolean ours, byte[] payload) {
        ByteBuffer datagram = ByteBuffer.allocate(8 + payload.length);
        datagram.putShort((short) from(ours).getPort()).putShort((short) to(ours).getPort());
        datagram.putShort((short) (8 + payload.length)).putShort((short) 0);
        return packet(ours, UDP, datagram.put(payload).array());
    }

    private static InetSocketAddress known(Optional<InetSocketAddress> address, InetSocketAddress otherwise) {
        return address.filter(known -> !known.isUnresolved()).orElse(otherwise);
    }
}
