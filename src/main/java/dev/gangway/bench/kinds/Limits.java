package dev.gangway.bench.kinds;

import dev.gangway.bench.model.MqttOptions.Version;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a kind takes at most, as its documentation says.
 *
 * @param versions of MQTT
 * @param keepAlive longest that is taken
 * @param clientIdBytes of UTF-8
 * @param qos highest
 * @param payloadBytes of a message
 * @param topicSlashes in a topic
 */
record Limits(
        Set<Version> versions, Duration keepAlive, int clientIdBytes, int qos, long payloadBytes, int topicSlashes) {
    /** Those of the protocol. */
    static final Limits OF_MQTT = new Limits(
            EnumSet.allOf(Version.class), Duration.ofSeconds(65_535), 65_535, 2, 268_435_455, Integer.MAX_VALUE);

    /** Only these versions. */
    Limits speaking(Version first, Version... more) {
        return new Limits(EnumSet.of(first, more), keepAlive, clientIdBytes, qos, payloadBytes, topicSlashes);
    }

    /** At most this keep-alive, which also has to be set. */
    Limits withKeepAlive(Duration longest) {
        return new Limits(versions, longest, clientIdBytes, qos, payloadBytes, topicSlashes);
    }

    /** Client ids of at most so many bytes. */
    Limits withClientId(int bytes) {
        return new Limits(versions, keepAlive, bytes, qos, payloadBytes, topicSlashes);
    }

    /** At most this QoS. */
    Limits withQos(int highest) {
        return new Limits(versions, keepAlive, clientIdBytes, highest, payloadBytes, topicSlashes);
    }

    /** Messages of at most so many bytes. */
    Limits withPayload(long bytes) {
        return new Limits(versions, keepAlive, clientIdBytes, qos, bytes, topicSlashes);
    }

    /** Topics with at most so many slashes. */
    Limits withTopicSlashes(int most) {
        return new Limits(versions, keepAlive, clientIdBytes, qos, payloadBytes, most);
    }
}
