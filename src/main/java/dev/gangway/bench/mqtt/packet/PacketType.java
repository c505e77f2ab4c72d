package dev.gangway.bench.mqtt.packet;

/** The control packets of MQTT by their number (MQTT 5, section 2.1.2). */
public enum PacketType {
    RESERVED,
    CONNECT,
    CONNACK,
    PUBLISH,
    PUBACK,
    PUBREC,
    PUBREL,
    PUBCOMP,
    SUBSCRIBE,
    SUBACK,
    UNSUBSCRIBE,
    UNSUBACK,
    PINGREQ,
    PINGRESP,
    DISCONNECT,
    AUTH;

    private static final PacketType[] ALL = values();

    /** The type in the upper half of a packet's first byte. */
    public static PacketType of(byte first) {
        return ALL[first >> 4 & 0x0F];
    }

    /** The first byte of a packet with these flags. */
    public int first(int flags) {
        return ordinal() << 4 | flags;
    }
}
