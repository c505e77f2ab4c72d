package dev.gangway.server.thingsboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.background.Cancellation;
import dev.gangway.device.Credential;
import dev.gangway.device.Registration;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.server.AttributeScope;
import dev.gangway.server.ChainProfile;
import dev.gangway.server.ProfileProvisioning;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ThingsBoard over its REST interface. */
final class ThingsBoardAdapter implements ServerAdapter {
    /** Where our mark is kept in a device's {@code additionalInfo}, which the server stores and never reads. */
    private static final String MARK = "gangway";

    /** What makes a device a gateway, in the same place. */
    private static final String GATEWAY = "gateway";

    private static final String PEM = "-----BEGIN CERTIFICATE-----";

    private static final int MANY = 1_000;

    private final Rest rest;
    private final ThingsBoardProfiles profiles;
    private final Provisioning provisioning;
    private final Attributes attributes;
    private final Customers customers;

    ThingsBoardAdapter(Rest rest) {
        this.rest = rest;
        profiles = new ThingsBoardProfiles(rest);
        provisioning = new Provisioning(rest);
        attributes = new Attributes(rest);
        customers = new Customers(rest);
    }

    @Override
    public Outcome<SignedIn> signIn(Cancellation cancellation) {
        return rest.read(
                Call.get("/api/auth/user"),
                json -> new SignedIn(Rest.text(json, "name"), Rest.text(json, "authority")),
                cancellation);
    }

    @Override
    public Outcome<List<Profile>> profiles(Cancellation cancellation) {
        return profiles.all(cancellation);
    }

    @Override
    public Outcome<List<ChainProfile>> chainProfiles(Cancellation cancellation) {
        return profiles.chains(cancellation);
    }

    @Override
    public Outcome<Profile> ensureProfile(String name, Cancellation cancellation) {
        return profiles.ensure(name, cancellation);
    }

    @Override
    public Outcome<Profile> setProfile(String name, ProfileProvisioning strategy, Cancellation cancellation) {
        return profiles.set(name, strategy, cancellation);
    }

    @Override
    public Outcome<Profile> moveToProfile(String deviceId, String profile, Cancellation cancellation) {
        profiles.forget();
        return profiles.ensure(profile, cancellation)
                .then(target -> rest.read(Call.get("/api/device/" + deviceId), json -> (ObjectNode) json, cancellation)
                        .then(device -> {
                            device.putObject("deviceProfileId")
                                    .put("entityType", "DEVICE_PROFILE")
                                    .put("id", target.id());
                            return rest.read(
                                    Call.post("/api/device", device),
                                    json -> Rest.id(json, "deviceProfileId"),
                                    cancellation);
                        })
                        .then(stored -> stored.equals(target.id())
                                ? Outcome.ok(target)
                                : Diagnosis.of(ServerCode.PROFILE_NOT_STORED)
                                        .with("host", rest.host())
                                        .with("profile", profile)
                                        .remedy("ask-administrator")
                                        .failed()));
    }

    @Override
    public Outcome<Credential> provision(ProvisionRequest request, Cancellation cancellation) {
        return provisioning.request(request, cancellation);
    }

    @Override
    public Outcome<Optional<RemoteDevice>> find(String name, Cancellation cancellation) {
        Call call = Call.get("/api/tenant/devices").with("deviceName", name);
        return Rest.optional(rest.read(call, ThingsBoardAdapter::device, cancellation));
    }

    @Override
    public Outcome<NamePage> names(int page, Cancellation cancellation) {
        Call call = Call.get("/api/tenant/devices")
                .with("pageSize", MANY)
                .with("page", page)
                .with("sortProperty", "createdTime") // what is made meanwhile moves nothing
                .with("sortOrder", "ASC");
        return rest.read(
                call,
                json -> {
                    List<String> names = new ArrayList<>();
                    Rest.need(json, "data").forEach(row -> names.add(Rest.text(row, "name")));
                    return new NamePage(names, Rest.need(json, "totalPages").asInt());
                },
                cancellation);
    }

    @Override
    public Outcome<RemoteDevice> create(NewDevice device, Credential credential, Cancellation cancellation) {
        Outcome<RemoteDevice> made = created(device, credential, cancellation);
        if (!made.isOk()) {
            profiles.forget(); // what was refused may be the profile, which somebody removed meanwhile
        }
        return made;
    }

    private Outcome<RemoteDevice> created(NewDevice device, Credential credential, Cancellation cancellation) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", device.name());
        if (!device.label().isEmpty()) {
            json.put("label", device.label());
        }
        json.putObject("deviceProfileId").put("entityType", "DEVICE_PROFILE").put("id", device.profileId());
        ObjectNode info = json.putObject("additionalInfo").put(MARK, device.mark());
        if (device.gateway()) {
            info.put(GATEWAY, true);
        }
        if (credential instanceof Credential.None) {
            return rest.read(Call.post("/api/device", json), ThingsBoardAdapter::device, cancellation);
        }
        return StoredCredential.json(credential).then(stored -> {
            ObjectNode both = JsonNodeFactory.instance.objectNode();
            both.set("device", json);
            both.set("credentials", stored);
            Call call = Call.post("/api/device-with-credentials", both).hiding(StoredCredential.secrets(credential));
            return rest.read(call, ThingsBoardAdapter::device, cancellation);
        });
    }

    @Override
    public Outcome<RemoteCredential> credential(String deviceId, Cancellation cancellation) {
        return rest.read(credentialCall(deviceId), ThingsBoardAdapter::stored, cancellation);
    }

    @Override
    public Outcome<RemoteCredential> replaceCredential(
            String deviceId, Credential credential, Cancellation cancellation) {
        return StoredCredential.json(credential)
                .then(ours -> rest.read(credentialCall(deviceId), json -> json, cancellation)
                        .then(old -> {
                            // The server finds the row by its own id, and refuses it when its version is stale.
                            ObjectNode changed = ours.deepCopy();
                            changed.set("id", old.path("id"));
                            changed.set("deviceId", old.path("deviceId"));
                            changed.set("version", old.path("version"));
                            Call call = Call.post("/api/device/credentials", changed)
                                    .hiding(StoredCredential.secrets(credential));
                            return rest.read(call, ThingsBoardAdapter::stored, cancellation);
                        }));
    }

    @Override
    public boolean isSame(RemoteCredential stored, Credential ours) {
        return StoredCredential.isSame(stored, ours);
    }

    @Override
    public Outcome<Outcome.Done> delete(String deviceId, Cancellation cancellation) {
        Outcome<Outcome.Done> gone = rest.act(Call.delete("/api/device/" + deviceId), cancellation);
        // Already gone is what was asked for.
        return Rest.optional(gone).map(ignored -> Outcome.Done.DONE);
    }

    @Override
    public Outcome<Map<String, Sample>> latest(String deviceId, List<String> keys, Cancellation cancellation) {
        Call call = Call.get("/api/plugins/telemetry/DEVICE/" + deviceId + "/values/timeseries")
                .with("useStrictDataTypes", true);
        return keys.isEmpty()
                ? rest.read(call, json -> samples(json, names(json)), cancellation)
                : rest.read(call.with("keys", String.join(",", keys)), json -> samples(json, keys), cancellation);
    }

    @Override
    public Outcome<Outcome.Done> setAttributes(
            String deviceId, AttributeScope scope, Map<String, String> values, Cancellation cancellation) {
        return attributes.set(deviceId, scope, values, cancellation);
    }

    @Override
    public Outcome<Map<String, String>> attributes(
            String deviceId, AttributeScope scope, Collection<String> keys, Cancellation cancellation) {
        return attributes.read(deviceId, scope, keys, cancellation);
    }

    @Override
    public Outcome<List<Customer>> customers(Cancellation cancellation) {
        return customers.all(cancellation);
    }

    @Override
    public Outcome<Customer> customer(String title, Cancellation cancellation) {
        return customers.titled(title, cancellation);
    }

    @Override
    public Outcome<Outcome.Done> assign(String deviceId, String customer, Cancellation cancellation) {
        return customers.assign(deviceId, customer, cancellation);
    }

    @Override
    public Outcome<Outcome.Done> withdraw(String deviceId, Cancellation cancellation) {
        return customers.withdraw(deviceId, cancellation);
    }

    @Override
    public Outcome<Outcome.Done> setGateway(String deviceId, boolean gateway, Cancellation cancellation) {
        return rest.read(Call.get("/api/device/" + deviceId), json -> (ObjectNode) json, cancellation)
                .then(device -> {
                    if (isGateway(device) == gateway) {
                        return Outcome.done();
                    }
                    ObjectNode info = device.path("additionalInfo") instanceof ObjectNode there
                            ? there
                            : device.putObject("additionalInfo");
                    info.put(GATEWAY, gateway);
                    return rest.read(Call.post("/api/device", device), ThingsBoardAdapter::isGateway, cancellation)
                            .then(stored -> stored == gateway
                                    ? Outcome.done()
                                    : Diagnosis.of(ServerCode.GATEWAY_NOT_STORED)
                                            .with("host", rest.host())
                                            .remedy("ask-administrator")
                                            .failed());
                });
    }

    @Override
    public Outcome<Registration> registration(String deviceId, Cancellation cancellation) {
        return rest.read(
                Call.get("/api/device/info/" + deviceId),
                json -> new Registration(Rest.maybe(json, "customerTitle"), isGateway(json), Map.of(), Map.of()),
                cancellation);
    }

    private static boolean isGateway(JsonNode device) {
        return device.path("additionalInfo").path(GATEWAY).asBoolean();
    }

    @Override
    public Outcome<RemoteDetails> details(String deviceId, Cancellation cancellation) {
        return rest.read(Call.get("/api/device/" + deviceId), json -> Rest.id(json, "deviceProfileId"), cancellation)
                .then(profileId -> rest.read(Call.get("/api/deviceProfile/" + profileId), json -> json, cancellation))
                .then(profile -> active(deviceId, cancellation).map(active -> details(profile, active)));
    }

    @Override
    public Outcome<Optional<String>> mqttAuthority(Cancellation cancellation) {
        Call call = Call.get("/api/device-connectivity/mqtts/certificate/download");
        return rest.download(call, cancellation)
                .then(text -> text.isEmpty() || text.get().contains(PEM)
                        ? Outcome.ok(text)
                        : Diagnosis.of(ServerCode.ANSWER_NOT_UNDERSTOOD)
                                .with("host", rest.host())
                                .with("call", call.label())
                                .remedy("check-address")
                                .failed());
    }

    @Override
    public void close() {
        rest.close();
    }

    private Outcome<Optional<Boolean>> active(String deviceId, Cancellation cancellation) {
        Call call = Call.get("/api/plugins/telemetry/DEVICE/" + deviceId + "/values/attributes/SERVER_SCOPE")
                .with("keys", "active");
        return rest.read(
                call,
                json -> {
                    for (JsonNode attribute : json) {
                        if (attribute.path("key").asText().equals("active")) {
                            return Optional.of(attribute.path("value").asBoolean());
                        }
                    }
                    return Optional.empty();
                },
                cancellation);
    }

    private static Call credentialCall(String deviceId) {
        return Call.get("/api/device/" + deviceId + "/credentials");
    }

    private static RemoteDevice device(JsonNode json) {
        return new RemoteDevice(
                Rest.id(json, "id"),
                Rest.text(json, "name"),
                Rest.text(json, "type"),
                Instant.ofEpochMilli(Rest.need(json, "createdTime").asLong()),
                Rest.maybe(json.path("additionalInfo"), MARK));
    }

    private static RemoteCredential stored(JsonNode json) {
        return new RemoteCredential(
                Rest.text(json, "credentialsType"),
                Secret.of(Rest.text(json, "credentialsId")),
                Rest.maybe(json, "credentialsValue").map(Secret::of));
    }

    private static List<String> names(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** A key that was never sent comes back with the value null and the present time. */
    private static Map<String, Sample> samples(JsonNode json, List<String> keys) {
        Map<String, Sample> samples = new LinkedHashMap<>();
        for (String key : keys) {
            JsonNode newest = json.path(key).path(0);
            JsonNode value = newest.path("value");
            if (!value.isMissingNode() && !value.isNull()) {
                String text = value.isValueNode() ? value.asText() : value.toString();
                samples.put(
                        key,
                        new Sample(text, Instant.ofEpochMilli(newest.path("ts").asLong())));
            }
        }
        return samples;
    }

    private static RemoteDetails details(JsonNode profile, Optional<Boolean> active) {
        JsonNode provisioning = profile.path("profileData").path("provisionConfiguration");
        return new RemoteDetails(
                profile.path("name").asText(),
                profile.path("transportType").asText(),
                profile.path("provisionType").asText(),
                Rest.maybe(provisioning, "certificateRegExPattern"),
                active);
    }
}
