package dev.gangway.bench.mqtt;

import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.mqtt.PacketChannel.Received;
import dev.gangway.bench.mqtt.packet.Auth;
import dev.gangway.bench.mqtt.packet.Connack;
import dev.gangway.bench.mqtt.packet.Disconnect;
import dev.gangway.bench.net.TracedSocket;
import java.time.Duration;
import java.util.Optional;

/** The beginning of a session: CONNECT to CONNACK. For one thread. */
final class Login {
    /** How long we wait for what a server may add to a refusal: MQTT has it close at once. */
    private static final Duration LINGER = Duration.ofMillis(250);

    private final TracedSocket wire;
    private final PacketChannel channel;
    private final MqttOptions options;

    Login(TracedSocket wire, PacketChannel channel, MqttOptions options) {
        this.wire = wire;
        this.channel = channel;
        this.options = options;
    }

    /** What the server agreed to; empty where it does not accept us. */
    Optional<Connack> connect() {
        Optional<AuthExchange> exchange = options.authentication().map(auth -> new AuthExchange(auth, channel));
        channel.send(Packets.connect(options, exchange.map(AuthExchange::first)));
        while (true) {
            Optional<Received> received = channel.receive();
            if (received.isEmpty()) {
                return Optional.empty();
            }
            switch (received.get().message().detail()) {
                case Connack connack
                when connack.isAccepted() -> {
                    return exchange.map(each -> each.concludedByConnack(connack))
                                    .orElse(true)
                            ? Optional.of(connack)
                            : Optional.empty();
                }
                case Auth auth
                when auth.code() == Auth.CONTINUE && exchange.isPresent() -> {
                    Optional<byte[]> answer = exchange.get().answer(auth);
                    if (answer.isEmpty()) {
                        return Optional.empty();
                    }
                    channel.send(answer.get());
                }
                case Connack _, Disconnect _ -> {
                    linger();
                    return Optional.empty();
                }
                default -> {
                    // nothing else is allowed here; the judge sees it
                }
            }
        }
    }

    /** Reads what comes after a refusal, for example ThingsBoard's DISCONNECT, until the server closes. */
    private void linger() {
        wire.limitReads(wire.deadline().orEarlier(LINGER));
        while (channel.receive().isPresent()) {
            // noted
        }
    }
}
