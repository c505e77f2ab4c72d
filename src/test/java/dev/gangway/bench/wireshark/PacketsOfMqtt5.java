package dev.gangway.bench.wireshark;

import dev.gangway.bench.causes.Conclusion;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.model.Capture;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.model.Verdict;
import dev.gangway.bench.mqtt.PacketDecoder;
import dev.gangway.secret.Secret;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnAckVariableHeader;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectPayload;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.BinaryProperty;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import io.netty.handler.codec.mqtt.MqttProperties.UserProperty;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttSubAckPayload;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttSubscribePayload;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption.RetainedHandlingPolicy;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubAckMessage;
import io.netty.handler.codec.mqtt.MqttUnsubAckPayload;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribePayload;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A session in which every packet of MQTT 5 says all that it can; written by Netty, since no broker says so much. */
final class PacketsOfMqtt5 {
    private static final int PORT = 1_883;

    private final EmbeddedChannel netty = new EmbeddedChannel(MqttEncoder.INSTANCE);
    private final PacketDecoder decoder = new PacketDecoder(MqttOptions.Version.V5);
    private final Timeline timeline = new Timeline(event -> {});
    private final List<Capture.Segment> segments = new ArrayList<>();

    static Run run() {
        PacketsOfMqtt5 packets = new PacketsOfMqtt5();
        packets.begin();
        packets.messages();
        packets.subscriptions();
        packets.end();
        InetAddress here = InetAddress.getLoopbackAddress();
        Capture capture = new Capture(
                Capture.Carrier.TCP,
                Optional.of(new InetSocketAddress(here, 50_000)),
                Optional.of(new InetSocketAddress(here, PORT)),
                packets.segments,
                Secret.of(""));
        Plan plan = Plan.connect(
                Endpoint.of("localhost", PORT, false),
                TlsOptions.trusting(List.of()),
                MqttOptions.of(MqttOptions.Version.V5, "all", Optional.empty(), Optional.empty()));
        return new Run(
                plan,
                Instant.EPOCH,
                Duration.ZERO,
                packets.timeline.events(),
                new Verdict.Passed(),
                Conclusion.NONE,
                List.of(),
                Optional.empty(),
                Optional.of(capture));
    }

    private void begin() {
        MqttProperties will = new MqttProperties();
        number(will, MqttPropertyType.WILL_DELAY_INTERVAL, 70_000);
        number(will, MqttPropertyType.PAYLOAD_FORMAT_INDICATOR, 1);
        number(will, MqttPropertyType.PUBLICATION_EXPIRY_INTERVAL, 3_600);
        text(will, MqttPropertyType.CONTENT_TYPE, "application/json");
        text(will, MqttPropertyType.RESPONSE_TOPIC, "answers/1");
        will.add(new BinaryProperty(MqttPropertyType.CORRELATION_DATA.value(), new byte[] {1, 2, (byte) 0xFE}));
        will.add(new UserProperty("why", "gone"));
        MqttProperties connect = new MqttProperties();
        number(connect, MqttPropertyType.SESSION_EXPIRY_INTERVAL, 7_200);
        number(connect, MqttPropertyType.RECEIVE_MAXIMUM, 12);
        number(connect, MqttPropertyType.MAXIMUM_PACKET_SIZE, 100_000);
        number(connect, MqttPropertyType.TOPIC_ALIAS_MAXIMUM, 5);
        number(connect, MqttPropertyType.REQUEST_RESPONSE_INFORMATION, 1);
        number(connect, MqttPropertyType.REQUEST_PROBLEM_INFORMATION, 0);
        authentication(connect);
        connect.add(new UserProperty("site", "Köln"));
        connect.add(new UserProperty("site", "Lyon"));
        sent(new MqttConnectMessage(
                header(MqttMessageType.CONNECT, MqttQoS.AT_MOST_ONCE),
                new MqttConnectVariableHeader("MQTT", 5, true, true, true, 2, true, false, 60, connect),
                new MqttConnectPayload("all", will, "will/topic", bytes("gone"), "user", bytes("secret"))));
        MqttProperties connack = new MqttProperties();
        number(connack, MqttPropertyType.SESSION_EXPIRY_INTERVAL, 10);
        number(connack, MqttPropertyType.RECEIVE_MAXIMUM, 9);
        number(connack, MqttPropertyType.MAXIMUM_QOS, 1);
        number(connack, MqttPropertyType.RETAIN_AVAILABLE, 0);
        number(connack, MqttPropertyType.MAXIMUM_PACKET_SIZE, 65_536);
        text(connack, MqttPropertyType.ASSIGNED_CLIENT_IDENTIFIER, "auto-1");
        number(connack, MqttPropertyType.TOPIC_ALIAS_MAXIMUM, 3);
        text(connack, MqttPropertyType.REASON_STRING, "welcome");
        connack.add(new UserProperty("node", "2"));
        number(connack, MqttPropertyType.WILDCARD_SUBSCRIPTION_AVAILABLE, 1);
        number(connack, MqttPropertyType.SUBSCRIPTION_IDENTIFIER_AVAILABLE, 0);
        number(connack, MqttPropertyType.SHARED_SUBSCRIPTION_AVAILABLE, 1);
        number(connack, MqttPropertyType.SERVER_KEEP_ALIVE, 45);
        text(connack, MqttPropertyType.RESPONSE_INFORMATION, "answers/");
        text(connack, MqttPropertyType.SERVER_REFERENCE, "other.example:8883");
        authentication(connack);
        received(new MqttConnAckMessage(
                header(MqttMessageType.CONNACK, MqttQoS.AT_MOST_ONCE),
                new MqttConnAckVariableHeader(MqttConnectReturnCode.CONNECTION_ACCEPTED, true, connack)));
        MqttProperties auth = new MqttProperties();
        authentication(auth);
        text(auth, MqttPropertyType.REASON_STRING, "again");
        sent(reasoned(MqttMessageType.AUTH, 0x19, auth));
        received(reasoned(MqttMessageType.AUTH, 0x18, auth));
    }

    private void messages() {
        MqttProperties properties = new MqttProperties();
        number(properties, MqttPropertyType.PAYLOAD_FORMAT_INDICATOR, 1);
        number(properties, MqttPropertyType.PUBLICATION_EXPIRY_INTERVAL, 86_400);
        number(properties, MqttPropertyType.TOPIC_ALIAS, 2);
        text(properties, MqttPropertyType.RESPONSE_TOPIC, "answers/2");
        properties.add(new BinaryProperty(MqttPropertyType.CORRELATION_DATA.value(), bytes("c-1")));
        properties.add(new UserProperty("unit", "°C"));
        text(properties, MqttPropertyType.CONTENT_TYPE, "text/plain");
        sent(publish(true, properties));
        MqttProperties delivered = new MqttProperties();
        number(delivered, MqttPropertyType.SUBSCRIPTION_IDENTIFIER, 300);
        received(publish(false, delivered));
        MqttProperties reason = new MqttProperties();
        text(reason, MqttPropertyType.REASON_STRING, "nobody listens");
        reason.add(new UserProperty("count", "0"));
        received(reply(MqttMessageType.PUBACK, 0x10, reason));
        received(reply(MqttMessageType.PUBREC, 0x97, reason));
        sent(reply(MqttMessageType.PUBREL, 0x92, reason));
        received(reply(MqttMessageType.PUBCOMP, 0x92, reason));
    }

    private void subscriptions() {
        MqttProperties properties = new MqttProperties();
        number(properties, MqttPropertyType.SUBSCRIPTION_IDENTIFIER, 300);
        properties.add(new UserProperty("for", "test"));
        MqttMessageIdAndPropertiesVariableHeader id = new MqttMessageIdAndPropertiesVariableHeader(77, properties);
        sent(new MqttSubscribeMessage(
                header(MqttMessageType.SUBSCRIBE, MqttQoS.AT_LEAST_ONCE),
                id,
                new MqttSubscribePayload(List.of(
                        new MqttTopicSubscription(
                                "a/+",
                                new MqttSubscriptionOption(
                                        MqttQoS.EXACTLY_ONCE,
                                        true,
                                        true,
                                        RetainedHandlingPolicy.DONT_SEND_AT_SUBSCRIBE)),
                        new MqttTopicSubscription(
                                "b/#",
                                new MqttSubscriptionOption(
                                        MqttQoS.AT_MOST_ONCE,
                                        false,
                                        false,
                                        RetainedHandlingPolicy.SEND_AT_SUBSCRIBE_IF_NOT_YET_EXISTS))))));
        MqttProperties reason = new MqttProperties();
        text(reason, MqttPropertyType.REASON_STRING, "half of it");
        MqttMessageIdAndPropertiesVariableHeader answer = new MqttMessageIdAndPropertiesVariableHeader(77, reason);
        received(new MqttSubAckMessage(
                header(MqttMessageType.SUBACK, MqttQoS.AT_MOST_ONCE), answer, new MqttSubAckPayload(2, 0x87)));
        MqttProperties user = new MqttProperties();
        user.add(new UserProperty("for", "test"));
        sent(new MqttUnsubscribeMessage(
                header(MqttMessageType.UNSUBSCRIBE, MqttQoS.AT_LEAST_ONCE),
                new MqttMessageIdAndPropertiesVariableHeader(78, user),
                new MqttUnsubscribePayload(List.of("a/+", "b/#"))));
        received(new MqttUnsubAckMessage(
                header(MqttMessageType.UNSUBACK, MqttQoS.AT_MOST_ONCE),
                new MqttMessageIdAndPropertiesVariableHeader(78, reason),
                new MqttUnsubAckPayload((short) 0, (short) 0x11)));
    }

    private void end() {
        sent(MqttMessage.PINGREQ);
        received(MqttMessage.PINGRESP);
        MqttProperties properties = new MqttProperties();
        number(properties, MqttPropertyType.SESSION_EXPIRY_INTERVAL, 0);
        sent(reasoned(MqttMessageType.DISCONNECT, 0x04, properties));
        MqttProperties moved = new MqttProperties();
        text(moved, MqttPropertyType.REASON_STRING, "use the other one");
        text(moved, MqttPropertyType.SERVER_REFERENCE, "other.example");
        moved.add(new UserProperty("node", "2"));
        received(reasoned(MqttMessageType.DISCONNECT, 0x9C, moved));
    }

    private static void authentication(MqttProperties into) {
        text(into, MqttPropertyType.AUTHENTICATION_METHOD, "CUSTOM");
        into.add(new BinaryProperty(MqttPropertyType.AUTHENTICATION_DATA.value(), bytes("proof")));
    }

    private static MqttMessage publish(boolean duplicate, MqttProperties properties) {
        return new MqttPublishMessage(
                new MqttFixedHeader(MqttMessageType.PUBLISH, duplicate, MqttQoS.EXACTLY_ONCE, !duplicate, 0),
                new MqttPublishVariableHeader("a/b", 77, properties),
                Unpooled.wrappedBuffer(bytes("{\"t\":1}")));
    }

    private static MqttMessage reply(MqttMessageType type, int reason, MqttProperties properties) {
        MqttQoS qos = type == MqttMessageType.PUBREL ? MqttQoS.AT_LEAST_ONCE : MqttQoS.AT_MOST_ONCE;
        return new MqttMessage(header(type, qos), new MqttPubReplyMessageVariableHeader(77, (byte) reason, properties));
    }

    private static MqttMessage reasoned(MqttMessageType type, int reason, MqttProperties properties) {
        return new MqttMessage(
                header(type, MqttQoS.AT_MOST_ONCE),
                new MqttReasonCodeAndPropertiesVariableHeader((byte) reason, properties));
    }

    private static MqttFixedHeader header(MqttMessageType type, MqttQoS qos) {
        return new MqttFixedHeader(type, false, qos, false, 0);
    }

    private static void number(MqttProperties into, MqttPropertyType type, int value) {
        into.add(new IntegerProperty(type.value(), value));
    }

    private static void text(MqttProperties into, MqttPropertyType type, String value) {
        into.add(new StringProperty(type.value(), value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void sent(MqttMessage message) {
        add(Direction.OUT, message);
    }

    private void received(MqttMessage message) {
        add(Direction.IN, message);
    }

    private void add(Direction direction, MqttMessage message) {
        netty.writeOutbound(message);
        ByteBuf encoded = netty.readOutbound();
        byte[] packet = ByteBufUtil.getBytes(encoded);
        encoded.release();
        timeline.add(Layer.MQTT, direction, decoder.decode(packet));
        segments.add(new Capture.Segment(timeline.micros(), direction, packet));
    }
}
