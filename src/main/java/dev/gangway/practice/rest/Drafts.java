package dev.gangway.practice.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.practice.store.CredentialsDraft;
import dev.gangway.practice.store.CredentialsType;
import dev.gangway.practice.store.DeviceStore.DeviceDraft;
import dev.gangway.practice.store.Json;
import dev.gangway.practice.store.ProfileRow.ProvisionType;
import dev.gangway.practice.store.ProfileStore.ProfileDraft;
import dev.gangway.practice.store.RestRefusal;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** What clients send, read member by member. */
final class Drafts {
    private Drafts() {}

    static DeviceDraft device(JsonNode json) {
        return new DeviceDraft(
                id(json, "id"),
                version(json),
                string(json, "name"),
                string(json, "label"),
                string(json, "type"),
                id(json, "deviceProfileId"),
                Json.orNull(json, "additionalInfo"),
                Json.orNull(json, "deviceData"));
    }

    static CredentialsDraft credentials(JsonNode json) {
        String name = string(json, "credentialsType")
                .orElseThrow(() -> RestRefusal.badRequest("Device credentials type should be specified!"));
        CredentialsType type = CredentialsType.named(name)
                .orElseThrow(() -> RestRefusal.internal("JSON parse error: Cannot deserialize value of type "
                        + "`org.thingsboard.server.common.data.security.DeviceCredentialsType` from String \"" + name
                        + "\": not one of the values accepted for Enum class: "
                        + Arrays.toString(CredentialsType.values())));
        return new CredentialsDraft(
                id(json, "id"), version(json), type, string(json, "credentialsId"), string(json, "credentialsValue"));
    }

    static ProfileDraft profile(JsonNode json) {
        return new ProfileDraft(
                id(json, "id"),
                version(json),
                string(json, "name"),
                string(json, "description"),
                string(json, "type"),
                string(json, "transportType"),
                string(json, "provisionType").map(Drafts::provisionType),
                string(json, "provisionDeviceKey"),
                json.path("profileData"));
    }

    private static ProvisionType provisionType(String name) {
        return Arrays.stream(ProvisionType.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> RestRefusal.internal("JSON parse error: Cannot deserialize value of type "
                        + "`org.thingsboard.server.common.data.DeviceProfileProvisionType` from String \"" + name
                        + "\""));
    }

    static void requireMember(JsonNode json, String name) {
        if (!json.path(name).isObject()) {
            throw RestRefusal.badRequest("Validation error: " + name + " must not be null");
        }
    }

    /** The id inside an id object. */
    static Optional<UUID> id(JsonNode json, String name) {
        return Json.text(json.path(name), "id").map(Request::parseId);
    }

    private static Optional<Long> version(JsonNode json) {
        JsonNode version = json.path("version");
        return version.isIntegralNumber() ? Optional.of(version.asLong()) : Optional.empty();
    }

    private static Optional<String> string(JsonNode json, String name) {
        JsonNode member = json.path(name);
        if (member.isContainerNode()) {
            throw RestRefusal.internal("JSON parse error: Cannot deserialize value of type `java.lang.String` from "
                    + (member.isObject()
                            ? "Object value (token `JsonToken.START_OBJECT`)"
                            : "Array value (token `JsonToken.START_ARRAY`)"));
        }
        return Json.text(json, name);
    }
}
