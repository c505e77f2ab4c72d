package dev.gangway.practice.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.practice.store.CredentialsRow;
import dev.gangway.practice.store.Customers;
import dev.gangway.practice.store.Json;
import dev.gangway.practice.store.ProfileRow;
import dev.gangway.practice.store.Store;
import dev.gangway.practice.store.StoredDevice;
import java.util.Optional;
import java.util.UUID;

/** Rows as JSON, member by member in the server's order. */
final class Representation {
    private static final UUID NO_CUSTOMER = UUID.fromString(AuthApi.NO_CUSTOMER);

    private final UUID tenant;
    private final Customers customers;

    Representation(Store store) {
        tenant = store.tenant();
        customers = store.customers();
    }

    ObjectNode device(StoredDevice row) {
        ObjectNode json = deviceHead(row);
        return deviceTail(json, row);
    }

    /** A device with what lists show beside it. */
    ObjectNode deviceInfo(StoredDevice row, boolean active) {
        ObjectNode json = deviceHead(row);
        Optional<Customers.Row> customer = row.customer().flatMap(customers::find);
        json.put("customerTitle", customer.map(Customers.Row::title).orElse(null));
        json.put("customerIsPublic", customer.filter(Customers.Row::isPublic).isPresent());
        json.put("deviceProfileName", row.type());
        json.put("active", active);
        return deviceTail(json, row);
    }

    private ObjectNode deviceHead(StoredDevice row) {
        ObjectNode json = Json.object();
        json.set("id", Json.id("DEVICE", row.id()));
        json.put("createdTime", row.createdTime());
        json.set("tenantId", Json.id("TENANT", tenant));
        json.set("customerId", Json.id("CUSTOMER", row.customer().orElse(NO_CUSTOMER)));
        json.put("name", row.name());
        json.put("type", row.type());
        json.put("label", row.label().orElse(null));
        json.set("deviceProfileId", Json.id("DEVICE_PROFILE", row.profileId()));
        json.putNull("firmwareId").putNull("softwareId").putNull("externalId");
        return json.put("version", row.version());
    }

    private static ObjectNode deviceTail(ObjectNode json, StoredDevice row) {
        json.set("additionalInfo", row.additionalInfo());
        json.set("deviceData", row.deviceData());
        return json;
    }

    ObjectNode credentials(CredentialsRow row) {
        ObjectNode json = Json.object();
        json.set("id", Json.object().put("id", row.id().toString()));
        json.put("createdTime", row.createdTime());
        json.set("deviceId", Json.id("DEVICE", row.deviceId()));
        json.put("credentialsType", row.type().name());
        json.put("credentialsId", row.credentialsId());
        json.put("credentialsValue", row.credentialsValue().orElse(null));
        return json.put("version", row.version());
    }

    ObjectNode profile(ProfileRow row) {
        ObjectNode json = Json.object();
        json.set("id", Json.id("DEVICE_PROFILE", row.id()));
        json.put("createdTime", row.createdTime());
        json.set("tenantId", Json.id("TENANT", tenant));
        json.put("name", row.name());
        json.put("description", row.description().orElse(null));
        json.putNull("image");
        json.put("type", row.type());
        json.put("transportType", row.transportType());
        json.put("provisionType", row.provisionType().name());
        json.putNull("defaultRuleChainId").putNull("defaultDashboardId").putNull("defaultQueueName");
        json.put("provisionDeviceKey", row.provisionKey().orElse(null));
        json.putNull("firmwareId").putNull("softwareId");
        json.putNull("defaultEdgeRuleChainId").putNull("externalId");
        json.put("version", row.version());
        json.put("default", row.isDefault());
        json.set("profileData", row.profileData());
        return json;
    }

    /** The short form of a profile. */
    ObjectNode profileInfo(ProfileRow row) {
        ObjectNode json = Json.object();
        json.set("id", Json.id("DEVICE_PROFILE", row.id()));
        json.set("tenantId", Json.id("TENANT", tenant));
        json.put("name", row.name());
        json.putNull("image").putNull("defaultDashboardId");
        json.put("type", row.type());
        return json.put("transportType", row.transportType());
    }
}
