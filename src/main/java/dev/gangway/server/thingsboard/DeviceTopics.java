package dev.gangway.server.thingsboard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gangway.server.DeviceInterface;
import dev.gangway.server.DeviceInterface.Calls;
import dev.gangway.server.DeviceInterface.Form;
import dev.gangway.server.DeviceInterface.QuickAction;
import dev.gangway.server.DeviceInterface.SelfProvisioning;
import dev.gangway.server.DeviceInterface.SharedAttributes;
import dev.gangway.server.ServerAdapter.ProvisionRequest;
import java.util.List;
import java.util.Optional;

/** ThingsBoard's MQTT device API: its topics, and what people want of it most. */
final class DeviceTopics {
    private static final String TELEMETRY = "v1/devices/me/telemetry";

    /** Where client attributes go; subscribed to, it tells of changes to shared attributes. */
    private static final String ATTRIBUTES = "v1/devices/me/attributes";

    private static final String ATTRIBUTE_ANSWERS = ATTRIBUTES + "/response/+";
    private static final String ATTRIBUTE_REQUEST = ATTRIBUTES + "/request/1";
    private static final String REQUESTS = "v1/devices/me/rpc/request/";
    private static final String RESPONSES = "v1/devices/me/rpc/response/";

    /** How devices talk to it. */
    static final DeviceInterface ALL = new DeviceInterface(
            "thingsboard",
            TELEMETRY,
            true,
            List.of(
                    sending("TELEMETRY", TELEMETRY, "{\"temperature\":21.5}"),
                    sending("CLIENT_ATTRIBUTES", ATTRIBUTES, "{\"firmware\":\"1.0\"}"),
                    asking("REQUEST_ATTRIBUTES", ATTRIBUTE_ANSWERS, ATTRIBUTE_REQUEST, sharedKeys("key1,key2")),
                    listening("ATTRIBUTE_UPDATES", ATTRIBUTES),
                    listening("SERVER_CALLS", REQUESTS + "+"),
                    asking("CALL_SERVER", RESPONSES + "+", REQUESTS + "1", "{\"method\":\"getTime\",\"params\":{}}")),
            Optional.of(new Calls(REQUESTS + "+", REQUESTS, RESPONSES)),
            Optional.of(
                    new SharedAttributes(ATTRIBUTES, ATTRIBUTE_ANSWERS, ATTRIBUTE_REQUEST, DeviceTopics::sharedKeys)),
            Optional.of(new Provision()));

    private DeviceTopics() {}

    private static QuickAction sending(String id, String topic, String payload) {
        return new QuickAction(id, Optional.empty(), Optional.of(topic), payload);
    }

    private static QuickAction asking(String id, String filter, String topic, String payload) {
        return new QuickAction(id, Optional.of(filter), Optional.of(topic), payload);
    }

    private static QuickAction listening(String id, String filter) {
        return new QuickAction(id, Optional.of(filter), Optional.empty(), "");
    }

    private static String sharedKeys(String keys) {
        return JsonNodeFactory.instance.objectNode().put("sharedKeys", keys).toString();
    }

    /** The session that ThingsBoard opens for the user name {@code provision}. */
    private record Provision() implements SelfProvisioning {
        @Override
        public String userName() {
            return "provision";
        }

        @Override
        public String requestTopic() {
            return "/provision/request";
        }

        @Override
        public String responseTopic() {
            return "/provision/response";
        }

        @Override
        public Form form(ProvisionRequest request, String host) {
            return new ProvisionForm(request, host, requestTopic());
        }
    }
}
