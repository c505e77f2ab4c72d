package dev.gangway.bench.mqtt;

import dev.gangway.bench.mqtt.packet.Ack;
import dev.gangway.bench.mqtt.packet.Auth;
import dev.gangway.bench.mqtt.packet.Connack;
import dev.gangway.bench.mqtt.packet.Connect;
import dev.gangway.bench.mqtt.packet.Disconnect;
import dev.gangway.bench.mqtt.packet.MqttPacket;
import dev.gangway.bench.mqtt.packet.PacketType;
import dev.gangway.bench.mqtt.packet.Properties;
import dev.gangway.bench.mqtt.packet.Publish;
import dev.gangway.bench.mqtt.packet.Subscribe;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a typed packet says in a few words, for the row of a timeline; the same in window, JSON and HTML.
 *
 * @param five whether the session speaks MQTT 5, which has other codes
 */
record PacketWords(boolean five) {
    private static final String BETWEEN = " · ";

    String summary(MqttPacket packet) {
        return switch (packet) {
            case Connect connect ->
                join(
                        Optional.of(connect.version()),
                        Optional.of("user name").filter(_ -> connect.userName()),
                        Optional.of("password").filter(_ -> connect.password()));
            case Connack connack -> join(Optional.of(connack(connack.code())), connack.reason());
            case Publish publish ->
                publish.topic() + BETWEEN + "QoS " + publish.qos() + BETWEEN + publish.payloadBytes() + " B";
            case Ack ack -> join(Optional.of("#" + ack.packetId()), codes(ack), ack.reason());
            case Subscribe subscribe ->
                subscribe.filters().stream().map(Subscribe.Filter::topic).collect(Collectors.joining(", "));
            case Disconnect disconnect ->
                join(
                        Optional.of(ReasonCodes.disconnect(disconnect.code())).filter(_ -> disconnect.code() != 0),
                        disconnect.reason());
            case Auth auth -> join(Optional.of(ReasonCodes.words(auth.code())), auth.method());
            case MqttPacket.Ping _ -> "";
            case MqttPacket.Malformed malformed -> malformed.type() == PacketType.RESERVED ? "reserved" : "malformed";
        };
    }

    /** A code of CONNACK. */
    String connack(int code) {
        return five ? ReasonCodes.words(code) : ReasonCodes.returnCode(code);
    }

    /** A version by its level. */
    static String version(int level) {
        return new Connect(level, "", java.time.Duration.ZERO, true, Optional.empty(), false, false, Properties.NONE)
                .version();
    }

    private static Optional<String> codes(Ack ack) {
        if (ack.type() == PacketType.SUBACK || ack.type() == PacketType.UNSUBACK) {
            List<String> words =
                    ack.codes().stream().map(ReasonCodes::subscription).toList();
            return Optional.of(String.join(", ", words));
        }
        return ack.codes().stream().filter(code -> code != 0).findFirst().map(ReasonCodes::words);
    }

    @SafeVarargs
    private static String join(Optional<String>... parts) {
        return Stream.of(parts).flatMap(Optional::stream).collect(Collectors.joining(BETWEEN));
    }
}
