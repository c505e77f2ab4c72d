package dev.gangway.bench.mqtt;

import dev.gangway.bench.mqtt.packet.PacketType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Cuts a stream into packets of any length that MQTT allows, up to 268,435,455 bytes (MQTT 5, section 2.1.4), and keeps
 * the beginning of long ones: we set no maximum packet size, so a server may send them. For one thread.
 */
final class PacketReader {
    /** Bytes of a packet that a test keeps: more than any server has a reason to send. */
    static final int KEPT_IN_TEST = 4 << 20;

    /** Bytes of all packets that a test keeps; of those after that only {@link #ALWAYS_KEPT} each. */
    static final int KEPT_IN_ALL = 16 << 20;

    /** Bytes of a packet that a live session keeps, where packets are many. */
    static final int KEPT_IN_SESSION = 128 << 10;

    private static final int ALWAYS_KEPT = 1024;

    private static final int LENGTH_BYTES = 4;

    private final InputStream in;
    private final int keptOfOne;
    private long keptOfAll;
    private final byte[] chunk = new byte[8192];
    private int start;
    private int end;
    private ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private int skipped;
    private int expected = -1;
    private boolean first = true;

    /** What reading came to. */
    sealed interface Result {
        /** A packet with its fixed header; {@code size} is more than that of {@code raw} where not all was kept. */
        record Packet(byte[] raw, int size) implements Result {}

        /** Bytes that no MQTT packet of a server begins with, or a length of more than four bytes. */
        record Foreign(byte[] first) implements Result {}

        /** The stream ended, was cut off or timed out. */
        record Ended() implements Result {}
    }

    private PacketReader(InputStream in, int keptOfOne, long keptOfAll) {
        this.in = in;
        this.keptOfOne = keptOfOne;
        this.keptOfAll = keptOfAll;
    }

    /** One for a test: nothing is cut that a server has a reason to send. */
    static PacketReader forTest(InputStream in) {
        return new PacketReader(in, KEPT_IN_TEST, KEPT_IN_ALL);
    }

    /** One for a session that may last for ever. */
    static PacketReader forSession(InputStream in) {
        return new PacketReader(in, KEPT_IN_SESSION, Long.MAX_VALUE);
    }

    /** Waits for the next packet; what had come of one before a timeout is kept for the next call. */
    Result next() {
        try {
            while (expected < 0 || have() < expected) {
                if (start == end && !fill()) {
                    return new Result.Ended();
                }
                if (expected < 0) {
                    Optional<Result> odd = header();
                    if (odd.isPresent()) {
                        return odd.get();
                    }
                } else {
                    take(Math.min(end - start, expected - have()));
                }
            }
        } catch (IOException e) {
            return new Result.Ended();
        }
        Result packet = new Result.Packet(begun.toByteArray(), expected);
        keptOfAll -= begun.size();
        begun = new ByteArrayOutputStream();
        skipped = 0;
        expected = -1;
        first = false;
        return packet;
    }

    /** Bytes of the packet that has begun. */
    int have() {
        return begun.size() + skipped;
    }

    /** Bytes that it should have; -1 where its length is not known yet. */
    int expected() {
        return expected;
    }

    /** Whether bytes are here already. */
    boolean hasBuffered() {
        try {
            return start < end || in.available() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void take(int count) {
        long room = Math.max(ALWAYS_KEPT, Math.min(keptOfOne, keptOfAll)) - begun.size();
        int taken = Math.clamp(room, 0, count);
        begun.write(chunk, start, taken);
        skipped += count - taken;
        start += count;
    }

    private boolean fill() throws IOException {
        start = 0;
        end = Math.max(0, in.read(chunk, 0, chunk.length));
        return end > 0;
    }

    private Optional<Result> header() {
        byte next = chunk[start];
        if (begun.size() == 0 && !(first ? canBeFirst(next) : canBegin(next))) {
            return Optional.of(foreign());
        }
        start++;
        begun.write(next);
        int lengthBytes = begun.size() - 1;
        if (lengthBytes > 0 && next >= 0) {
            byte[] header = begun.toByteArray();
            int length = 0;
            for (int i = lengthBytes; i > 0; i--) {
                length = length << 7 | header[i] & 0x7F;
            }
            expected = header.length + length;
            return Optional.empty();
        }
        return lengthBytes == LENGTH_BYTES ? Optional.of(new Result.Foreign(begun.toByteArray())) : Optional.empty();
    }

    private Result foreign() {
        return new Result.Foreign(java.util.Arrays.copyOfRange(chunk, start, Math.min(end, start + 64)));
    }

    /** A session begins with CONNACK or AUTH; MQTT 5 also lets a server hang up at once. */
    private static boolean canBeFirst(byte next) {
        return next == 0x20 || next == (byte) 0xF0 || next == (byte) 0xE0;
    }

    /** Servers send CONNACK to UNSUBACK, PINGRESP, DISCONNECT and AUTH, with flags only in PUBLISH and PUBREL. */
    private static boolean canBegin(byte next) {
        int flags = next & 0x0F;
        return switch (PacketType.of(next)) {
            case PUBLISH -> true;
            case PUBREL -> flags == 2;
            case CONNACK, PUBACK, PUBREC, PUBCOMP, SUBACK, UNSUBACK, PINGRESP, DISCONNECT, AUTH -> flags == 0;
            case CONNECT, SUBSCRIBE, UNSUBSCRIBE, PINGREQ, RESERVED -> false;
        };
    }
}
