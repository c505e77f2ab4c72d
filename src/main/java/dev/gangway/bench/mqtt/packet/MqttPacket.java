package dev.gangway.bench.mqtt.packet;

import dev.gangway.bench.event.Detail;

/** An MQTT control packet as it was sent or received, immutable, its secrets left out. */
public sealed interface MqttPacket extends Detail permits Connect, Connack, Ack, Publish, Disconnect, Auth {}
