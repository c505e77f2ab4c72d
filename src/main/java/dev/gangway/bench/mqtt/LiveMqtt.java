package dev.gangway.bench.mqtt;

import dev.gangway.background.Deadline;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.model.MqttMessage;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Authentication;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.mqtt.PacketChannel.Received;
import dev.gangway.bench.mqtt.packet.Ack;
import dev.gangway.bench.mqtt.packet.Auth;
import dev.gangway.bench.mqtt.packet.Connack;
import dev.gangway.bench.mqtt.packet.Disconnect;
import dev.gangway.bench.mqtt.packet.PacketType;
import dev.gangway.bench.mqtt.packet.Publish;
import dev.gangway.bench.net.TracedSocket;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * An MQTT session that stays: it answers what comes, keeps itself alive, and publishes and subscribes when asked to. The
 * thread that calls {@link #hold} reads; another one writes. The other methods are for any thread, and return without
 * waiting for the server.
 */
public final class LiveMqtt {
    /** Messages of ours that may be under way; who publishes more has to wait. */
    private static final int UNDER_WAY = 1_000;

    private static final Duration LINGER = Duration.ofMillis(250);

    private final TracedSocket wire;
    private final PacketChannel channel;
    private final MqttOptions options;
    private final LiveListener listener;
    private final Outgoing outgoing;
    private final Semaphore permits = new Semaphore(UNDER_WAY);
    private final PacketWriter writer;
    private Duration keepAlive;
    private volatile Optional<AuthExchange> again = Optional.empty();

    /** A session that has not begun; {@code timeline} must be an endless one. */
    public LiveMqtt(
            TracedSocket wire,
            InputStream in,
            OutputStream out,
            MqttOptions options,
            Timeline timeline,
            LiveListener listener) {
        this.wire = wire;
        this.options = options;
        this.listener = listener;
        channel = new PacketChannel(PacketReader.forSession(in), out, options.version(), timeline);
        outgoing = new Outgoing(options.version());
        writer = new PacketWriter(wire, channel);
        keepAlive = options.session().keepAlive();
    }

    /** Signs in, and stays until the session ends; blocks. */
    public void hold() {
        Optional<Connack> connack = new Login(wire, channel, options).connect();
        if (connack.isEmpty()) {
            return;
        }
        wire.outlast();
        connack.get().properties().receiveMaximum().ifPresent(outgoing::limit);
        connack.get().properties().serverKeepAlive().ifPresent(wanted -> keepAlive = wanted);
        writer.start(keepAlive);
        listener.connected(this, connack.get());
        try {
            read();
        } finally {
            writer.stop();
            permits.release(Integer.MAX_VALUE / 2);
        }
    }

    /**
     * Publishes as soon as the server takes it; blocks while 1,000 messages are under way. Does nothing once the session
     * has ended.
     */
    public void publish(MqttMessage message) {
        permits.acquireUninterruptibly();
        writer.submit(() -> {
            outgoing.publish(message).ifPresent(channel::send);
            if (message.qos() == 0) {
                permits.release();
            }
        });
    }

    /** Subscribes; the listener is told of the answer. */
    public void subscribe(String filter, int qos) {
        writer.submit(() -> channel.send(outgoing.subscribe(filter, qos)));
    }

    /** Ends a subscription; the listener is told of the answer. */
    public void unsubscribe(String filter) {
        writer.submit(() -> channel.send(outgoing.unsubscribe(filter)));
    }

    /** Replaces the credential without leaving (MQTT 5, section 4.12.1); only with enhanced authentication. */
    public void authenticateAgain(Authentication fresh) {
        AuthExchange exchange = new AuthExchange(fresh, channel);
        again = Optional.of(exchange);
        writer.submit(() -> channel.send(exchange.again()));
    }

    /** Says goodbye, and ends the session. */
    public void disconnect() {
        writer.submit(() -> channel.send(Packets.disconnect()));
        writer.leave();
    }

    /** Messages of QoS 1 and 2 that the server has not acknowledged. */
    public List<MqttMessage> open() {
        return outgoing.open();
    }

    private void read() {
        while (true) {
            if (keepAlive.isPositive()) {
                // the server owes us an answer to each ping; twice the time is what it grants us, too
                wire.limitReads(Deadline.in(keepAlive.multipliedBy(2)));
            }
            Optional<Received> received = channel.receive();
            if (received.isEmpty()) {
                if (wire.ending().isEmpty() && wire.ranOut()) {
                    wire.giveUp();
                }
                return;
            }
            if (received.get().message().detail() instanceof Disconnect) {
                linger();
                return;
            }
            handle(received.get());
        }
    }

    private void linger() {
        wire.limitReads(Deadline.in(LINGER));
        while (channel.receive().isPresent()) {
            // noted
        }
    }

    private void handle(Received received) {
        switch (received.message().detail()) {
            case Publish publish -> published(publish, received.raw());
            case Ack ack -> acknowledged(ack);
            case Auth auth -> again.ifPresent(exchange -> authenticating(exchange, auth));
            default -> {
                // PINGRESP needs no answer
            }
        }
    }

    /** A server that cannot be answered, or does not prove itself, is left. */
    private void authenticating(AuthExchange exchange, Auth auth) {
        if (auth.code() == Auth.CONTINUE) {
            exchange.answer(auth)
                    .ifPresentOrElse(answer -> writer.submit(() -> channel.send(answer)), this::disconnect);
        } else if (!exchange.concludedByAuth(auth)) {
            disconnect();
        }
    }

    private void published(Publish publish, byte[] raw) {
        listener.received(new Publication(publish.topic(), publish.payload(raw), publish.qos()));
        switch (publish.qos()) {
            case 1 -> answer(PacketType.PUBACK, publish.packetId());
            case 2 -> answer(PacketType.PUBREC, publish.packetId());
            default -> {
                // QoS 0 wants no answer
            }
        }
    }

    private void acknowledged(Ack ack) {
        switch (ack.type()) {
            case PUBREL -> answer(PacketType.PUBCOMP, ack.packetId());
            case SUBACK -> outgoing.answered(ack).ifPresent(filter -> listener.subscribed(filter, ack));
            case UNSUBACK -> outgoing.answered(ack).ifPresent(listener::unsubscribed);
            default -> {
                Outgoing.Step step = outgoing.acknowledged(ack);
                step.answer().ifPresent(packet -> writer.submit(() -> channel.send(packet)));
                step.next().ifPresent(packet -> writer.submit(() -> channel.send(packet)));
                step.done().ifPresent(message -> {
                    permits.release();
                    listener.acknowledged(message.publication(), ack);
                });
            }
        }
    }

    private void answer(PacketType type, int packetId) {
        writer.submit(() -> channel.send(Packets.acknowledge(type, packetId)));
    }
}
