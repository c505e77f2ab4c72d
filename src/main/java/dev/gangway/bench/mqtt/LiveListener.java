package dev.gangway.bench.mqtt;

import dev.gangway.bench.model.Publication;
import dev.gangway.bench.mqtt.packet.Ack;
import dev.gangway.bench.mqtt.packet.Connack;

/** What a live MQTT session tells. Called on the threads of the session; must not block. */
public interface LiveListener {
    /** The server accepted us. */
    void connected(LiveMqtt session, Connack connack);

    /** A message of the server's, its payload at most 128 kB of it. */
    void received(Publication message);

    /** The server took a message of ours, or refused it: the last acknowledgement that its QoS knows. */
    void acknowledged(Publication message, Ack acknowledgement);

    /** The server answered a subscription: code 0 to 2 is the QoS granted, from 0x80 on the reason of a refusal. */
    void subscribed(String filter, Ack acknowledgement);

    /** The server confirmed the end of a subscription. */
    void unsubscribed(String filter);
}
