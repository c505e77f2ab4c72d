package dev.gangway.practice.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.practice.store.DeviceStore.DeviceDraft;
import dev.gangway.practice.store.DeviceStore.NameConflict;
import java.util.Optional;

/** Devices that ask for credentials themselves, with the key and the secret of a profile. */
public final class ProvisionRequests {
    private static final String DONE = "provisionState";

    private final ProfileStore profiles;
    private final DeviceStore devices;
    private final CredentialsStore credentials;
    private final Telemetry telemetry;

    ProvisionRequests(ProfileStore profiles, DeviceStore devices, CredentialsStore credentials, Telemetry telemetry) {
        this.profiles = profiles;
        this.devices = devices;
        this.credentials = credentials;
        this.telemetry = telemetry;
    }

    /**
     * Answers a request; a refusal is an answer as well, with one message for every cause.
     *
     * @throws RestRefusal 500 where a mandatory field is missing or the type unknown
     */
    public ObjectNode answer(JsonNode request) {
        String key = required(request, "provisionDeviceKey");
        String secret = required(request, "provisionDeviceSecret");
        Optional<CredentialsDraft> wanted = wanted(request);
        Optional<ProfileRow> profile = profiles.byProvisionKey(key)
                .filter(row -> row.provisionType() != ProfileRow.ProvisionType.X509_CERTIFICATE_CHAIN)
                .filter(row -> row.provisionType() != ProfileRow.ProvisionType.DISABLED)
                .filter(row -> Json.filled(row.provisioning(), "provisionDeviceSecret")
                        .filter(secret::equals)
                        .isPresent());
        if (profile.isEmpty()) {
            return failure("NOT_FOUND", "Provision data was not found!");
        }
        Optional<String> name = Json.text(request, "deviceName");
        try {
            StoredDevice device = profile.get().provisionType() == ProfileRow.ProvisionType.ALLOW_CREATE_NEW_DEVICES
                    ? create(
                            profile.get(), name, wanted, request.path("gateway").asBoolean())
                    : claim(profile.get(), name.orElse(""));
            return success(credentials.of(device.id()));
        } catch (RestRefusal refused) {
            return failure("FAILURE", "Failed to provision device!");
        }
    }

    private StoredDevice create(
            ProfileRow profile, Optional<String> name, Optional<CredentialsDraft> wanted, boolean gateway) {
        JsonNode info = gateway ? Json.object().put("gateway", true) : NullNode.getInstance();
        DeviceDraft draft = new DeviceDraft(
                Optional.empty(),
                Optional.empty(),
                Optional.of(name.orElseGet(RandomTokens::token)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(profile.id()),
                info,
                NullNode.getInstance());
        return devices.create(draft, wanted, NameConflict.FAIL);
    }

    private StoredDevice claim(ProfileRow profile, String name) {
        StoredDevice device = devices.byName(name)
                .filter(row -> row.profileId().equals(profile.id()))
                .filter(row -> !telemetry
                        .attributes(row.id(), AttributeScope.SERVER_SCOPE)
                        .containsKey(DONE))
                .orElseThrow(() -> RestRefusal.noSuch("Device", name));
        telemetry.setAttributes(
                device.id(), AttributeScope.SERVER_SCOPE, Json.object().put(DONE, "provisioned"));
        return device;
    }

    private static Optional<CredentialsDraft> wanted(JsonNode request) {
        Optional<String> type = Json.text(request, "credentialsType");
        if (type.isEmpty()) {
            return Optional.empty();
        }
        CredentialsType chosen = CredentialsType.named(type.get())
                .orElseThrow(() -> RestRefusal.internal(
                        "No enum constant org.thingsboard.server.gen.transport.TransportProtos.CredentialsType."
                                + type.get()));
        return switch (chosen) {
            case ACCESS_TOKEN -> Json.filled(request, "token").map(CredentialsDraft::token);
            case X509_CERTIFICATE -> Json.filled(request, "hash").map(CredentialsDraft::certificate);
            case MQTT_BASIC ->
                Optional.of(CredentialsDraft.of(
                        CredentialsType.MQTT_BASIC,
                        Optional.empty(),
                        Optional.of(basic(request).toJson().toString())));
            case LWM2M_CREDENTIALS -> Optional.empty();
        };
    }

    private static MqttBasic basic(JsonNode request) {
        return new MqttBasic(
                Json.filled(request, "clientId"), Json.filled(request, "username"), Json.filled(request, "password"));
    }

    private static String required(JsonNode request, String field) {
        return Json.text(request, field)
                .orElseThrow(() ->
                        RestRefusal.internal("Failed to find the field " + field + " in JSON body " + request + "!"));
    }

    private static ObjectNode success(CredentialsRow row) {
        ObjectNode answer = Json.object();
        if (row.type() == CredentialsType.MQTT_BASIC) {
            answer.set(
                    "credentialsValue",
                    MqttBasic.parse(row.credentialsValue().orElseThrow()).toJson());
        } else {
            answer.put("credentialsValue", row.credentialsValue().orElse(row.credentialsId()));
        }
        return answer.put("credentialsType", row.type().name()).put("status", "SUCCESS");
    }

    private static ObjectNode failure(String status, String message) {
        return Json.object().put("errorMsg", message).put("status", status);
    }
}
