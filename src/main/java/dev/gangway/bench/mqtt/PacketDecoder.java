package dev.gangway.bench.mqtt;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.MalformedException;
import dev.gangway.bench.event.Message;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.mqtt.packet.Ack;
import dev.gangway.bench.mqtt.packet.Auth;
import dev.gangway.bench.mqtt.packet.Connack;
import dev.gangway.bench.mqtt.packet.Disconnect;
import dev.gangway.bench.mqtt.packet.Publish;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decodes control packets of MQTT 3.1, 3.1.1 and 5. Never fails: what cannot be read is shown as malformed. User
 * names, passwords and authentication data are shown as dots. Safe for use by several threads.
 */
public final class PacketDecoder {
    private final boolean five;

    /** What a packet says. */
    record Decoded(String summary, Detail detail) {}

    /** For packets of a session of this version. */
    public PacketDecoder(Version version) {
        this.five = version == Version.V5;
    }

    /** Decodes one whole packet, with its fixed header. */
    public Message decode(byte[] raw) {
        return decode(raw, raw.length);
    }

    /**
     * Decodes a packet of which the end may be missing.
     *
     * @param size of the whole packet, at least the length of {@code raw}
     */
    Message decode(byte[] raw, int size) {
        FieldReader in = new FieldReader(raw);
        PacketType type = raw.length == 0 ? PacketType.RESERVED : PacketType.of(raw[0]);
        Decoded decoded;
        try {
            in.number(1, "fixed header", first -> type + flags(type, first));
            PropertyReader.variable(in, "remaining length");
            decoded = body(type, raw[0], in, size - raw.length);
            if (in.remaining() > 0) {
                in.malformed(in.remaining() + " bytes too many");
            }
        } catch (MalformedException e) {
            in.malformed(e.what());
            decoded = new Decoded("malformed", new Detail.Plain());
        }
        return new Message(type.name(), size, decoded.summary(), decoded.detail(), in.fields(), raw);
    }

    private static String flags(PacketType type, int first) {
        if (type != PacketType.PUBLISH) {
            return "";
        }
        return ", QoS " + (first >> 1 & 3) + ((first & 8) != 0 ? ", duplicate" : "")
                + ((first & 1) != 0 ? ", retain" : "");
    }

    private Decoded body(PacketType type, byte first, FieldReader in, int missing) throws MalformedException {
        return switch (type) {
            case CONNECT -> ConnectDecoder.decode(in);
            case CONNACK -> connack(in);
            case PUBLISH -> publish(first, in, missing);
            case PUBACK, PUBREC, PUBREL, PUBCOMP -> acknowledgement(type, in);
            case SUBACK, UNSUBACK -> subscriptionAcknowledgement(type, in);
            case SUBSCRIBE, UNSUBSCRIBE -> subscription(type, in);
            case DISCONNECT -> disconnect(in);
            case AUTH -> auth(in);
            case PINGREQ, PINGRESP -> new Decoded("", new Detail.Plain());
            case RESERVED -> {
                in.rest("data");
                yield new Decoded("reserved", new Detail.Plain());
            }
        };
    }

    private Decoded connack(FieldReader in) throws MalformedException {
        boolean present = in.number(1, "session present", flags -> (flags & 1) == 1 ? "yes" : "no") == 1;
        int code = in.number(1, "reason code", this::connackWords);
        PropertyReader properties = five ? PropertyReader.read(in) : new PropertyReader();
        Optional<String> reason = properties.value(Property.REASON_STRING);
        String summary = connackWords(code) + reason.map(text -> " · " + text).orElse("");
        return new Decoded(summary, new Connack(code, present, reason, Map.copyOf(properties.values())));
    }

    private String connackWords(int code) {
        return five ? ReasonCodes.words(code) : ReasonCodes.returnCode(code);
    }

    private Decoded publish(byte first, FieldReader in, int missing) throws MalformedException {
        int qos = first >> 1 & 3;
        String topic = in.text(in.skipNumber(2), "topic");
        if (qos > 0) {
            in.number(2, "packet id");
        }
        if (five) {
            PropertyReader.read(in);
        }
        int size = in.remaining() + missing;
        in.text(in.remaining(), "payload");
        return new Decoded(topic + " · QoS " + qos + " · " + size + " B", new Publish(topic, qos, size));
    }

    private Decoded acknowledgement(PacketType type, FieldReader in) throws MalformedException {
        int id = in.number(2, "packet id");
        int code = five && in.remaining() > 0 ? in.number(1, "reason code", ReasonCodes::words) : 0;
        Optional<String> reason = five ? PropertyReader.read(in).value(Property.REASON_STRING) : Optional.empty();
        String summary = "#" + id + (code == 0 ? "" : " · " + ReasonCodes.words(code))
                + reason.map(text -> " · " + text).orElse("");
        return new Decoded(summary, new Ack(type.ordinal(), id, List.of(code), reason));
    }

    private Decoded subscriptionAcknowledgement(PacketType type, FieldReader in) throws MalformedException {
        int id = in.number(2, "packet id");
        Optional<String> reason = five ? PropertyReader.read(in).value(Property.REASON_STRING) : Optional.empty();
        List<Integer> codes = new ArrayList<>();
        while (in.remaining() > 0) {
            codes.add(in.number(1, "reason code", ReasonCodes::subscription));
        }
        String summary = "#" + id + " · "
                + String.join(
                        ", ", codes.stream().map(ReasonCodes::subscription).toList())
                + reason.map(text -> " · " + text).orElse("");
        return new Decoded(summary, new Ack(type.ordinal(), id, List.copyOf(codes), reason));
    }

    private Decoded subscription(PacketType type, FieldReader in) throws MalformedException {
        in.number(2, "packet id");
        if (five) {
            PropertyReader.read(in);
        }
        List<String> filters = new ArrayList<>();
        while (in.remaining() > 0) {
            filters.add(in.text(in.skipNumber(2), "topic filter"));
            if (type == PacketType.SUBSCRIBE) {
                in.number(1, "options", this::options);
            }
        }
        return new Decoded(String.join(", ", filters), new Detail.Plain());
    }

    /** Only the QoS before MQTT 5, which has the rest (section 3.8.3.1). */
    private String options(int options) {
        String qos = "QoS " + (options & 3);
        if (!five) {
            return qos;
        }
        String retained = switch (options >> 4 & 3) {
            case 0 -> "0, retained messages are sent";
            case 1 -> "1, retained messages are sent if the subscription is new";
            case 2 -> "2, no retained messages";
            default -> "3, which is not allowed";
        };
        return qos + ((options & 0x04) != 0 ? ", no local" : "")
                + ((options & 0x08) != 0 ? ", retain as published" : "") + ", retain handling " + retained;
    }

    private Decoded disconnect(FieldReader in) throws MalformedException {
        int code = five && in.remaining() > 0 ? in.number(1, "reason code", ReasonCodes::disconnect) : 0;
        PropertyReader properties = five ? PropertyReader.read(in) : new PropertyReader();
        Optional<String> reason = properties.value(Property.REASON_STRING);
        String summary = (code == 0 ? "" : ReasonCodes.disconnect(code))
                + reason.map(text -> " · " + text).orElse("");
        return new Decoded(summary, new Disconnect(code, reason, properties.value(Property.SERVER_REFERENCE)));
    }

    private Decoded auth(FieldReader in) throws MalformedException {
        int code = in.remaining() > 0 ? in.number(1, "reason code", ReasonCodes::words) : 0;
        Optional<String> method = PropertyReader.read(in).value(Property.AUTHENTICATION_METHOD);
        return new Decoded(
                ReasonCodes.words(code) + method.map(text -> " · " + text).orElse(""), new Auth(code, method));
    }
}
