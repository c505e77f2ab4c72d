package dev.gangway.bench.mqtt;

import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.mqtt.packet.PacketType;
import dev.gangway.bench.mqtt.packet.Property;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Packets as they stand on the wire: the server's put together here by the standard, ours by the program. */
public final class PacketBytes {
    private PacketBytes() {}

    /** CONNACK; properties only with MQTT 5. */
    public static byte[] connack(Version version, int code, byte[]... properties) {
        return version == Version.V5
                ? packet(0x20, new byte[] {0, (byte) code}, block(properties))
                : packet(0x20, new byte[] {0, (byte) code});
    }

    /** DISCONNECT; before MQTT 5 nothing can be said in it. */
    public static byte[] disconnect(Version version, int code, byte[]... properties) {
        return version == Version.V5 ? packet(0xE0, new byte[] {(byte) code}, block(properties)) : packet(0xE0);
    }

    /** AUTH with a method. */
    public static byte[] auth(int code, String method) {
        return packet(0xF0, new byte[] {(byte) code}, block(text(Property.AUTHENTICATION_METHOD, method)));
    }

    /** An acknowledgement of packet 1; without a code where {@code codes} is empty. */
    public static byte[] ack(Version version, PacketType type, int... codes) {
        byte[] each = new byte[codes.length];
        for (int i = 0; i < codes.length; i++) {
            each[i] = (byte) codes[i];
        }
        boolean subscription = type == PacketType.SUBACK || type == PacketType.UNSUBACK;
        if (version != Version.V5) {
            return packet(type.first(0), new byte[] {0, 1}, subscription ? each : new byte[0]);
        }
        return subscription
                ? packet(type.first(0), new byte[] {0, 1, 0}, each)
                : packet(type.first(0), new byte[] {0, 1}, each);
    }

    /** Our CONNECT. */
    public static byte[] connect(MqttOptions options) {
        return Packets.connect(options, Optional.empty());
    }

    /** Our PUBLISH, as packet 1. */
    public static byte[] publish(Publication publication, Version version) {
        return Packets.publish(publication, Publication.PACKET_ID, version);
    }

    /** A property that is text. */
    public static byte[] text(Property property, String value) {
        return joined(new byte[] {(byte) property.id()}, string(value));
    }

    /** A property that is a number of so many bytes. */
    public static byte[] number(Property property, int size, long value) {
        byte[] bytes = new byte[size + 1];
        bytes[0] = (byte) property.id();
        for (int i = 0; i < size; i++) {
            bytes[size - i] = (byte) (value >> 8 * i);
        }
        return bytes;
    }

    /** A user property. */
    public static byte[] user(String name, String value) {
        return joined(new byte[] {(byte) Property.USER_PROPERTY.id()}, string(name), string(value));
    }

    /** A packet with this first byte. */
    public static byte[] packet(int first, byte[]... body) {
        byte[] whole = joined(body);
        return joined(new byte[] {(byte) first}, variable(whole.length), whole);
    }

    private static byte[] block(byte[]... properties) {
        byte[] whole = joined(properties);
        return joined(variable(whole.length), whole);
    }

    private static byte[] string(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return joined(new byte[] {(byte) (utf8.length >> 8), (byte) utf8.length}, utf8);
    }

    private static byte[] variable(int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int rest = length;
        do {
            int low = rest & 0x7F;
            rest >>>= 7;
            out.write(rest > 0 ? low | 0x80 : low);
        } while (rest > 0);
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
