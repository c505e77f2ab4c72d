package dev.gangway.practice.rest;

/** Where MQTT is listened for, plain and over TLS. */
public record MqttPorts(int mqtt, int mqtts) {}
