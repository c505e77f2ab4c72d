package dev.gangway.practice.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;

/**
 * A stored device.
 *
 * @param createdTime milliseconds since 1970
 * @param type name of the profile
 * @param additionalInfo free JSON; {@code gateway} in it makes a gateway
 * @param deviceData configuration of the device and of its transport
 * @param customer whom it is assigned to
 * @param version counts the saves, from 1
 */
public record StoredDevice(
        UUID id,
        long createdTime,
        String name,
        String type,
        Optional<String> label,
        UUID profileId,
        JsonNode additionalInfo,
        JsonNode deviceData,
        Optional<UUID> customer,
        long version) {}
