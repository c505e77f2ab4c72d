package dev.gangway.practice.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.practice.rest.Routes.Access;
import dev.gangway.practice.store.CredentialsDraft;
import dev.gangway.practice.store.DeviceStore;
import dev.gangway.practice.store.DeviceStore.NameConflict;
import dev.gangway.practice.store.RestRefusal;
import dev.gangway.practice.store.Store;
import dev.gangway.practice.store.StoredDevice;
import java.util.Optional;
import java.util.UUID;

/** Devices and their credentials. */
final class DeviceController {
    private final Store store;
    private final Representation representation;

    DeviceController(Store store, Representation representation) {
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

    private RestResponse save(Request request) {
        JsonNode body = request.json();
        Optional<CredentialsDraft> token =
                request.parameter("accessToken").filter(text -> !text.isEmpty()).map(CredentialsDraft::token);
        return RestResponse.json(representation.device(save(request, body, token)));
    }

    private RestResponse saveWithCredentials(Request request) {
        JsonNode body = request.json();
        Drafts.requireMember(body, "device");
        Drafts.requireMember(body, "credentials");
        CredentialsDraft credentials = Drafts.credentials(body.path("credentials"));
        return RestResponse.json(representation.device(save(request, body.path("device"), Optional.of(credentials))));
    }

    private StoredDevice save(Request request, JsonNode device, Optional<CredentialsDraft> credentials) {
        var draft = Drafts.device(device);
        DeviceStore devices = store.devices();
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

    private RestResponse saveCredentials(Request request) {
        JsonNode body = request.json();
        UUID device =
                Drafts.id(body, "deviceId").orElseThrow(() -> RestRefusal.badRequest("Device id should be specified!"));
        store.devices().get(device);
        return credentialsAnswer(store.devices()
                .updateCredentials(device, Drafts.credentials(body))
                .deviceId());
    }

    private RestResponse credentials(Request request) {
        return credentialsAnswer(store.devices().get(request.id("id")).id());
    }

    private RestResponse credentialsAnswer(UUID device) {
        return RestResponse.json(representation.credentials(store.credentials().of(device)));
    }

    private RestResponse get(Request request) {
        return RestResponse.json(representation.device(store.devices().get(request.id("id"))));
    }

    private RestResponse info(Request request) {
        StoredDevice row = store.devices().get(request.id("id"));
        return RestResponse.json(
                representation.deviceInfo(row, store.telemetry().isActive(row.id())));
    }

    private RestResponse delete(Request request) {
        store.devices().delete(request.id("id"));
        return RestResponse.empty(200);
    }
}
