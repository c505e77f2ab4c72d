package dev.gangway.bench.mqtt;

import dev.gangway.bench.mqtt.packet.PacketType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Puts one packet together. Not safe for several threads. */
final class PacketBuilder {
    private static final int LONGEST = 0xFFFF;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    PacketBuilder number(int size, long value) {
        for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
            body.write((int) (value >> shift));
        }
        return this;
    }

    /** Bytes as they are. */
    PacketBuilder raw(byte[] bytes) {
        body.writeBytes(bytes);
        return this;
    }

    /** Bytes with their length in two bytes; what is longer than that can carry is cut. */
    PacketBuilder binary(byte[] bytes) {
        int length = Math.min(bytes.length, LONGEST);
        number(2, length);
        body.write(bytes, 0, length);
        return this;
    }

    /** Text in UTF-8 with its length in two bytes. */
    PacketBuilder text(String text) {
        return binary(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Something built apart, with its length as a variable byte integer: a block of properties. */
    PacketBuilder block(PacketBuilder block) {
        byte[] bytes = block.body.toByteArray();
        variable(body, bytes.length);
        return raw(bytes);
    }

    /** The packet with its fixed header. */
    byte[] packet(PacketType type, int flags) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream(body.size() + 5);
        packet.write(type.first(flags));
        variable(packet, body.size());
        packet.writeBytes(body.toByteArray());
        return packet.toByteArray();
    }

    /** A variable byte integer (MQTT 5, section 1.5.5). */
    private static void variable(ByteArrayOutputStream out, int value) {
        int rest = value;
        do {
            int low = rest & 0x7F;
            rest >>>= 7;
            out.write(rest > 0 ? low | 0x80 : low);
        } while (rest > 0);
    }
}
