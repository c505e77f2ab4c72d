package dev.gangway.bench.model;

import java.util.Arrays;

/**
 * A message that the test publishes.
 *
 * @param topic for example {@code v1/devices/me/telemetry}
 * @param payload at most 256 MB by the protocol, 64 kB by ThingsBoard's default
 * @param qos 0, 1 or 2
 */
public record Publication(String topic, byte[] payload, int qos) {
    /** Identifier of its packet in a test, which has no other under way. */
    public static final int PACKET_ID = 1;

    @Override
    public boolean equals(Object other) {
        return other instanceof Publication that
                && topic.equals(that.topic)
                && qos == that.qos
                && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return topic.hashCode() * 31 + Arrays.hashCode(payload);
    }
}
