package dev.gangway.bench.mqtt;

import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.MalformedException;
import dev.gangway.bench.event.Message;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.mqtt.packet.Ack;
import dev.gangway.bench.mqtt.packet.Auth;
import dev.gangway.bench.mqtt.packet.Connack;
import dev.gangway.bench.mqtt.packet.Disconnect;
import dev.gangway.bench.mqtt.packet.MqttPacket;
import dev.gangway.bench.mqtt.packet.PacketType;
import dev.gangway.bench.mqtt.packet.Properties;
import dev.gangway.bench.mqtt.packet.Publish;
import dev.gangway.bench.mqtt.packet.Subscribe;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes control packets of MQTT 3.1, 3.1.1 and 5, each into one typed value; the fields that people see are noted on
 * the way, with their places in the bytes, and nowhere else. Never fails: what cannot be read is shown as malformed.
 * User names, passwords and authentication data are shown as dots. Safe for use by several threads.
 */
public final class PacketDecoder {
    private final boolean five;
    private final PacketWords words;

    /** For packets of a session of this version. */
    public PacketDecoder(Version version) {
        this.five = version == Version.V5;
        this.words = new PacketWords(five);
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
        MqttPacket packet;
        try {
            in.number(1, "fixed header", first -> type + flags(type, first));
            PropertyReader.variable(in, "remaining length");
            packet = body(type, raw[0], in, size - raw.length);
            if (in.remaining() > 0) {
                in.malformed(in.remaining() + " bytes too many");
            }
        } catch (MalformedException e) {
            in.malformed(e.what());
            packet = new MqttPacket.Malformed(type, e.what());
        }
        return new Message(type.name(), size, words.summary(packet), packet, in.fields(), raw);
    }

    private static String flags(PacketType type, int first) {
        if (type != PacketType.PUBLISH) {
            return "";
        }
        return ", QoS " + (first >> 1 & 3) + ((first & 8) != 0 ? ", duplicate" : "")
                + ((first & 1) != 0 ? ", retain" : "");
    }

    private MqttPacket body(PacketType type, byte first, FieldReader in, int missing) throws MalformedException {
        return switch (type) {
            case CONNECT -> ConnectDecoder.decode(in);
            case CONNACK -> connack(in, missing);
            case PUBLISH -> publish(first, in, missing);
            case PUBACK, PUBREC, PUBREL, PUBCOMP -> acknowledgement(type, in, missing);
            case SUBACK, UNSUBACK -> subscriptionAcknowledgement(type, in, missing);
            case SUBSCRIBE, UNSUBSCRIBE -> subscription(type, in);
            case DISCONNECT -> disconnect(in, missing);
            case AUTH -> auth(in, missing);
            case PINGREQ, PINGRESP -> new MqttPacket.Ping(type);
            case RESERVED -> {
                in.rest("data");
                yield new MqttPacket.Malformed(type, "this type is reserved");
            }
        };
    }

    private Properties properties(FieldReader in, int missing) throws MalformedException {
        return five ? PropertyReader.read(in, missing) : Properties.NONE;
    }

    private Connack connack(FieldReader in, int missing) throws MalformedException {
        boolean present = in.number(1, "session present", flags -> (flags & 1) == 1 ? "yes" : "no") == 1;
        int code = in.number(1, "reason code", words::connack);
        return new Connack(code, present, properties(in, missing));
    }

    private Publish publish(byte first, FieldReader in, int missing) throws MalformedException {
        int qos = first >> 1 & 3;
        String topic = in.text(in.skipNumber(2), "topic");
        int id = qos > 0 ? in.number(2, "packet id") : 0;
        Properties properties = properties(in, missing);
        int start = in.position();
        int size = in.remaining() + missing;
        in.text(in.remaining(), "payload");
        return new Publish(id, topic, qos, (first & 1) != 0, (first & 8) != 0, properties, start, size);
    }

    private Ack acknowledgement(PacketType type, FieldReader in, int missing) throws MalformedException {
        int id = in.number(2, "packet id");
        int code = five && in.remaining() > 0 ? in.number(1, "reason code", ReasonCodes::words) : 0;
        return new Ack(type, id, List.of(code), properties(in, missing));
    }

    private Ack subscriptionAcknowledgement(PacketType type, FieldReader in, int missing) throws MalformedException {
        int id = in.number(2, "packet id");
        Properties properties = properties(in, missing);
        List<Integer> codes = new ArrayList<>();
        while (in.remaining() > 0) {
            codes.add(in.number(1, "reason code", ReasonCodes::subscription));
        }
        return new Ack(type, id, codes, properties);
    }

    private Subscribe subscription(PacketType type, FieldReader in) throws MalformedException {
        boolean ends = type == PacketType.UNSUBSCRIBE;
        int id = in.number(2, "packet id");
        Properties properties = properties(in, 0);
        List<Subscribe.Filter> filters = new ArrayList<>();
        while (in.remaining() > 0) {
            String topic = in.text(in.skipNumber(2), "topic filter");
            filters.add(new Subscribe.Filter(topic, ends ? 0 : in.number(1, "options", this::options)));
        }
        return new Subscribe(ends, id, filters, properties);
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

    private Disconnect disconnect(FieldReader in, int missing) throws MalformedException {
        int code = five && in.remaining() > 0 ? in.number(1, "reason code", ReasonCodes::disconnect) : 0;
        return new Disconnect(code, properties(in, missing));
    }

    private static Auth auth(FieldReader in, int missing) throws MalformedException {
        int code = in.remaining() > 0 ? in.number(1, "reason code", ReasonCodes::words) : 0;
        return new Auth(code, PropertyReader.read(in, missing));
    }
}
