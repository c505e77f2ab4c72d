package dev.gangway.bench.mqtt.packet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The properties of MQTT 5 (section 2.2.2.2). */
public enum Property {
    /** 1 where the payload is UTF-8 text. */
    PAYLOAD_FORMAT_INDICATOR(0x01, Kind.BYTE),
    /** Seconds. */
    MESSAGE_EXPIRY_INTERVAL(0x02, Kind.FOUR_BYTES),
    /** What the application says of the payload. */
    CONTENT_TYPE(0x03, Kind.TEXT),
    /** Where an answer is expected. */
    RESPONSE_TOPIC(0x08, Kind.TEXT),
    /** Goes back with the answer. */
    CORRELATION_DATA(0x09, Kind.BINARY),
    /** Of the subscription that a message matches; may occur several times in PUBLISH. */
    SUBSCRIPTION_IDENTIFIER(0x0B, Kind.VARIABLE),
    /** Seconds after the connection; 4,294,967,295 for never. */
    SESSION_EXPIRY_INTERVAL(0x11, Kind.FOUR_BYTES),
    /** Chosen by the server. */
    ASSIGNED_CLIENT_IDENTIFIER(0x12, Kind.TEXT),
    /** Seconds that the server wants instead of ours. */
    SERVER_KEEP_ALIVE(0x13, Kind.TWO_BYTES),
    /** Of enhanced authentication. */
    AUTHENTICATION_METHOD(0x15, Kind.TEXT),
    /** What the method says. */
    AUTHENTICATION_DATA(0x16, Kind.SECRET),
    /** 0 where no reason strings are wanted. */
    REQUEST_PROBLEM_INFORMATION(0x17, Kind.BYTE),
    /** Seconds. */
    WILL_DELAY_INTERVAL(0x18, Kind.FOUR_BYTES),
    /** 1 where response information is wanted. */
    REQUEST_RESPONSE_INFORMATION(0x19, Kind.BYTE),
    /** From which response topics are made. */
    RESPONSE_INFORMATION(0x1A, Kind.TEXT),
    /** Another server to use. */
    SERVER_REFERENCE(0x1C, Kind.TEXT),
    /** For people. */
    REASON_STRING(0x1F, Kind.TEXT),
    /** Messages of QoS 1 and 2 at once. */
    RECEIVE_MAXIMUM(0x21, Kind.TWO_BYTES),
    /** The highest topic alias that is taken. */
    TOPIC_ALIAS_MAXIMUM(0x22, Kind.TWO_BYTES),
    /** A number in place of a topic. */
    TOPIC_ALIAS(0x23, Kind.TWO_BYTES),
    /** 0 or 1 where the server takes no more. */
    MAXIMUM_QOS(0x24, Kind.BYTE),
    /** 0 where the server keeps no messages. */
    RETAIN_AVAILABLE(0x25, Kind.BYTE),
    /** Anything; may occur several times. */
    USER_PROPERTY(0x26, Kind.PAIR),
    /** Bytes of the largest packet that is taken. */
    MAXIMUM_PACKET_SIZE(0x27, Kind.FOUR_BYTES),
    /** 0 where filters may hold no wildcard. */
    WILDCARD_SUBSCRIPTION_AVAILABLE(0x28, Kind.BYTE),
    /** 0 where they may not be numbered. */
    SUBSCRIPTION_IDENTIFIER_AVAILABLE(0x29, Kind.BYTE),
    /** 0 where they may not be shared. */
    SHARED_SUBSCRIPTION_AVAILABLE(0x2A, Kind.BYTE);

    /** How a property is encoded (section 1.5). */
    public enum Kind {
        /** 0 to 255. */
        BYTE,
        /** 0 to 65,535. */
        TWO_BYTES,
        /** 0 to 4,294,967,295. */
        FOUR_BYTES,
        /** A variable byte integer, 0 to 268,435,455. */
        VARIABLE,
        /** UTF-8. */
        TEXT,
        /** Bytes. */
        BINARY,
        /** Bytes that must not be seen. */
        SECRET,
        /** A name and a value, both UTF-8. */
        PAIR
    }

    private final int id;
    private final Kind kind;

    Property(int id, Kind kind) {
        this.id = id;
        this.kind = kind;
    }

    /** The property with this identifier; empty where the standard knows none. */
    public static Optional<Property> of(int id) {
        return Arrays.stream(values()).filter(property -> property.id == id).findFirst();
    }

    /** As sent. */
    public int id() {
        return id;
    }

    /** How its value is encoded. */
    public Kind kind() {
        return kind;
    }

    /** As the standard writes it in prose: {@code session expiry interval}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
