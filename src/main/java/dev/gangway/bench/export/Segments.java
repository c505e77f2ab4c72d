package dev.gangway.bench.export;

import dev.gangway.bench.Capture;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Makes IP and TCP headers around the bytes of one connection, with sequence numbers that fit. Checksums are left at
 * zero, as with a network card that fills them in. Not safe for several threads.
 */
final class Segments {
    private static final int FIN_ACK = 0x11;
    private static final int SYN = 0x02;
    private static final int SYN_ACK = 0x12;
    private static final int ACK = 0x10;
    private static final int PUSH_ACK = 0x18;
    private static final int TCP_HEADER = 20;
    private static final int TCP = 6;

    private final InetSocketAddress local;
    private final InetSocketAddress remote;
    private int ourSequence = 1_000;
    private int theirSequence = 2_000;

    Segments(Capture capture) {
        InetSocketAddress unknown = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
        this.remote = known(capture.remote(), unknown);
        this.local = known(capture.local(), new InetSocketAddress(remote.getAddress(), 49_152));
    }

    /** SYN, SYN and ACK, ACK. */
    List<byte[]> handshake() {
        byte[] nothing = new byte[0];
        byte[] syn = segment(true, SYN, nothing);
        ourSequence++;
        byte[] answer = segment(false, SYN_ACK, nothing);
        theirSequence++;
        return List.of(syn, answer, segment(true, ACK, nothing));
    }

    /** Data of one side. */
    byte[] data(boolean ours, byte[] bytes) {
        byte[] segment = segment(ours, PUSH_ACK, bytes);
        if (ours) {
            ourSequence += bytes.length;
        } else {
            theirSequence += bytes.length;
        }
        return segment;
    }

    /** The end, said by us. */
    byte[] end() {
        return segment(true, FIN_ACK, new byte[0]);
    }

    private byte[] segment(boolean ours, int flags, byte[] payload) {
        InetSocketAddress from = ours ? local : remote;
        InetSocketAddress to = ours ? remote : local;
        byte[] source = from.getAddress().getAddress();
        byte[] target = to.getAddress().getAddress();
        boolean six = source.length == 16;
        int length = TCP_HEADER + payload.length;
        ByteBuffer packet = ByteBuffer.allocate((six ? 40 : 20) + length);
        if (six) {
            packet.putInt(0x6000_0000).putShort((short) length).put((byte) TCP).put((byte) 64);
        } else {
            packet.putShort((short) 0x4500).putShort((short) (20 + length)).putInt(0);
            packet.put((byte) 64).put((byte) TCP).putShort((short) 0);
        }
        packet.put(source).put(target);
        packet.putShort((short) from.getPort()).putShort((short) to.getPort());
        packet.putInt(ours ? ourSequence : theirSequence);
        packet.putInt(flags == SYN ? 0 : ours ? theirSequence : ourSequence);
        packet.put((byte) 0x50).put((byte) flags).putShort((short) 0xFFFF).putInt(0);
        return packet.put(payload).array();
    }

    private static InetSocketAddress known(Optional<InetSocketAddress> address, InetSocketAddress otherwise) {
        return address.filter(known -> !known.isUnresolved()).orElse(otherwise);
    }
}
