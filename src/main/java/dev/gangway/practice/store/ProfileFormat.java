package dev.gangway.practice.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Profile data as the server gives it back: what it knows, in its order, with its defaults. */
final class ProfileFormat {
    private ProfileFormat() {}

    static ObjectNode data(JsonNode sent) {
        ObjectNode data = Json.object();
        data.set("configuration", orDefaultType(sent.path("configuration")));
        data.set("transportConfiguration", transport(sent.path("transportConfiguration")));
        data.set("provisionConfiguration", provisioning(sent.path("provisionConfiguration")));
        data.set("alarms", Json.orNull(sent, "alarms"));
        return data;
    }

    private static JsonNode orDefaultType(JsonNode sent) {
        return sent.isObject() ? sent : Json.object().put("type", "DEFAULT");
    }

    private static JsonNode transport(JsonNode sent) {
        if (!"MQTT".equals(sent.path("type").asText())) {
            return orDefaultType(sent);
        }
        ObjectNode transport = Json.object().put("type", "MQTT");
        transport.put("deviceTelemetryTopic", topic(sent, "deviceTelemetryTopic", "v1/devices/me/telemetry"));
        transport.put("deviceAttributesTopic", topic(sent, "deviceAttributesTopic", "v1/devices/me/attributes"));
        transport.put(
                "deviceAttributesSubscribeTopic",
                topic(sent, "deviceAttributesSubscribeTopic", "v1/devices/me/attributes"));
        JsonNode payload = sent.path("transportPayloadTypeConfiguration");
        transport.set(
                "transportPayloadTypeConfiguration",
                payload.isObject() ? payload : Json.object().put("transportPayloadType", "JSON"));
        transport.put("sparkplug", sent.path("sparkplug").asBoolean());
        transport.set("sparkplugAttributesMetricNames", Json.orNull(sent, "sparkplugAttributesMetricNames"));
        transport.put(
                "sendAckOnValidationException",
                sent.path("sendAckOnValidationException").asBoolean());
        return transport;
    }

    private static String topic(JsonNode sent, String name, String fallback) {
        return Json.filled(sent, name).orElse(fallback);
    }

    private static JsonNode provisioning(JsonNode sent) {
        if (!sent.isObject()) {
            return NullNode.getInstance();
        }
        ObjectNode provisioning = Json.object();
        String type = Json.text(sent, "type").orElse("DISABLED");
        provisioning.put("type", type);
        boolean chain = type.equals(ProfileRow.ProvisionType.X509_CERTIFICATE_CHAIN.name());
        String secret = Json.text(sent, "provisionDeviceSecret").orElse(null);
        provisioning.put("provisionDeviceSecret", chain && secret != null ? CredentialsFormat.body(secret) : secret);
        if (chain) {
            provisioning.set("certificateRegExPattern", Json.orNull(sent, "certificateRegExPattern"));
            provisioning.put(
                    "allowCreateNewDevicesByX509Certificate",
                    sent.path("allowCreateNewDevicesByX509Certificate").asBoolean());
        }
        return provisioning;
    }
}
