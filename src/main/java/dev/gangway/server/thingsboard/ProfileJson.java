package dev.gangway.server.thingsboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.Pem;
import dev.gangway.secret.Secret;
import dev.gangway.server.ChainProfile;
import dev.gangway.server.ProfileProvisioning;
import dev.gangway.server.ServerAdapter.Profile;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** A device profile as ThingsBoard writes it. */
final class ProfileJson {
    private static final String CHAIN = "X509_CERTIFICATE_CHAIN";
    private static final String KEY = "provisionDeviceKey";
    private static final String SECRET = "provisionDeviceSecret";

    private ProfileJson() {}

    /** The least that ThingsBoard takes; type, transport and profile data have no defaults there. */
    static ObjectNode fresh(String name) {
        ObjectNode profile = object();
        profile.put("name", name).put("type", "DEFAULT").put("transportType", "DEFAULT");
        ObjectNode data = profile.putObject("profileData");
        data.putObject("configuration").put("type", "DEFAULT");
        data.putObject("transportConfiguration").put("type", "DEFAULT");
        return profile;
    }

    /** The same profile with another strategy; everything else stays as it is. */
    static ObjectNode with(ObjectNode profile, ProfileProvisioning provisioning) {
        ObjectNode changed = profile.deepCopy();
        ObjectNode settings = settings(provisioning);
        changed.put("provisionType", settings.path("type").asText());
        changed.withObject("/profileData").set("provisionConfiguration", settings);
        // The key belongs at the top: inside the settings the server drops it without a word.
        changed.put(KEY, key(provisioning).orElse(null));
        return changed;
    }

    /** Whether the server stored the strategy as it was sent; it takes much that can never work. */
    static boolean isStored(JsonNode profile, ProfileProvisioning provisioning) {
        JsonNode stored = profile.path("profileData").path("provisionConfiguration");
        boolean sameType = profile.path("provisionType")
                .asText()
                .equals(settings(provisioning).path("type").asText());
        return sameType
                && switch (provisioning) {
                    case ProfileProvisioning.Disabled disabled -> true;
                    case ProfileProvisioning.CertificateChain chain ->
                        profile.path(KEY).asText().equals(Fingerprints.credentialsId(chain.authority()))
                                && stored.path("certificateRegExPattern")
                                        .asText()
                                        .equals(chain.nameExpression());
                    case ProfileProvisioning.NewDevices(String key, Secret secret) ->
                        isStored(profile, stored, key, secret);
                    case ProfileProvisioning.KnownDevices(String key, Secret secret) ->
                        isStored(profile, stored, key, secret);
                };
    }

    static Profile read(JsonNode json) {
        return new Profile(
                Rest.id(json, "id"),
                Rest.text(json, "name"),
                Rest.text(json, "transportType"),
                json.path("default").asBoolean());
    }

    /** What it trusts, where its strategy is that of certificate chains. */
    static Optional<ChainProfile> chain(JsonNode json) {
        JsonNode settings = json.path("profileData").path("provisionConfiguration");
        return json.path("provisionType").asText().equals(CHAIN)
                ? Optional.of(new ChainProfile(
                        Rest.text(json, "name"),
                        json.path(KEY).asText(),
                        authority(settings.path(SECRET).asText()),
                        settings.path("certificateRegExPattern").asText(),
                        settings.path("allowCreateNewDevicesByX509Certificate").asBoolean()))
                : Optional.empty();
    }

    /** ThingsBoard stores the base64 of a certificate without its frame, and any other text as well. */
    private static Optional<X509Certificate> authority(String pem) {
        try {
            return Optional.of((X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Pem.content(pem))));
        } catch (CertificateException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    static List<Secret> secrets(ProfileProvisioning provisioning) {
        return switch (provisioning) {
            case ProfileProvisioning.NewDevices(String key, Secret secret) -> List.of(secret);
            case ProfileProvisioning.KnownDevices(String key, Secret secret) -> List.of(secret);
            case ProfileProvisioning.Disabled disabled -> List.of();
            case ProfileProvisioning.CertificateChain chain -> List.of();
        };
    }

    private static boolean isStored(JsonNode profile, JsonNode stored, String key, Secret secret) {
        return profile.path(KEY).asText().equals(key)
                && Secret.of(stored.path(SECRET).asText()).equals(secret);
    }

    private static Optional<String> key(ProfileProvisioning provisioning) {
        return switch (provisioning) {
            case ProfileProvisioning.NewDevices(String key, Secret secret) -> Optional.of(key);
            case ProfileProvisioning.KnownDevices(String key, Secret secret) -> Optional.of(key);
            // The server computes it from the certificate.
            case ProfileProvisioning.CertificateChain chain -> Optional.empty();
            case ProfileProvisioning.Disabled disabled -> Optional.empty();
        };
    }

    private static ObjectNode settings(ProfileProvisioning provisioning) {
        return switch (provisioning) {
            case ProfileProvisioning.Disabled disabled -> object().put("type", "DISABLED");
            case ProfileProvisioning.CertificateChain(X509Certificate authority, String expression, boolean creates) ->
                object().put("type", CHAIN)
                        .put(SECRET, Pem.certificate(authority))
                        .put("certificateRegExPattern", expression)
                        .put("allowCreateNewDevicesByX509Certificate", creates);
            case ProfileProvisioning.NewDevices(String key, Secret secret) ->
                object().put("type", "ALLOW_CREATE_NEW_DEVICES").put(SECRET, secret.reveal());
            case ProfileProvisioning.KnownDevices(String key, Secret secret) ->
                object().put("type", "CHECK_PRE_PROVISIONED_DEVICES").put(SECRET, secret.reveal());
        };
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
