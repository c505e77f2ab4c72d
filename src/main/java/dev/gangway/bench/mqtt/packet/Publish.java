package dev.gangway.bench.mqtt.packet;

/** PUBLISH. */
public record Publish(String topic, int qos, int payloadBytes) implements MqttPacket {}
