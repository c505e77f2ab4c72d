package dev.gangway.server.thingsboard;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.device.Credential;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.Pem;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerAdapter.RemoteCredential;
import dev.gangway.server.ServerCode;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * A credential as ThingsBoard stores it: how ours is written there, and whether what is there is ours. The server stores
 * whatever text it is given for a certificate, and anything around the PEM block makes it one that never matches.
 */
final class StoredCredential {
    private static final String TOKEN = "ACCESS_TOKEN";
    private static final String BASIC = "MQTT_BASIC";
    private static final String X509 = "X509_CERTIFICATE";

    private StoredCredential() {}

    /** The type, id and value to send; fails for types that ThingsBoard does not know. */
    static Outcome<ObjectNode> json(Credential credential) {
        return switch (credential) {
            case Credential.AccessToken(Secret token) -> Outcome.ok(typed(TOKEN).put("credentialsId", token.reveal()));
            case Credential.MqttBasic basic ->
                Outcome.ok(typed(BASIC).put("credentialsValue", UnpooledJson.text(basicValue(basic))));
            case Credential.X509Leaf leaf ->
                Outcome.ok(typed(X509).put("credentialsValue", Pem.certificate(leaf.certificate())));
            // The server replaces it by whatever leaf of the chain connects first, but never an access token.
            case Credential.X509Chain chain ->
                Outcome.ok(typed(X509)
                        .put("credentialsValue", Pem.certificate(chain.chain().getFirst())));
            case Credential.None none -> unsupported("None");
            case Credential.Jwt jwt -> unsupported("JWT");
            case Credential.OAuth oauth -> unsupported("OAuth 2.0");
            case Credential.Provisioning provisioning -> unsupported("Provisioning");
        };
    }

    /** What must not be repeated when the server complains. */
    static List<Secret> secrets(Credential credential) {
        return switch (credential) {
            case Credential.AccessToken(Secret token) -> List.of(token);
            case Credential.MqttBasic basic -> basic.password().map(List::of).orElse(List.of());
            default -> List.of();
        };
    }

    static boolean isSame(RemoteCredential stored, Credential ours) {
        return switch (ours) {
            case Credential.AccessToken(Secret token) ->
                stored.type().equals(TOKEN) && stored.credentialsId().equals(token);
            case Credential.MqttBasic basic ->
                stored.type().equals(BASIC)
                        && stored.value().map(value -> isSame(value, basic)).orElse(false);
            case Credential.X509Leaf leaf -> isCertificate(stored, leaf.certificate());
            case Credential.X509Chain chain ->
                isCertificate(stored, chain.chain().getFirst());
            case Credential.None none -> false;
            case Credential.Jwt jwt -> false;
            case Credential.OAuth oauth -> false;
            case Credential.Provisioning provisioning -> false;
        };
    }

    private static boolean isCertificate(RemoteCredential stored, X509Certificate certificate) {
        return stored.type().equals(X509)
                && stored.credentialsId().reveal().equals(Fingerprints.credentialsId(certificate));
    }

    private static boolean isSame(Secret value, Credential.MqttBasic ours) {
        try {
            JsonNode stored = UnpooledJson.read(value.reveal());
            return text(stored, "clientId").equals(ours.clientId().filter(StoredCredential::isSet))
                    && text(stored, "userName").equals(ours.userName().filter(StoredCredential::isSet))
                    && text(stored, "password")
                            .map(Secret::of)
                            .equals(ours.password().filter(secret -> secret.length() > 0));
        } catch (JacksonException notOurs) {
            return false;
        }
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.path(field).asText(null)).filter(StoredCredential::isSet);
    }

    private static boolean isSet(String text) {
        return !text.isEmpty();
    }

    private static ObjectNode basicValue(Credential.MqttBasic basic) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        basic.clientId().filter(StoredCredential::isSet).ifPresent(id -> value.put("clientId", id));
        basic.userName().filter(StoredCredential::isSet).ifPresent(name -> value.put("userName", name));
        basic.password()
                .filter(secret -> secret.length() > 0)
                .ifPresent(secret -> value.put("password", secret.reveal()));
        return value;
    }

    private static ObjectNode typed(String type) {
        return JsonNodeFactory.instance.objectNode().put("credentialsType", type);
    }

    private static Outcome<ObjectNode> unsupported(String type) {
        return Diagnosis.of(ServerCode.CREDENTIAL_UNSUPPORTED)
                .with("type", type)
                .remedy(Action.EDIT_CREDENTIAL, "use-other-credential")
                .failed();
    }
}
