package dev.gangway.bench.mqtt;

import dev.gangway.bench.event.Message;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Authentication;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.mqtt.PacketChannel.Received;
import dev.gangway.bench.mqtt.packet.Ack;
import dev.gangway.bench.mqtt.packet.Auth;
import dev.gangway.bench.mqtt.packet.Disconnect;
import dev.gangway.bench.mqtt.packet.MqttPacket;
import dev.gangway.bench.mqtt.packet.PacketType;
import dev.gangway.bench.mqtt.packet.Publish;
import dev.gangway.bench.net.TracedSocket;
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
    private static final Duration ANSWER_TO_PING = Duration.ofSeconds(2);

    private final TracedSocket wire;
    private final PacketChannel channel;
    private final MqttOptions options;

    /** A session that has not begun. */
    public MqttSession(TracedSocket wire, InputStream in, OutputStream out, MqttOptions options, Timeline timeline) {
        this.wire = wire;
        this.channel = new PacketChannel(PacketReader.forTest(in), out, options.version(), timeline);
        this.options = options;
    }

    /** CONNECT to CONNACK; true where the server accepts us. */
    public boolean connect() {
        return new Login(wire, channel, options).connect().isPresent();
    }

    /** Authenticates again within the session (MQTT 5, section 4.12.1); true where the server accepts that. */
    public boolean authenticateAgain(Authentication authentication) {
        AuthExchange exchange = new AuthExchange(authentication, channel);
        send(exchange.again());
        while (true) {
            Optional<Received> received = receive();
            if (received.isEmpty() || received.get().message().detail() instanceof Disconnect) {
                return false;
            }
            if (received.get().message().detail() instanceof Auth auth) {
                if (auth.code() != Auth.CONTINUE) {
                    return exchange.concludedByAuth(auth);
                }
                Optional<byte[]> answer = exchange.answer(auth);
                if (answer.isEmpty()) {
                    return false;
                }
                send(answer.get());
            }
        }
    }

    /** Publishes, and waits for what the QoS promises; at QoS 0 for an answer to a ping after it. */
    public boolean publish(Publication publication) {
        send(Packets.publish(publication, Publication.PACKET_ID, options.version()));
        return switch (publication.qos()) {
            case 0 -> ping();
            case 1 -> await(acknowledges(PacketType.PUBACK));
            default -> {
                // a server that knows no QoS 2 answers with PUBACK, and nothing else will come
                Optional<Ack> first = first(acknowledges(PacketType.PUBREC).or(acknowledges(PacketType.PUBACK)))
                        .map(message -> (Ack) message.detail());
                if (first.filter(ack -> ack.type() == PacketType.PUBREC && !ack.isRefusal())
                        .isEmpty()) {
                    yield false;
                }
                send(Packets.acknowledge(PacketType.PUBREL, Publication.PACKET_ID));
                yield await(acknowledges(PacketType.PUBCOMP));
            }
        };
    }

    /** PINGREQ to PINGRESP. */
    public boolean ping() {
        send(Packets.ping());
        return await(message -> message.detail() instanceof MqttPacket.Ping);
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
        while (channel.hasBuffered()) {
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
        return message ->
                message.detail() instanceof Ack ack && ack.type() == type && ack.packetId() == Publication.PACKET_ID;
    }

    /** Waits for a message; true where it came, and says no error. */
    private boolean await(Predicate<Message> wanted) {
        return first(wanted)
                .filter(message -> !(message.detail() instanceof Ack ack) || !ack.isRefusal())
                .isPresent();
    }

    /** Waits for a message; empty where the connection ended, or the server said goodbye, before it. */
    private Optional<Message> first(Predicate<Message> wanted) {
        while (true) {
            Optional<Message> received = receive().map(Received::message);
            if (received.isEmpty() || received.get().detail() instanceof Disconnect || wanted.test(received.get())) {
                return received.filter(wanted);
            }
        }
    }

    private Optional<Received> receive() {
        Optional<Received> received = channel.receive();
        received.ifPresent(packet -> acknowledgePublication(packet.message()));
        return received;
    }

    /** A server may send us messages of an old session; it is owed an answer. */
    private void acknowledgePublication(Message message) {
        if (message.detail() instanceof Publish publish && publish.qos() == 1) {
            send(Packets.acknowledge(PacketType.PUBACK, publish.packetId()));
        }
    }

    private void send(byte[] packet) {
        channel.send(packet);
    }
}
