package dev.gangway.practice.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The session of somebody who signed in with a JWT. No device stands behind it, so any topic will do, and what is
 * published comes back where it was subscribed to.
 */
final class TokenSession implements ClientSession {
    private final MqttConnection connection;
    /** Topic filter to granted QoS. */
    private final Map<String, Integer> subscriptions = new LinkedHashMap<>();

    private final Runnable cancelExpiry;

    /** {@code cancelExpiry} forgets the end of the token. */
    TokenSession(MqttConnection connection, Runnable cancelExpiry) {
        this.connection = connection;
        this.cancelExpiry = cancelExpiry;
    }

    @Override
    public void published(String topic, byte[] payload, int packetId) {
        connection.acknowledge(packetId);
        subscriptions.entrySet().stream()
                .filter(subscription -> TopicFilter.matches(subscription.getKey(), topic))
                .findFirst()
                .ifPresent(subscription ->
                        connection.push(topic, new String(payload, StandardCharsets.UTF_8), subscription.getValue()));
    }

    @Override
    public int subscribe(String filter, int qos) {
        subscriptions.put(filter, qos);
        return qos;
    }

    @Override
    public void unsubscribe(String filter) {
        subscriptions.remove(filter);
    }

    @Override
    public void closed() {
        cancelExpiry.run();
    }
}
