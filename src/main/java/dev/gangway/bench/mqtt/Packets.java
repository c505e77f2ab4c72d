package dev.gangway.bench.mqtt;

import dev.gangway.bench.model.MessageProperties;
import dev.gangway.bench.model.MqttMessage;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.MqttOptions.Will;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.mqtt.packet.PacketType;
import dev.gangway.bench.mqtt.packet.Property;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The packets that we send, as bytes. CONNECT is built as planned, even where a broker must refuse it. */
final class Packets {
    private Packets() {}

    /** CONNECT; {@code authenticationData} goes with enhanced authentication. */
    static byte[] connect(MqttOptions options, Optional<byte[]> authenticationData) {
        boolean five = options.version() == Version.V5;
        PacketBuilder packet = new PacketBuilder()
                .text(options.version() == Version.V3_1 ? "MQIsdp" : "MQTT")
                .number(1, level(options.version()))
                .number(1, flags(options))
                .number(2, Math.clamp(options.session().keepAlive().toSeconds(), 0, 0xFFFF));
        if (five) {
            packet.block(connectProperties(options, authenticationData));
        }
        packet.text(options.clientId());
        if (options.will().isPresent()) {
            Will will = options.will().get();
            if (five) {
                packet.block(new PacketBuilder());
            }
            packet.text(will.topic()).binary(will.payload());
        }
        options.userName().ifPresent(packet::text);
        options.password().ifPresent(password -> password.withBytes(packet::binary));
        return packet.packet(PacketType.CONNECT, 0);
    }

    static byte[] publish(Publication publication, int packetId, Version version) {
        return publish(MqttMessage.of(publication), packetId, version);
    }

    static byte[] publish(MqttMessage message, int packetId, Version version) {
        PacketBuilder packet = new PacketBuilder().text(message.topic());
        if (message.qos() > 0) {
            packet.number(2, packetId);
        }
        if (version == Version.V5) {
            packet.block(properties(message.properties()));
        }
        return packet.raw(message.payload())
                .packet(PacketType.PUBLISH, message.qos() << 1 | (message.retain() ? 1 : 0));
    }

    /** PUBREL, and with other types every acknowledgement without a reason. */
    static byte[] acknowledge(PacketType type, int packetId) {
        return new PacketBuilder().number(2, packetId).packet(type, type == PacketType.PUBREL ? 2 : 0);
    }

    static byte[] subscribe(String filter, int qos, int packetId, Version version) {
        PacketBuilder packet = new PacketBuilder().number(2, packetId);
        if (version == Version.V5) {
            packet.block(new PacketBuilder());
        }
        return packet.text(filter).number(1, qos).packet(PacketType.SUBSCRIBE, 2);
    }

    static byte[] unsubscribe(String filter, int packetId, Version version) {
        PacketBuilder packet = new PacketBuilder().number(2, packetId);
        if (version == Version.V5) {
            packet.block(new PacketBuilder());
        }
        return packet.text(filter).packet(PacketType.UNSUBSCRIBE, 2);
    }

    static byte[] ping() {
        return new PacketBuilder().packet(PacketType.PINGREQ, 0);
    }

    static byte[] disconnect() {
        return new PacketBuilder().packet(PacketType.DISCONNECT, 0);
    }

    /** AUTH with this reason: 0x18 to go on, 0x19 to begin again. */
    static byte[] auth(int reason, String method, byte[] data) {
        PacketBuilder properties = new PacketBuilder();
        authentication(properties, method, data);
        return new PacketBuilder().number(1, reason).block(properties).packet(PacketType.AUTH, 0);
    }

    private static int level(Version version) {
        return switch (version) {
            case V3_1 -> 3;
            case V3_1_1 -> 4;
            case V5 -> 5;
        };
    }

    private static int flags(MqttOptions options) {
        int flags = options.session().cleanStart() ? 0x02 : 0;
        if (options.will().isPresent()) {
            Will will = options.will().get();
            flags |= 0x04 | will.qos() << 3 | (will.retain() ? 0x20 : 0);
        }
        flags |= options.userName().isPresent() ? 0x80 : 0;
        return flags | (options.password().isPresent() ? 0x40 : 0);
    }

    private static PacketBuilder connectProperties(MqttOptions options, Optional<byte[]> authenticationData) {
        PacketBuilder properties = new PacketBuilder();
        options.session()
                .expiry()
                .map(Duration::toSeconds)
                .ifPresent(seconds -> properties
                        .number(1, Property.SESSION_EXPIRY_INTERVAL.id())
                        .number(4, Math.min(seconds, 0xFFFF_FFFFL)));
        options.session()
                .receiveMaximum()
                .ifPresent(maximum ->
                        properties.number(1, Property.RECEIVE_MAXIMUM.id()).number(2, maximum));
        userProperties(properties, options.session().userProperties());
        options.authentication()
                .ifPresent(authentication ->
                        authentication(properties, authentication.method(), authenticationData.orElse(new byte[0])));
        return properties;
    }

    private static PacketBuilder properties(MessageProperties properties) {
        PacketBuilder block = new PacketBuilder();
        properties
                .expiry()
                .ifPresent(after -> block.number(1, Property.MESSAGE_EXPIRY_INTERVAL.id())
                        .number(4, Math.min(after.toSeconds(), 0xFFFF_FFFFL)));
        properties
                .contentType()
                .ifPresent(type -> block.number(1, Property.CONTENT_TYPE.id()).text(type));
        properties
                .responseTopic()
                .ifPresent(
                        topic -> block.number(1, Property.RESPONSE_TOPIC.id()).text(topic));
        properties
                .correlation()
                .ifPresent(data ->
                        block.number(1, Property.CORRELATION_DATA.id()).binary(data.getBytes(StandardCharsets.UTF_8)));
        userProperties(block, properties.user());
        return block;
    }

    private static void userProperties(PacketBuilder block, List<Map.Entry<String, String>> pairs) {
        for (Map.Entry<String, String> pair : pairs) {
            block.number(1, Property.USER_PROPERTY.id()).text(pair.getKey()).text(pair.getValue());
        }
    }

    private static void authentication(PacketBuilder properties, String method, byte[] data) {
        properties.number(1, Property.AUTHENTICATION_METHOD.id()).text(method);
        if (data.length > 0) {
            properties.number(1, Property.AUTHENTICATION_DATA.id()).binary(data);
        }
    }
}
