package dev.gangway.bench.export;

import dev.gangway.bench.model.Capture;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Makes TCP segments around the bytes of one connection, with sequence numbers that fit. Checksums are left at
 * zero, as with a network card that fills them in. Not safe for several threads.
 */
final class TcpSegmenter {
    private static final int FIN_ACK = 0x11;
    private static final int SYN = 0x02;
    private static final int SYN_ACK = 0x12;
    private static final int ACK = 0x10;
    private static final int PUSH_ACK = 0x18;
    private static final int HEADER = 20;
    private static final int TCP = 6;

    private final PacketEndpoints ends;
    private int ourSequence = 1_000;
    private int theirSequence = 2_000;

    TcpSegmenter(Capture capture) {
        this.ends = PacketEndpoints.of(capture);
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
        ByteBuffer segment = ByteBuffer.allocate(HEADER + payload.length);
        segment.putShort((short) ends.from(ours).getPort())
                .putShort((short) ends.to(ours).getPort());
        segment.putInt(ours ? ourSequence : theirSequence);
        segment.putInt(flags == SYN ? 0 : ours ? theirSequence : ourSequence);
        segment.put((byte) 0x50).put((byte) flags).putShort((short) 0xFFFF).putInt(0);
        return ends.packet(ours, TCP, segment.put(payload).array());
    }
}
