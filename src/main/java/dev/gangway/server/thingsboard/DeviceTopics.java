package dev.gangway.server.thingsboard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The topics of ThingsBoard's MQTT device API. */
public final class DeviceTopics {
    /** Where values go. */
    public static final String TELEMETRY = "v1/devices/me/telemetry";

    /** Where client attributes go; subscribed to, it tells of changes to shared attributes. */
    public static final String ATTRIBUTES = "v1/devices/me/attributes";

    /** Filter for the answers to requests for attributes. */
    public static final String ATTRIBUTE_ANSWERS = ATTRIBUTES + "/response/+";

    /** Filter for calls of the server. */
    public static final String SERVER_CALLS = "v1/devices/me/rpc/request/+";

    /** Filter for the answers to our own calls. */
    public static final String CALL_ANSWERS = "v1/devices/me/rpc/response/+";

    /** Where a device asks for a credential with key and secret of a profile. */
    public static final String PROVISION_REQUEST = "/provision/request";

    /** Where the answer to that comes. */
    public static final String PROVISION_RESPONSE = "/provision/response";

    private static final String CALLS = "v1/devices/me/rpc/request/";
    private static final String ANSWERS = "v1/devices/me/rpc/response/";

    private DeviceTopics() {}

    /** Where attributes are asked for; the answer carries the number. */
    public static String attributeRequest(int number) {
        return ATTRIBUTES + "/request/" + number;
    }

    /** What to send there: asks for these shared attributes, separated by commas. */
    public static String sharedAttributes(String keys) {
        return JsonNodeFactory.instance.objectNode().put("sharedKeys", keys).toString();
    }

    /** Where a call to the server goes; the answer carries the number. */
    public static String call(int number) {
        return CALLS + number;
    }

    /** Whether a message on this topic is a call of the server. */
    public static boolean isServerCall(String topic) {
        return topic.startsWith(CALLS);
    }

    /** Where the answer to a call of the server goes. */
    public static String answerTo(String call) {
        return ANSWERS + call.substring(CALLS.length());
    }
}
