package dev.gangway.practice.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.practice.rest.Backend.MqttPorts;
import dev.gangway.practice.store.CredentialsRow;
import dev.gangway.practice.store.CredentialsType;
import dev.gangway.practice.store.Json;
import java.util.Set;

/** Shell commands with the secret in them, as the server offers them for trying a device. */
final class ConnectivityCommands {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String PAYLOAD = "\"{temperature:25}\"";

    private final String authority;
    private final String host;
    private final MqttPorts ports;
    private final String topic;
    private final CredentialsRow credentials;

    /** For a device, as seen by a client that named the server by {@code authority}: host and port. */
    ConnectivityCommands(String authority, MqttPorts ports, String topic, CredentialsRow credentials) {
        this.authority = authority;
        this.host = authority.replaceFirst(":\\d+$", "");
        this.ports = ports;
        this.topic = topic;
        this.credentials = credentials;
    }

    String curl() {
        return "curl -v -X POST http://" + authority + "/api/v1/" + credentials.credentialsId()
                + "/telemetry --header Content-Type:application/json --data " + PAYLOAD;
    }

    ObjectNode mqtt() {
        boolean loopback = LOOPBACK.contains(host);
        String dockerHost = loopback ? "host.docker.internal" : host;
        String docker = "docker run --rm -it " + (loopback ? "--add-host=host.docker.internal:host-gateway " : "")
                + "thingsboard/mosquitto-clients ";
        ObjectNode mqtt = Json.object().put("mqtt", publish(host, ports.mqtt(), ""));
        mqtt.putArray("mqtts").add(download()).add(publish(host, ports.mqtts(), " --cafile ca-root.pem"));
        mqtt.putObject("docker")
                .put("mqtt", docker + publish(dockerHost, ports.mqtt(), ""))
                .put(
                        "mqtts",
                        docker + "/bin/sh -c \"" + download() + " && "
                                + publish(dockerHost, ports.mqtts(), " --cafile ca-root.pem") + "\"");
        return mqtt;
    }

    private String download() {
        return "curl -f -S -o ca-root.pem http://" + authority + "/api/device-connectivity/mqtts/certificate/download";
    }

    private String publish(String to, int port, String tls) {
        return "mosquitto_pub -d -q 1" + tls + " -h " + to + " -p " + port + " -t " + topic + secrets() + " -m "
                + PAYLOAD;
    }

    private String secrets() {
        if (credentials.type() == CredentialsType.ACCESS_TOKEN) {
            return " -u \"" + credentials.credentialsId() + "\"";
        }
        JsonNode basic = basic();
        return option(" -i", basic, "clientId") + option(" -u", basic, "userName") + option(" -P", basic, "password");
    }

    private JsonNode basic() {
        try {
            return Json.STRICT.readTree(credentials.credentialsValue().orElse("{}"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored value is always JSON", e);
        }
    }

    private static String option(String name, JsonNode basic, String member) {
        return Json.filled(basic, member)
                .map(value -> name + " \"" + value + "\"")
                .orElse("");
    }
}
