package dev.gangway.practice.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.practice.rest.Routes.Access;
import dev.gangway.practice.store.Json;
import dev.gangway.practice.store.RestRefusal;
import dev.gangway.practice.store.Store;
import dev.gangway.practice.store.StoredDevice;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finding devices. */
final class DeviceListApi {
    private static final Map<String, Comparator<StoredDevice>> SORTABLE = Map.of(
            "name", Comparator.comparing(StoredDevice::name),
            "createdTime", Comparator.comparingLong(StoredDevice::createdTime),
            "type", Comparator.comparing(StoredDevice::type),
            "deviceProfileName", Comparator.comparing(StoredDevice::type),
            "label", Comparator.comparing(row -> row.label().orElse("")));

    private final Store store;
    private final Representation representation;

    DeviceListApi(Store store, Representation representation) {
        this.store = store;
        this.representation = representation;
    }

    void addTo(Routes routes) {
        routes.add("GET", "/api/tenant/devices", Access.TENANT, this::devices)
                .add("GET", "/api/tenant/deviceInfos", Access.TENANT, this::infos)
                .add("GET", "/api/devices", Access.TENANT, this::byIds);
    }

    private RestResponse devices(Request request) {
        Optional<String> name = request.parameter("deviceName");
        if (name.isPresent()) {
            return RestResponse.json(store.devices()
                    .byName(name.get())
                    .map(representation::device)
                    .orElseThrow(() -> RestRefusal.notFound("Requested item wasn't found!")));
        }
        return page(request, store.devices().all(), representation::device);
    }

    private RestResponse infos(Request request) {
        Optional<UUID> profile = request.parameter("deviceProfileId").map(Request::parseId);
        Optional<Boolean> active = request.parameter("active").map(Boolean::valueOf);
        List<StoredDevice> rows = store.devices().all().stream()
                .filter(row -> profile.isEmpty() || row.profileId().equals(profile.get()))
                .filter(row -> active.isEmpty() || active.get() == isActive(row))
                .toList();
        return page(request, rows, row -> representation.deviceInfo(row, isActive(row)));
    }

    private boolean isActive(StoredDevice row) {
        return store.telemetry().isActive(row.id());
    }

    private static RestResponse page(
            Request request, List<StoredDevice> rows, Function<StoredDevice, ObjectNode> json) {
        Optional<String> type = request.parameter("type").filter(text -> !text.isEmpty());
        List<StoredDevice> ofType = rows.stream()
                .filter(row -> type.isEmpty() || row.type().equals(type.get()))
                .toList();
        Function<StoredDevice, List<String>> texts =
                row -> List.of(row.name(), row.type(), row.label().orElse(""));
        return RestResponse.json(PageLink.of(request).of(ofType, texts, SORTABLE, json));
    }

    private RestResponse byIds(Request request) {
        List<UUID> ids = Arrays.stream(request.parameter("deviceIds").orElse("").split(","))
                .filter(text -> !text.isEmpty())
                .map(Request::parseId)
                .toList();
        ArrayNode found = store.devices().all().stream()
                .filter(row -> ids.contains(row.id()))
                .map(representation::device)
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), rows -> Json.array().addAll(rows)));
        return RestResponse.json(found);
    }
}
