package dev.gangway.server.thingsboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.background.Cancellation;
import dev.gangway.device.Credential;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Pem;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerAdapter.ProvisionRequest;
import dev.gangway.server.ServerCode;
import java.util.ArrayList;
import java.util.List;

/** ThingsBoard's device provisioning over HTTP, as a device does it: without a sign-in. */
final class Provisioning {
    private static final String PATH = "/api/v1/provision";

    private final Rest rest;

    Provisioning(Rest rest) {
        this.rest = rest;
    }

    Outcome<Credential> request(ProvisionRequest request, Cancellation cancellation) {
        List<Secret> secrets = new ArrayList<>(List.of(request.secret()));
        request.wanted().ifPresent(wanted -> secrets.addAll(StoredCredential.secrets(wanted)));
        Call call = Call.post(PATH, json(request)).hiding(secrets);
        return rest.readUnsigned(call, json -> json, cancellation).then(answer -> judged(answer, request));
    }

    private static ObjectNode json(ProvisionRequest request) {
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
    private Outcome<Credential> judged(JsonNode answer, ProvisionRequest request) {
        return switch (answer.path("status").asText()) {
            case "SUCCESS" -> credential(answer, request);
            case "NOT_FOUND" ->
                on(ServerCode.PROVISION_KEY_UNKNOWN, request)
                        .remedy("check-provision-key")
                        .failed();
            case "FAILURE" ->
                on(ServerCode.PROVISION_REFUSED, request)
                        .fact("server-said", "message", answer.path("errorMsg").asText())
                        .remedy("choose-other-name")
                        .remedy("register-device-first")
                        .remedy(Action.EDIT_CREDENTIAL, "use-other-credential")
                        .failed();
            default -> notUnderstood();
        };
    }

    private Outcome<Credential> credential(JsonNode answer, ProvisionRequest request) {
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
                .with("host", rest.host())
                .with("call", "POST " + PATH)
                .remedy("check-address")
                .failed();
    }

    private Diagnosis.Builder on(ServerCode code, ProvisionRequest request) {
        return Diagnosis.of(code)
                .with("host", rest.host())
                .with("name", request.deviceName())
                .with("key", request.key());
    }
}
