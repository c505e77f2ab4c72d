package dev.gangway.practice.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;

/**
 * A stored device profile.
 *
 * @param createdTime milliseconds since 1970
 * @param transportType DEFAULT, MQTT and so on
 * @param provisionKey what devices name it by when they provision themselves; the hash of the anchor for chains
 * @param profileData configurations of the profile, of its transport and of provisioning
 * @param isDefault whether devices without a profile get this one
 * @param version counts the saves, from 1
 */
public record ProfileRow(
        UUID id,
        long createdTime,
        String name,
        Optional<String> description,
        String type,
        String transportType,
        ProvisionType provisionType,
        Optional<String> provisionKey,
        JsonNode profileData,
        boolean isDefault,
        long version) {
    /** How devices may provision themselves. */
    public enum ProvisionType {
        /** Not at all. */
        DISABLED,
        /** With key and secret, as new devices. */
        ALLOW_CREATE_NEW_DEVICES,
        /** With key and secret, as devices that were made before. */
        CHECK_PRE_PROVISIONED_DEVICES,
        /** With a certificate that was issued below the profile's anchor. */
        X509_CERTIFICATE_CHAIN
    }

    /** The provisioning configuration; a missing node where there is none. */
    JsonNode provisioning() {
        return profileData.path("provisionConfiguration");
    }

    /** A topic from the configuration of its MQTT transport. */
    public Optional<String> mqttTopic(String name) {
        return Json.filled(profileData.path("transportConfiguration"), name);
    }

    /** The same profile, default or not. */
    ProfileRow asDefault(boolean value) {
        return new ProfileRow(
                id,
                createdTime,
                name,
                description,
                type,
                transportType,
                provisionType,
                provisionKey,
                profileData,
                value,
                version);
    }
}
