package dev.gangway.practice.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The devices with their credentials: a device is never stored without. Confined to the server's thread. */
public final class DeviceStore {
    private static final int LONGEST_NAME = 255;
    /** Near enough to the server's filter against cross-site scripting: a tag is refused, a lone bracket is not. */
    private static final Pattern TAG = Pattern.compile("<[A-Za-z/!?]");

    private final Map<UUID, StoredDevice> rows = new LinkedHashMap<>();
    private final Map<String, UUID> names = new LinkedHashMap<>();
    private final ProfileStore profiles;
    private final CredentialsStore credentials;
    private final Telemetry telemetry;
    private final InstantSource clock;
    private final List<DeviceEvents> listeners = new ArrayList<>();

    DeviceStore(ProfileStore profiles, CredentialsStore credentials, Telemetry telemetry, InstantSource clock) {
        this.profiles = profiles;
        this.credentials = credentials;
        this.telemetry = telemetry;
        this.clock = clock;
        profiles.inUseWhere(profile ->
                rows.values().stream().anyMatch(row -> row.profileId().equals(profile)));
    }

    /** Has {@code listener} told of every change from now on. */
    public void addListener(DeviceEvents listener) {
        listeners.add(listener);
    }

    /** Every device, in the order in which they were made. */
    public List<StoredDevice> all() {
        return List.copyOf(rows.values());
    }

    /**
     * The device with this id.
     *
     * @throws RestRefusal 404 where there is none
     */
    public StoredDevice get(UUID id) {
        return find(id).orElseThrow(() -> RestRefusal.noSuch("Device", id));
    }

    /** The device with this id, where there is one. */
    public Optional<StoredDevice> find(UUID id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** The device of this name; case and blanks count. */
    public Optional<StoredDevice> byName(String name) {
        return Optional.ofNullable(names.get(name)).map(this::get);
    }

    /**
     * Makes a device with these credentials, or with a token of the server's own. All or nothing.
     *
     * @throws RestRefusal where the server refuses one of the two
     */
    public StoredDevice create(DeviceDraft draft, Optional<CredentialsDraft> wanted, NameConflict conflict) {
        String name = freeName(checkedName(draft), conflict);
        CredentialsDraft chosen = wanted.orElseGet(() -> CredentialsDraft.token(RandomTokens.token()));
        credentials.check(chosen, Optional.empty());
        ProfileRow profile = existingProfile(draft);
        StoredDevice row = put(UUID.randomUUID(), clock.millis(), draft.named(name), profile, Optional.empty(), 1);
        credentials.create(row.id(), chosen);
        telemetry.created(row.id());
        return row;
    }

    /**
     * Changes a device, not its credentials.
     *
     * @throws RestRefusal where there is no such device, its name is taken, or somebody else changed it
     */
    public StoredDevice update(UUID id, DeviceDraft draft) {
        StoredDevice old = get(id);
        String name = checkedName(draft);
        if (!name.equals(old.name()) && names.containsKey(name)) {
            throw nameTaken();
        }
        ProfileRow profile = existingProfile(draft);
        if (draft.version().filter(version -> version != old.version()).isPresent()) {
            throw RestRefusal.stale("Device");
        }
        names.remove(old.name());
        return put(id, old.createdTime(), draft.named(name), profile, old.customer(), old.version() + 1);
    }

    /** Changes what a device signs in with; its live session ends where that makes a difference. */
    public CredentialsRow updateCredentials(UUID device, CredentialsDraft draft) {
        get(device);
        if (credentials.update(device, draft)) {
            listeners.forEach(listener -> listener.credentialsGone(device));
        }
        return credentials.of(device);
    }

    /** Removes a device with everything that belongs to it. */
    public void delete(UUID id) {
        StoredDevice row = get(id);
        rows.remove(id);
        names.remove(row.name());
        credentials.delete(id);
        telemetry.deleted(id);
        listeners.forEach(listener -> listener.credentialsGone(id));
    }

    private StoredDevice put(
            UUID id, long createdTime, DeviceDraft draft, ProfileRow profile, Optional<UUID> customer, long version) {
        JsonNode data = draft.deviceData().isObject() ? draft.deviceData() : defaultData();
        StoredDevice row = new StoredDevice(
                id,
                createdTime,
                draft.name().orElseThrow(),
                profile.name(),
                draft.label(),
                profile.id(),
                draft.additionalInfo(),
                data,
                customer,
                version);
        rows.put(id, row);
        names.put(row.name(), id);
        return row;
    }

    private static JsonNode defaultData() {
        JsonNode plain = Json.object().put("type", "DEFAULT");
        ObjectNode data = Json.object();
        data.set("configuration", plain);
        data.set("transportConfiguration", plain);
        return data;
    }

    private static String checkedName(DeviceDraft draft) {
        String name = draft.name().orElse("");
        if (name.length() > LONGEST_NAME) {
            throw RestRefusal.badRequest("Validation error: name length must be equal or less than 255");
        }
        if (TAG.matcher(name).find()) {
            throw RestRefusal.badRequest("Validation error: name is malformed");
        }
        if (name.isBlank()) {
            throw RestRefusal.badRequest("Device name should be specified!");
        }
        return name;
    }

    private String freeName(String name, NameConflict conflict) {
        if (!names.containsKey(name)) {
            return name;
        }
        if (!conflict.uniquify()) {
            throw nameTaken();
        }
        for (int i = 1; ; i++) {
            String other = name + conflict.separator() + (conflict.incremental() ? i : RandomTokens.random(6));
            if (!names.containsKey(other)) {
                return other;
            }
        }
    }

    private static RestRefusal nameTaken() {
        return RestRefusal.badRequest("Device with such name already exists!");
    }

    private ProfileRow existingProfile(DeviceDraft draft) {
        if (draft.profileId().isPresent()) {
            return profiles.find(draft.profileId().get())
                    .orElseThrow(() -> RestRefusal.badRequest("Device is referencing non existing device profile!"));
        }
        return draft.type().filter(type -> !type.isBlank()).map(profiles::named).orElseGet(profiles::defaultProfile);
    }

    /** Assigns a device to a customer, or to nobody; the same again is no change. */
    public StoredDevice assign(UUID id, Optional<UUID> customer) {
        StoredDevice old = get(id);
        if (old.customer().equals(customer)) {
            return old;
        }
        StoredDevice row = new StoredDevice(
                id,
                old.createdTime(),
                old.name(),
                old.type(),
                old.label(),
                old.profileId(),
                old.additionalInfo(),
                old.deviceData(),
                customer,
                old.version() + 1);
        rows.put(id, row);
        return row;
    }

    /** Stores shared attributes and tells a connected device. */
    public void setSharedAttributes(UUID device, ObjectNode changes) {
        telemetry.setAttributes(device, AttributeScope.SHARED_SCOPE, changes);
        listeners.forEach(listener -> listener.sharedAttributesChanged(device, changes));
    }

    /** Told of what concerns a device that may be connected just now. */
    public interface DeviceEvents {
        /** It signs in with something else from now on, or is gone. */
        void credentialsGone(UUID device);

        /** Somebody set shared attributes. */
        void sharedAttributesChanged(UUID device, ObjectNode changes);
    }

    /**
     * What somebody asks to be saved as a device.
     *
     * @param id of the device to change; empty for a new one
     * @param version the version that was read, where the save shall fail if there is a newer one
     * @param type name of the profile, made where there is none; the profile id goes before it
     */
    public record DeviceDraft(
            Optional<UUID> id,
            Optional<Long> version,
            Optional<String> name,
            Optional<String> label,
            Optional<String> type,
            Optional<UUID> profileId,
            JsonNode additionalInfo,
            JsonNode deviceData) {
        /** The same with another name. */
        DeviceDraft named(String other) {
            return new DeviceDraft(id, version, Optional.of(other), label, type, profileId, additionalInfo, deviceData);
        }
    }

    /**
     * What to do with a new device whose name is taken.
     *
     * @param uniquify whether to look for a free name instead of refusing
     * @param separator goes between the name and what is added to it
     * @param incremental whether to add a number that counts up instead of random letters
     */
    public record NameConflict(boolean uniquify, String separator, boolean incremental) {
        /** Refuse. */
        public static final NameConflict FAIL = new NameConflict(false, "_", false);
    }
}
