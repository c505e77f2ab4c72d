package dev.gangway.server;

import dev.gangway.device.Credential;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.server.ServerAdapter.ProvisionRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How devices talk to a kind of server.
 *
 * @param words the bundle with its words; {@code <words>.quick} is its name, {@code <words>.quick.<id>} that of a
 *     {@link QuickAction}
 * @param telemetry MQTT topic where values go; {@code {name}} stands for the device's name
 * @param deviceApi whether it also takes values over HTTP and CoAP as the bench speaks them
 * @param actions what people want of it most in a live session; may be empty
 * @param calls how it calls devices, where it does
 * @param attributes values that it shares with a device, where it does
 * @param provisioning how a device asks for its credential over MQTT, where it can
 */
public record DeviceInterface(
        String words,
        String telemetry,
        boolean deviceApi,
        List<QuickAction> actions,
        Optional<Calls> calls,
        Optional<SharedAttributes> attributes,
        Optional<SelfProvisioning> provisioning) {
    public DeviceInterface {
        actions = List.copyOf(actions);
    }

    /** Where a device of this name publishes its values. */
    public String telemetryTopic(String deviceName) {
        return telemetry.replace("{name}", deviceName);
    }

    /**
     * A filter to subscribe to, a message to begin with, or both.
     *
     * @param id stands for it in its words
     * @param filter what has to be subscribed to for the answer
     * @param topic where the message goes, where there is one
     * @param payload what it says, as an example
     */
    public record QuickAction(String id, Optional<String> filter, Optional<String> topic, String payload) {}

    /**
     * Calls of the server, which a device answers.
     *
     * @param filter what to subscribe to for them
     * @param call what their topics begin with; the rest is the number of the call
     * @param answer what the topics of answers begin with; the same number follows
     */
    public record Calls(String filter, String call, String answer) {
        /** Whether a message on this topic is such a call. */
        public boolean isCall(String topic) {
            return topic.startsWith(call);
        }

        /** Where the answer to a call on this topic goes. */
        public String answerTo(String topic) {
            return answer + topic.substring(call.length());
        }
    }

    /**
     * Attributes that the server shares with a device.
     *
     * @param changes topic that tells of changes
     * @param answers filter for the answers to requests
     * @param request topic of a first request
     * @param asking what to send there for these keys, separated by commas
     */
    public record SharedAttributes(String changes, String answers, String request, UnaryOperator<String> asking) {}

    /** A session in which a device asks for its credential with key and secret of a profile. */
    public interface SelfProvisioning {
        /** User name that opens such a session; without password. */
        String userName();

        /** Where the request goes. */
        String requestTopic();

        /** Where the answer comes. */
        String responseTopic();

        /** A request to this host. */
        Form form(ProvisionRequest request, String host);
    }

    /** A request for a credential, and how its answer is read. */
    public interface Form {
        /** Who is asked. */
        String host();

        /** What is sent; holds the secret of the profile. */
        byte[] message();

        /** The credential in an answer, or why there is none. */
        Outcome<Credential> judged(byte[] answer);
    }
}
