package dev.gangway.practice.mqtt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.practice.mqtt.MqttFaults.PublishFault;
import dev.gangway.practice.store.AttributeScope;
import dev.gangway.practice.store.Json;
import dev.gangway.practice.store.ProfileRow;
import dev.gangway.practice.store.Telemetry;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** The session of a device that signed in. Confined to the server's thread. */
final class DeviceSession implements ClientSession {
    private static final String TELEMETRY = "v1/devices/me/telemetry";
    private static final String ATTRIBUTES = "v1/devices/me/attributes";
    private static final String ATTRIBUTES_REQUEST = ATTRIBUTES + "/request/";
    private static final String ATTRIBUTES_RESPONSE = ATTRIBUTES + "/response/";
    private static final String RPC_REQUEST = "v1/devices/me/rpc/request/";
    private static final String RPC_RESPONSE = "v1/devices/me/rpc/response/";
    /** Topic name invalid (MQTT 5, 3.4.2.1). */
    private static final int TOPIC_INVALID = 144;
    /** Payload format invalid. */
    private static final int PAYLOAD_INVALID = 153;

    private final UUID device;
    private final MqttConnection connection;
    private final PracticeBroker broker;
    private final ClientSessions sessions;
    /** Topic filter to granted QoS. */
    private final Map<String, Integer> subscriptions = new LinkedHashMap<>();

    private final RpcCalls calls = new RpcCalls();

    DeviceSession(UUID device, MqttConnection connection, PracticeBroker broker, ClientSessions sessions) {
        this.device = device;
        this.connection = connection;
        this.broker = broker;
        this.sessions = sessions;
    }

    @Override
    public void published(String topic, byte[] payload, int packetId) {
        if (topic.equals(TELEMETRY) || topic.equals(ownTopic("deviceTelemetryTopic"))) {
            telemetry(payload, packetId);
        } else if (topic.equals(ATTRIBUTES) || topic.equals(ownTopic("deviceAttributesTopic"))) {
            attributes(payload, packetId);
        } else if (topic.startsWith(ATTRIBUTES_REQUEST)) {
            answerAttributes(topic.substring(ATTRIBUTES_REQUEST.length()), payload, packetId);
        } else if (topic.startsWith(RPC_RESPONSE)) {
            calls.answered(topic.substring(RPC_RESPONSE.length()), new String(payload, StandardCharsets.UTF_8));
            connection.acknowledge(packetId);
        } else if (topic.startsWith(RPC_REQUEST)) {
            connection.acknowledge(packetId);
        } else if (connection.isVersion5()) {
            connection.refusePublish(packetId, TOPIC_INVALID);
        } else {
            connection.acknowledge(packetId);
        }
    }

    private String ownTopic(String name) {
        ProfileRow profile = broker.store()
                .profiles()
                .get(broker.store().devices().get(device).profileId());
        return profile.mqttTopic(name).orElse("");
    }

    private void telemetry(byte[] payload, int packetId) {
        PublishFault fault = broker.faults().publish();
        JsonNode json = parse(payload);
        if (!Telemetry.isStorable(json)) {
            refusePayload(packetId);
            return;
        }
        if (fault != PublishFault.NOT_STORED) {
            broker.store().telemetry().store(device, json);
        }
        if (fault != PublishFault.NO_ACKNOWLEDGEMENT) {
            connection.acknowledge(packetId);
        }
    }

    private void attributes(byte[] payload, int packetId) {
        if (parse(payload) instanceof ObjectNode values) {
            broker.store().telemetry().setAttributes(device, AttributeScope.CLIENT_SCOPE, values);
            broker.store().telemetry().active(device);
            connection.acknowledge(packetId);
        } else {
            refusePayload(packetId);
        }
    }

    private void answerAttributes(String requestId, byte[] payload, int packetId) {
        JsonNode request = parse(payload);
        if (!request.isObject()) {
            refusePayload(packetId);
            return;
        }
        connection.acknowledge(packetId);
        push(
                ATTRIBUTES_RESPONSE + requestId,
                AttributeAnswer.of(request, broker.store().telemetry(), device).toString());
    }

    /** Anything that is not JSON becomes a missing node. */
    private static JsonNode parse(byte[] payload) {
        try {
            return Json.LENIENT.readTree(new String(payload, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return Json.object().path("not JSON");
        }
    }

    private void refusePayload(int packetId) {
        if (connection.isVersion5()) {
            connection.refusePublish(packetId, PAYLOAD_INVALID);
        } else {
            connection.close();
        }
    }

    @Override
    public int subscribe(String filter, int qos) {
        boolean known = filter.equals(ATTRIBUTES)
                || filter.equals(ATTRIBUTES_RESPONSE + "+")
                || filter.equals(RPC_REQUEST + "+")
                || filter.equals(RPC_RESPONSE + "+")
                || filter.equals(ownTopic("deviceAttributesSubscribeTopic"));
        if (!known) {
            return -1;
        }
        subscriptions.put(filter, qos);
        return qos;
    }

    @Override
    public void unsubscribe(String filter) {
        subscriptions.remove(filter);
    }

    /** Tells the device of shared attributes, where it asked to be told. */
    void sharedAttributes(ObjectNode changes) {
        push(ATTRIBUTES, changes.toString());
    }

    /** Sends a remote call to the device, where it listens; the answer goes to {@code answer}. */
    boolean call(ObjectNode request, Consumer<String> answer) {
        if (!subscriptions.containsKey(RPC_REQUEST + "+")) {
            return false;
        }
        push(RPC_REQUEST + calls.next(answer), request.toString());
        return true;
    }

    /** Sends to the device what one of its subscriptions covers. */
    private void push(String topic, String payload) {
        subscriptions.entrySet().stream()
                .filter(subscription -> covers(subscription.getKey(), topic))
                .findFirst()
                .ifPresent(subscription -> connection.push(topic, payload, subscription.getValue()));
    }

    private static boolean covers(String filter, String topic) {
        return filter.endsWith("+") ? topic.startsWith(filter.substring(0, filter.length() - 1)) : filter.equals(topic);
    }

    void end(int reason) {
        connection.end(reason);
    }

    @Override
    public void closed() {
        sessions.closed(device, this);
        broker.store().telemetry().disconnected(device);
    }

    /** Remote calls that wait for their answer. Confined to the server's thread. */
    static final class RpcCalls {
        private final Map<String, Consumer<String>> waiting = new HashMap<>();
        private int last = -1;

        /** Number of the next call, from 0; its answer goes to {@code answer}. */
        int next(Consumer<String> answer) {
            last++;
            waiting.put(Integer.toString(last), answer);
            return last;
        }

        void answered(String number, String payload) {
            Consumer<String> answer = waiting.remove(number);
            if (answer != null) {
                answer.accept(payload);
            }
        }
    }
}
