package dev.gangway.practice.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.practice.rest.Routes.Access;
import dev.gangway.practice.store.CredentialsDraft;
import dev.gangway.practice.store.DeviceRow;
import dev.gangway.practice.store.Devices;
import dev.gangway.practice.store.NameConflict;
import dev.gangway.practice.store.Refusal;
import dev.gangway.practice.store.Store;
import java.util.Optional;
import java.util.UUID;

/** Devices and their credentials. */
final class DeviceApi {
    private final Store store;
    private final Representation representation;

    DeviceApi(Store store, Representation representation) {
        this.store = store;
        this.representation = representation;
    }

    void addTo(Routes routes) {
        routes.add("POST", "/api/device", Access.TENANT, this::save)
                .add("POST", "/api/device-with-credentials", Access.TENANT, this::saveWithCredentials)
                .add("POST", "/api/device/credentials", Access.TENANT, this::saveCredentials)
                .add("GET", "/api/device/info/{id}", Access.TENANT, this::info)
                .add("GET", "/api/device/{id}/credentials", Access.TENANT, this::credentials)
                .add("GET", "/api/device/{id}", Access.TENANT, this::get)
                .add("DELETE", "/api/device/{id}", Access.TENANT, this::delete);
    }

    private Answer save(Request request) {
        JsonNode body = request.json();
        Optional<CredentialsDraft> token =
                request.parameter("accessToken").filter(text -> !text.isEmpty()).map(CredentialsDraft::token);
        return Answer.json(representation.device(save(request, body, token)));
    }

    private Answer saveWithCredentials(Request request) {
        JsonNode body = request.json();
        Drafts.requireMember(body, "device");
        Drafts.requireMember(body, "credentials");
        CredentialsDraft credentials = Drafts.credentials(body.path("credentials"));
        return Answer.json(representation.device(save(request, body.path("device"), Optional.of(credentials))));
    }

    private DeviceRow save(Request request, JsonNode device, Optional<CredentialsDraft> credentials) {
        var draft = Drafts.device(device);
        Devices devices = store.devices();
        return draft.id()
                .map(id -> devices.update(id, draft))
                .orElseGet(() -> devices.create(draft, credentials, conflict(request)));
    }

    private static NameConflict conflict(Request request) {
        return new NameConflict(
                request.parameter("nameConflictPolicy").equals(Optional.of("UNIQUIFY")),
                request.parameter("uniquifySeparator").orElse(NameConflict.FAIL.separator()),
                request.parameter("uniquifyStrategy").equals(Optional.of("INCREMENTAL")));
    }

    private Answer saveCredentials(Request request) {
        JsonNode body = request.json();
        UUID device =
                Drafts.id(body, "deviceId").orElseThrow(() -> Refusal.badRequest("Device id should be specified!"));
        store.devices().get(device);
        return credentialsAnswer(store.devices()
                .updateCredentials(device, Drafts.credentials(body))
                .deviceId());
    }

    private Answer credentials(Request request) {
        return credentialsAnswer(store.devices().get(request.id("id")).id());
    }

    private Answer credentialsAnswer(UUID device) {
        return Answer.json(representation.credentials(store.credentials().of(device)));
    }

    private Answer get(Request request) {
        return Answer.json(representation.device(store.devices().get(request.id("id"))));
    }

    private Answer info(Request request) {
        DeviceRow row = store.devices().get(request.id("id"));
        return Answer.json(representation.deviceInfo(row, store.telemetry().isActive(row.id())));
    }

    private Answer delete(Request request) {
        store.devices().delete(request.id("id"));
        return Answer.empty(200);
    }
}
