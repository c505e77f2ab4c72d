package dev.gangway.server.thingsboard;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.device.Credential;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Pem;
import dev.gangway.secret.Secret;
import dev.gangway.server.DeviceInterface;
import dev.gangway.server.ServerAdapter.ProvisionRequest;
import dev.gangway.server.ServerCode;
import java.nio.charset.StandardCharsets;

/**
 * A device's request for a credential and its answer: the same over HTTP and MQTT.
 *
 * @param request what is asked for
 * @param host who is asked
 * @param call how, for people
 */
record ProvisionForm(ProvisionRequest request, String host, String call) implements DeviceInterface.Form {
    @Override
    public byte[] message() {
        return UnpooledJson.bytes(json());
    }

    @Override
    public Outcome<Credential> judged(byte[] answer) {
        try {
            return judged(UnpooledJson.read(new String(answer, StandardCharsets.UTF_8)));
        } catch (JacksonException e) {
            return notUnderstood();
        }
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("deviceName", request.deviceName())
                .put("provisionDeviceKey", request.key())
                .put("provisionDeviceSecret", request.secret().reveal());
        request.wanted().ifPresent(wanted -> {
            switch (wanted) {
                case Credential.AccessToken(Secret token) ->
                    json.put("credentialsType", "ACCESS_TOKEN").put("token", token.reveal());
                case Credential.MqttBasic basic -> {
                    json.put("credentialsType", "MQTT_BASIC");
                    basic.clientId().ifPresent(id -> json.put("clientId", id));
                    basic.userName().ifPresent(name -> json.put("username", name));
                    basic.password().ifPresent(password -> json.put("password", password.reveal()));
                }
                // The field is called hash, but takes the certificate.
                case Credential.X509Leaf leaf ->
                    json.put("credentialsType", "X509_CERTIFICATE").put("hash", Pem.certificate(leaf.certificate()));
                default -> throw new IllegalArgumentException("cannot be asked for: " + wanted.getClass());
            }
        });
        return json;
    }

    /** The server reports refusals with status 200, and all but one of their causes with the same words. */
    Outcome<Credential> judged(JsonNode answer) {
        return switch (answer.path("status").asText()) {
            case "SUCCESS" -> credential(answer);
            case "NOT_FOUND" ->
                on(ServerCode.PROVISION_KEY_UNKNOWN)
                        .remedy("check-provision-key")
                        .failed();
            case "FAILURE" ->
                on(ServerCode.PROVISION_REFUSED)
                        .fact("server-said", "message", answer.path("errorMsg").asText())
                        .remedy("choose-other-name")
                        .remedy("register-device-first")
                        .remedy(Action.EDIT_CREDENTIAL, "use-other-credential")
                        .failed();
            default -> notUnderstood();
        };
    }

    private Outcome<Credential> credential(JsonNode answer) {
        JsonNode value = answer.path("credentialsValue");
        return switch (answer.path("credentialsType").asText()) {
            case "ACCESS_TOKEN" -> Outcome.ok(new Credential.AccessToken(Secret.of(value.asText())));
            case "MQTT_BASIC" ->
                Outcome.ok(new Credential.MqttBasic(
                        Rest.maybe(value, "clientId"),
                        Rest.maybe(value, "userName"),
                        Rest.maybe(value, "password").map(Secret::of)));
            case "X509_CERTIFICATE" ->
                request.wanted().<Outcome<Credential>>map(Outcome::ok).orElseGet(this::notUnderstood);
            default -> notUnderstood();
        };
    }

    private Outcome<Credential> notUnderstood() {
        return Diagnosis.of(ServerCode.ANSWER_NOT_UNDERSTOOD)
                .with("host", host)
                .with("call", call)
                .remedy("check-address")
                .failed();
    }

    private Diagnosis.Builder on(ServerCode code) {
        return Diagnosis.of(code)
                .with("host", host)
                .with("name", request.deviceName())
                .with("key", request.key());
    }
}
