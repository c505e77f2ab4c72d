package dev.gangway.bench.mqtt;

import dev.gangway.bench.MqttOptions;
import dev.gangway.bench.Publication;
import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Foreigners;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.Message;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.net.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One MQTT session over streams that may or may not be encrypted. Every packet goes into the timeline; the methods say
 * whether to go on. For one thread.
 */
public final class MqttSession {
    /** How long we wait for what a server may add to a refusal: MQTT has it close at once. */
    private static final Duration LINGER = Duration.ofMillis(250);

    private static final Duration ANSWER_TO_PING = Duration.ofSeconds(2);

    private static final int PACKET_ID = 1;

    private final Wire wire;
    private final OutputStream out;
    private final PacketReader reader;
    private final PacketDecoder decoder;
    private final MqttOptions options;
    private final Timeline timeline;

    /** A session that has not begun. */
    public MqttSession(Wire wire, InputStream in, OutputStream out, MqttOptions options, Timeline timeline) {
        this.wire = wire;
        this.out = out;
        this.reader = new PacketReader(in);
        this.decoder = new PacketDecoder(options.version());
        this.options = options;
        this.timeline = timeline;
    }

    /** CONNECT to CONNACK; true where the server accepts us. */
    public boolean connect() {
        Optional<Authenticator> authenticator = options.authentication().map(Authenticator::of);
        send(Packets.connect(options, authenticator.map(Authenticator::first)));
        while (true) {
            Optional<Received> received = receive();
            if (received.isEmpty()) {
                return false;
            }
            switch (received.get().message().detail()) {
                case Detail.Connack connack -> {
                    if (connack.code() != 0) {
                        linger();
                    }
                    return connack.code() == 0;
                }
                case Detail.Auth auth
                when auth.code() == Authenticator.CONTINUE && authenticator.isPresent() ->
                    send(authenticator.get().answer(received.get().raw()));
                case Detail.Disconnect _ -> {
                    linger();
                    return false;
                }
                default -> {
                    // nothing else is allowed here; the judge sees it
                }
            }
        }
    }

    /** Publishes, and waits for what the QoS promises; at QoS 0 for an answer to a ping after it. */
    public boolean publish(Publication publication) {
        send(Packets.publish(publication, PACKET_ID, options.version()));
        return switch (publication.qos()) {
            case 0 -> ping();
            case 1 -> await(acknowledges(PacketType.PUBACK));
            default -> {
                if (!await(acknowledges(PacketType.PUBREC))) {
                    yield false;
                }
                send(Packets.acknowledge(PacketType.PUBREL, PACKET_ID));
                yield await(acknowledges(PacketType.PUBCOMP));
            }
        };
    }

    /** PINGREQ to PINGRESP. */
    public boolean ping() {
        send(Packets.ping());
        return await(message -> message.name().equals(PacketType.PINGRESP.name()));
    }

    /**
     * Finds out whether the session outlived what took time elsewhere: that a server has hung up, or said goodbye, is
     * noticed only by reading.
     */
    public void outlived() {
        wire.limitReads(wire.deadline().orEarlier(ANSWER_TO_PING));
        ping();
    }

    /** Notes what has arrived meanwhile, without waiting. */
    public void drain() {
        while (reader.hasBuffered()) {
            if (receive().isEmpty()) {
                return;
            }
        }
    }

    /** Says goodbye. */
    public void disconnect() {
        send(Packets.disconnect());
    }

    private static Predicate<Message> acknowledges(PacketType type) {
        return message -> message.detail() instanceof Detail.Ack ack
                && ack.packetType() == type.ordinal()
                && ack.packetId() == PACKET_ID;
    }

    /** Waits for a message; true where it came, and says no error. */
    private boolean await(Predicate<Message> wanted) {
        while (true) {
            Optional<Received> received = receive();
            if (received.isEmpty()) {
                return false;
            }
            Message message = received.get().message();
            if (message.detail() instanceof Detail.Disconnect) {
                return false;
            }
            if (wanted.test(message)) {
                return !(message.detail() instanceof Detail.Ack ack)
                        || ack.codes().stream().allMatch(code -> code < ReasonCodes.FIRST_ERROR);
            }
        }
    }

    private record Received(Message message, byte[] raw) {}

    private Optional<Received> receive() {
        if (timeline.isFull()) {
            return Optional.empty();
        }
        return switch (reader.next()) {
            case PacketReader.Result.Packet(byte[] raw) -> {
                Message message = decoder.decode(raw);
                timeline.add(Layer.MQTT, Direction.IN, message);
                acknowledgePublication(message, raw);
                yield Optional.of(new Received(message, raw));
            }
            case PacketReader.Result.Foreign(byte[] first) -> {
                timeline.add(Layer.MQTT, Direction.IN, Foreigners.message(first));
                yield Optional.empty();
            }
            case PacketReader.Result.Ended() -> {
                if (reader.have() > 0) {
                    timeline.add(
                            Layer.MQTT,
                            Direction.IN,
                            Message.sized(
                                    "Incomplete packet",
                                    reader.have(),
                                    reader.have() + " bytes, then nothing",
                                    new Detail.Incomplete(reader.have(), reader.expected())));
                }
                yield Optional.empty();
            }
        };
    }

    /** A server may send us messages of an old session; it is owed an answer. */
    private void acknowledgePublication(Message message, byte[] raw) {
        if (message.detail() instanceof Detail.Publish publish && publish.qos() == 1) {
            PacketIds.ofPublish(raw).ifPresent(id -> send(Packets.acknowledge(PacketType.PUBACK, id)));
        }
    }

    private void send(byte[] packet) {
        timeline.add(Layer.MQTT, Direction.OUT, decoder.decode(packet));
        try {
            out.write(packet);
            out.flush();
        } catch (IOException e) {
            // the reason may be waiting to be read
        }
    }

    /** Reads what comes after a refusal, for example ThingsBoard's DISCONNECT, until the server closes. */
    private void linger() {
        wire.limitReads(wire.deadline().orEarlier(LINGER));
        while (receive().isPresent()) {
            // noted
        }
    }
}
