package dev.gangway.bench.mqtt.packet;

/** CONNECT, without its secrets. */
public record Connect(String version, String clientId, boolean userName, boolean password) implements MqttPacket {}
