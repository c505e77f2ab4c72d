package dev.gangway.practice.mqtt;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One client's connection, from its first byte to its end. Confined to the server's thread. */
public final class MqttConnection {
    private static final int VERSION_5 = 5;
    /** The server granted none of this; MQTT 3.1.1 knows one code for it, MQTT 5 says that the filter is invalid. */
    private static final int SUBSCRIPTION_REFUSED_31 = 0x80;

    private static final int SUBSCRIPTION_REFUSED_5 = 0x8f;
    /** Keep alive timeout (MQTT 5, 3.14.2.1). */
    private static final int KEEP_ALIVE_TIMEOUT = 141;
    /** Maximum connect time. */
    private static final int MAXIMUM_CONNECT_TIME = 160;

    private final NetworkConnection connection;
    private final PracticeBroker broker;
    private final MqttCodec codec = new MqttCodec();
    private @Nullable ClientSession session;
    private int version;
    private int lastPacketId;
    private boolean open = true;
    private Duration patience = Duration.ZERO;
    private Runnable cancelPatience = () -> {};

    /** Starts to listen to a client. */
    public MqttConnection(NetworkConnection connection, PracticeBroker broker) {
        this.connection = connection;
        this.broker = broker;
    }

    /** Takes what the client sent. */
    public void received(byte[] bytes) {
        waitForMore();
        for (MqttMessage message : codec.decode(bytes)) {
            try {
                if (open) {
                    handle(message);
                }
            } finally {
                ReferenceCountUtil.release(message);
            }
        }
    }

    /** Notes that the client is gone. */
    public void closed() {
        if (open) {
            finish();
        }
    }

    /** A client that is silent for one and a half times its keep alive is gone (MQTT 5, 3.1.2.10). */
    private void waitForMore() {
        cancelPatience.run();
        if (open && patience.isPositive()) {
            cancelPatience = broker.scheduler().after(patience, () -> end(KEEP_ALIVE_TIMEOUT));
        }
    }

    private void handle(MqttMessage message) {
        if (message.decoderResult().isFailure()) {
            close();
            return;
        }
        ClientSession current = session;
        if (current == null) {
            // Whatever comes before CONNECT waits for it, without an answer.
            if (message instanceof MqttConnectMessage connect) {
                connect(connect);
            }
            return;
        }
        switch (message.fixedHeader().messageType()) {
            case PUBLISH -> publish(current, (MqttPublishMessage) message);
            case SUBSCRIBE -> subscribe(current, (MqttSubscribeMessage) message);
            case UNSUBSCRIBE -> unsubscribe(current, (MqttUnsubscribeMessage) message);
            case PINGREQ -> send(ServerPackets.pingResp());
            case DISCONNECT, CONNECT -> close();
            default -> {
                // Acknowledgements of what the server sent; nothing waits for them.
            }
        }
    }

    private void connect(MqttConnectMessage connect) {
        version = connect.variableHeader().version();
        patience = Duration.ofMillis(connect.variableHeader().keepAliveTimeSeconds() * 1500L);
        waitForMore();
        boolean sessionPresent = !connect.variableHeader().isCleanSession();
        switch (broker.faults().connect()) {
            case ConnectFault.None() -> judge(connect, sessionPresent);
            case ConnectFault.Hang() -> {}
            case ConnectFault.Close() -> close();
            case ConnectFault.Garbage() -> {
                connection.send("220 mail.example.org ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
                close();
            }
            case ConnectFault.RateLimited() -> refuse(3, 159, sessionPresent, Optional.empty(), 150);
            case ConnectFault.Refuse(int code31, int code5, Optional<String> reason) ->
                refuse(code31, code5, sessionPresent, reason, code5);
        }
    }

    private void judge(MqttConnectMessage connect, boolean sessionPresent) {
        switch (broker.judge(ConnectFields.of(connect, connection.clientChain()))) {
            case Judgement.Refused(int code31, int code5) ->
                refuse(code31, code5, sessionPresent, Optional.empty(), code5);
            case Judgement.Provisioning() -> {
                send(ServerPackets.connAck(0, sessionPresent, Optional.empty()));
                session = new ProvisionSession(this, broker.store().provisioning());
            }
            case Judgement.Bearer(var expiry) -> {
                send(ServerPackets.connAck(0, sessionPresent, Optional.empty()));
                session = new TokenSession(this, expiry.map(this::endAt).orElse(() -> {}));
            }
            case Judgement.Accepted(var device) -> {
                send(ServerPackets.connAck(0, sessionPresent, Optional.empty()));
                session = broker.open(device, this);
            }
        }
    }

    private Runnable endAt(Instant moment) {
        Duration left = Duration.between(Instant.now(), moment);
        return broker.scheduler().after(left.isPositive() ? left : Duration.ZERO, () -> end(MAXIMUM_CONNECT_TIME));
    }

    private void refuse(int code31, int code5, boolean sessionPresent, Optional<String> reason, int thenDisconnect) {
        send(ServerPackets.connAck(isVersion5() ? code5 : code31, sessionPresent, reason));
        end(thenDisconnect);
    }

    private void publish(ClientSession current, MqttPublishMessage message) {
        current.published(
                message.variableHeader().topicName(),
                ByteBufUtil.getBytes(message.payload()),
                Math.max(0, message.variableHeader().packetId()));
    }

    private void subscribe(ClientSession current, MqttSubscribeMessage message) {
        List<Integer> codes = new ArrayList<>();
        for (MqttTopicSubscription wish : message.payload().topicSubscriptions()) {
            int granted = current.subscribe(
                    wish.topicFilter(), Math.min(1, wish.qualityOfService().value()));
            int refused = isVersion5() ? SUBSCRIPTION_REFUSED_5 : SUBSCRIPTION_REFUSED_31;
            codes.add(granted < 0 ? refused : granted);
        }
        send(ServerPackets.subAck(message.variableHeader().messageId(), codes));
    }

    private void unsubscribe(ClientSession current, MqttUnsubscribeMessage message) {
        List<String> filters = message.payload().topics();
        filters.forEach(current::unsubscribe);
        MqttMessageIdVariableHeader header = message.variableHeader();
        send(ServerPackets.unsubAck(header.messageId(), filters.size()));
    }

    /** Whether reason codes can be sent. */
    boolean isVersion5() {
        return version == VERSION_5;
    }

    void send(MqttMessage message) {
        if (open) {
            connection.send(codec.encode(message));
        }
    }

    /** Acknowledges; does nothing with QoS 0. QoS 2 is acknowledged in the same way. */
    void acknowledge(int packetId) {
        if (packetId > 0) {
            send(ServerPackets.pubAck(packetId));
        }
    }

    /** Says why a message was not taken, where the version can. */
    void refusePublish(int packetId, int reason) {
        if (packetId > 0) {
            send(ServerPackets.pubAck(packetId, reason));
        }
    }

    /** Sends a message to the client. */
    void push(String topic, String payload, int qos) {
        lastPacketId = lastPacketId % 0xffff + 1;
        send(ServerPackets.publish(topic, payload, qos, lastPacketId));
    }

    /** Ends the connection, with a reason where the version can. */
    void end(int reason) {
        if (isVersion5()) {
            send(ServerPackets.disconnect(reason));
        }
        close();
    }

    void close() {
        if (open) {
            connection.close();
            finish();
        }
    }

    private void finish() {
        open = false;
        cancelPatience.run();
        ClientSession current = session;
        if (current != null) {
            current.closed();
        }
        codec.close();
    }
}
