package dev.gangway.ui.watch;

import dev.gangway.server.thingsboard.DeviceTopics;
import java.util.Optional;

/** What people want of ThingsBoard's device API most: a filter to subscribe to, a message to begin with, or both. */
enum QuickAction {
    TELEMETRY(null, DeviceTopics.TELEMETRY, "{\"temperature\":21.5}"),
    CLIENT_ATTRIBUTES(null, DeviceTopics.ATTRIBUTES, "{\"firmware\":\"1.0\"}"),
    REQUEST_ATTRIBUTES(
            DeviceTopics.ATTRIBUTE_ANSWERS,
            DeviceTopics.attributeRequest(1),
            DeviceTopics.sharedAttributes("key1,key2")),
    ATTRIBUTE_UPDATES(DeviceTopics.ATTRIBUTES, null, null),
    SERVER_CALLS(DeviceTopics.SERVER_CALLS, null, null),
    CALL_SERVER(DeviceTopics.CALL_ANSWERS, DeviceTopics.call(1), "{\"method\":\"getTime\",\"params\":{}}");

    private final Optional<String> filter;
    private final Optional<String> topic;
    private final String payload;

    QuickAction(
            @org.jspecify.annotations.Nullable String filter,
            @org.jspecify.annotations.Nullable String topic,
            @org.jspecify.annotations.Nullable String payload) {
        this.filter = Optional.ofNullable(filter);
        this.topic = Optional.ofNullable(topic);
        this.payload = payload == null ? "" : payload;
    }

    /** What has to be subscribed to for the answer. */
    Optional<String> filter() {
        return filter;
    }

    /** Where the message goes, where there is one. */
    Optional<String> topic() {
        return topic;
    }

    /** What it says, as an example. */
    String payload() {
        return payload;
    }
}
