package dev.gangway.bench.mqtt.packet;

import java.util.Optional;

/** AUTH (MQTT 5). */
public record Auth(int code, Optional<String> method) implements MqttPacket {}
