package dev.gangway.practice.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.practice.rest.Backend.MqttPorts;
import dev.gangway.practice.rest.Routes.Access;
import dev.gangway.practice.store.CredentialsRow;
import dev.gangway.practice.store.CredentialsType;
import dev.gangway.practice.store.Json;
import dev.gangway.practice.store.RestRefusal;
import dev.gangway.practice.store.Store;
import dev.gangway.practice.store.StoredDevice;

/** What the server tells about how to connect: commands to copy, and the authority of its MQTT certificate. */
final class ConnectivityApi {
    private final Store store;
    private final MqttPorts ports;
    private final String authorityPem;

    ConnectivityApi(Store store, MqttPorts ports, String authorityPem) {
        this.store = store;
        this.ports = ports;
        this.authorityPem = authorityPem;
    }

    void addTo(Routes routes) {
        routes.add("GET", "/api/device-connectivity/{protocol}/certificate/download", Access.PUBLIC, this::certificate)
                .add("GET", "/api/device-connectivity/{id}", Access.TENANT, this::commands);
    }

    private RestResponse certificate(Request request) {
        String protocol = request.parameter("protocol").orElse("");
        if (!protocol.equals("mqtts")) {
            throw RestRefusal.notFound(protocol + " pem cert file is not found!");
        }
        return RestResponse.file("ca-root.pem", authorityPem);
    }

    private RestResponse commands(Request request) {
        StoredDevice device = store.devices().get(request.id("id"));
        CredentialsRow credentials = store.credentials().of(device.id());
        ObjectNode answer = Json.object();
        if (credentials.type() == CredentialsType.X509_CERTIFICATE) {
            answer.set("mqtt", Json.object().put("mqtts", "Check documentation"));
            return RestResponse.json(answer);
        }
        String topic = store.profiles()
                .get(device.profileId())
                .mqttTopic("deviceTelemetryTopic")
                .orElse("v1/devices/me/telemetry");
        ConnectivityCommands commands =
                new ConnectivityCommands(request.header("host").orElse("localhost"), ports, topic, credentials);
        if (credentials.type() == CredentialsType.ACCESS_TOKEN) {
            answer.set("http", Json.object().put("http", commands.curl()));
        }
        answer.set("mqtt", commands.mqtt());
        return RestResponse.json(answer);
    }
}
