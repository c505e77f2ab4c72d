package dev.gangway.practice.mqtt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.practice.store.Json;
import dev.gangway.practice.store.ProvisionRequests;
import dev.gangway.practice.store.RestRefusal;
import java.nio.charset.StandardCharsets;

/** A session in which a device can ask for credentials, and nothing else. */
final class ProvisionSession implements ClientSession {
    private static final String REQUEST = "/provision/request";
    private static final String RESPONSE = "/provision/response";
    /** Implementation specific error (MQTT 5, 3.4.2.1). */
    private static final int IMPLEMENTATION_SPECIFIC = 131;

    private static final int TOPIC_INVALID = 144;
    private static final int PAYLOAD_INVALID = 153;

    private final MqttConnection connection;
    private final ProvisionRequests provisioning;
    private boolean subscribed;

    ProvisionSession(MqttConnection connection, ProvisionRequests provisioning) {
        this.connection = connection;
        this.provisioning = provisioning;
    }

    @Override
    public void published(String topic, byte[] payload, int packetId) {
        if (!topic.equals(REQUEST)) {
            refuse(packetId, TOPIC_INVALID);
            return;
        }
        JsonNode request;
        try {
            request = Json.LENIENT.readTree(new String(payload, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            if (connection.isVersion5()) {
                refuse(packetId, PAYLOAD_INVALID);
            } else {
                connection.close();
            }
            return;
        }
        String answer;
        try {
            answer = provisioning.answer(request).toString();
        } catch (RestRefusal refused) {
            refuse(packetId, IMPLEMENTATION_SPECIFIC);
            return;
        }
        connection.acknowledge(packetId);
        if (subscribed) {
            connection.push(RESPONSE, answer, 1);
        }
    }

    private void refuse(int packetId, int reason) {
        if (connection.isVersion5()) {
            connection.refusePublish(packetId, reason);
        } else {
            connection.acknowledge(packetId);
        }
        connection.end(reason);
    }

    @Override
    public int subscribe(String filter, int qos) {
        if (!filter.equals(RESPONSE)) {
            return -1;
        }
        subscribed = true;
        return qos;
    }

    @Override
    public void unsubscribe(String filter) {
        subscribed = subscribed && !filter.equals(RESPONSE);
    }

    @Override
    public void closed() {
        // Nothing is kept for it.
    }
}
