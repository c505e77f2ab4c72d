package dev.gangway.practice.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.practice.rest.Routes.Access;
import dev.gangway.practice.store.Customers;
import dev.gangway.practice.store.Json;
import dev.gangway.practice.store.RestRefusal;
import dev.gangway.practice.store.Store;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Customers, and which devices are theirs. */
final class CustomerApi {
    private static final Map<String, Comparator<Customers.Row>> SORTABLE = Map.of(
            "title", Comparator.comparing(Customers.Row::title),
            "createdTime", Comparator.comparingLong(Customers.Row::createdTime));
    private static final List<String> EMPTY =
            List.of("country", "state", "city", "address", "address2", "zip", "phone", "email");

    private final Store store;
    private final Representation representation;

    CustomerApi(Store store, Representation representation) {
        this.store = store;
        this.representation = representation;
    }

    void addTo(Routes routes) {
        routes.add("GET", "/api/customers", Access.TENANT, this::list)
                .add(
                        "GET",
                        "/api/customer/{id}",
                        Access.TENANT,
                        request -> RestResponse.json(json(store.customers().get(request.id("id")))))
                .add(
                        "POST",
                        "/api/customer/public/device/{device}",
                        Access.TENANT,
                        request -> assign(request, store.customers().everybody().id()))
                .add(
                        "POST",
                        "/api/customer/{id}/device/{device}",
                        Access.TENANT,
                        request -> assign(
                                request, store.customers().get(request.id("id")).id()))
                .add("GET", "/api/customer/{id}/deviceInfos", Access.TENANT, this::devices)
                .add("DELETE", "/api/customer/device/{device}", Access.TENANT, this::withdraw);
    }

    private RestResponse list(Request request) {
        return RestResponse.json(
                PageLink.of(request).of(store.customers().all(), row -> List.of(row.title()), SORTABLE, this::json));
    }

    private RestResponse assign(Request request, UUID customer) {
        UUID device = store.devices().get(request.id("device")).id();
        return RestResponse.json(representation.device(store.devices().assign(device, Optional.of(customer))));
    }

    private RestResponse devices(Request request) {
        UUID customer = store.customers().get(request.id("id")).id();
        var rows = store.devices().all().stream()
                .filter(row -> row.customer().equals(Optional.of(customer)))
                .toList();
        return RestResponse.json(PageLink.of(request)
                .of(
                        rows,
                        row -> List.of(row.name()),
                        Map.of(),
                        row -> representation.deviceInfo(row, store.telemetry().isActive(row.id()))));
    }

    private RestResponse withdraw(Request request) {
        var row = store.devices().get(request.id("device"));
        if (row.customer().isEmpty()) {
            throw RestRefusal.badRequest("Device isn't assigned to any customer!");
        }
        return RestResponse.json(representation.device(store.devices().assign(row.id(), Optional.empty())));
    }

    private ObjectNode json(Customers.Row row) {
        ObjectNode json = Json.object();
        json.set("id", Json.id("CUSTOMER", row.id()));
        json.put("createdTime", row.createdTime());
        EMPTY.forEach(json::putNull);
        json.put("title", row.title());
        json.set("tenantId", Json.id("TENANT", store.tenant()));
        json.putNull("externalId").put("version", 1).put("name", row.title());
        if (row.isPublic()) {
            json.putObject("additionalInfo").put("isPublic", true);
        } else {
            json.putNull("additionalInfo");
        }
        return json;
    }
}
