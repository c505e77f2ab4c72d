package dev.gangway.practice.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody asks to be saved as a device.
 *
 * @param id of the device to change; empty for a new one
 * @param version the version that was read, where the save shall fail if there is a newer one
 * @param type name of the profile, made where there is none; the profile id goes before it
 */
public record DeviceDraft(
        Optional<UUID> id,
        Optional<Long> version,
        Optional<String> name,
        Optional<String> label,
        Optional<String> type,
        Optional<UUID> profileId,
        JsonNode additionalInfo,
        JsonNode deviceData) {
    /** The same with another name. */
    DeviceDraft named(String other) {
        return new DeviceDraft(id, version, Optional.of(other), label, type, profileId, additionalInfo, deviceData);
    }
}
