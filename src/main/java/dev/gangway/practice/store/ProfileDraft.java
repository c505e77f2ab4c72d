package dev.gangway.practice.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody asks to be saved as a device profile.
 *
 * @param id of the profile to change; empty for a new one
 * @param version the version that was read, where the save shall fail if there is a newer one
 * @param provisionKey ignored for certificate chains, where the server computes it
 */
public record ProfileDraft(
        Optional<UUID> id,
        Optional<Long> version,
        Optional<String> name,
        Optional<String> description,
        Optional<String> type,
        Optional<String> transportType,
        Optional<ProfileRow.ProvisionType> provisionType,
        Optional<String> provisionKey,
        JsonNode profileData) {}
