package dev.gangway.practice.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.practice.store.ProfileRow.ProvisionType;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The device profiles. Confined to the server's thread. */
public final class ProfileStore {
    private final Map<UUID, ProfileRow> rows = new LinkedHashMap<>();
    private final InstantSource clock;
    private Predicate<UUID> inUse = profile -> false;

    ProfileStore(InstantSource clock) {
        this.clock = clock;
        ProfileRow first = withDefaults("default");
        rows.put(first.id(), first.asDefault(true));
    }

    void inUseWhere(Predicate<UUID> check) {
        inUse = check;
    }

    /** Every profile, in the order in which they were made. */
    public List<ProfileRow> all() {
        return List.copyOf(rows.values());
    }

    /** The profile that devices get when they name none. */
    public ProfileRow defaultProfile() {
        return first(ProfileRow::isDefault).orElseThrow();
    }

    /**
     * The profile with this id.
     *
     * @throws RestRefusal 404 where there is none
     */
    public ProfileRow get(UUID id) {
        return find(id).orElseThrow(() -> RestRefusal.noSuch("Device profile", id));
    }

    Optional<ProfileRow> find(UUID id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** The profile that devices name by this key when they provision themselves. */
    Optional<ProfileRow> byProvisionKey(String key) {
        return first(row -> row.provisionKey().filter(key::equals).isPresent());
    }

    /** The profile of that name; made where there is none, as the server does for a device's type. */
    ProfileRow named(String name) {
        return first(row -> row.name().equals(name)).orElseGet(() -> {
            ProfileRow made = withDefaults(name);
            rows.put(made.id(), made);
            return made;
        });
    }

    /**
     * Makes or changes a profile. Next to nothing of it is checked: a bad regular expression, a missing or unreadable
     * certificate and a missing secret are all stored.
     *
     * @throws RestRefusal where name, key or certificate are taken, or the type is missing
     */
    public ProfileRow save(ProfileDraft draft) {
        Optional<ProfileRow> old = draft.id().map(this::get);
        if (old.isPresent()
                && draft.version().filter(v -> v != old.get().version()).isPresent()) {
            throw RestRefusal.stale("Device profile");
        }
        String name = draft.name()
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> RestRefusal.badRequest("Device profile name should be specified!"));
        String type =
                draft.type().orElseThrow(() -> RestRefusal.badRequest("Device profile type should be specified!"));
        String transport = draft.transportType()
                .orElseThrow(() -> RestRefusal.badRequest("Device profile transport type should be specified!"));
        ProfileRow row = new ProfileRow(
                old.map(ProfileRow::id).orElseGet(UUID::randomUUID),
                old.map(ProfileRow::createdTime).orElseGet(clock::millis),
                name,
                draft.description(),
                type,
                transport,
                draft.provisionType().orElse(ProvisionType.DISABLED),
                Optional.empty(),
                ProfileFormat.data(draft.profileData()),
                old.map(ProfileRow::isDefault).orElse(false),
                old.map(ProfileRow::version).orElse(0L) + 1);
        row = withKey(row, draft.provisionKey());
        refuseDuplicates(row);
        rows.put(row.id(), row);
        return row;
    }

    private static ProfileRow withKey(ProfileRow row, Optional<String> key) {
        boolean chain = row.provisionType() == ProvisionType.X509_CERTIFICATE_CHAIN;
        Optional<String> provisionKey =
                chain ? Json.filled(row.provisioning(), "provisionDeviceSecret").map(CredentialsFormat::hash) : key;
        return new ProfileRow(
                row.id(),
                row.createdTime(),
                row.name(),
                row.description(),
                row.type(),
                row.transportType(),
                row.provisionType(),
                provisionKey,
                row.profileData(),
                row.isDefault(),
                row.version());
    }

    private void refuseDuplicates(ProfileRow row) {
        Collection<ProfileRow> others = rows.values().stream()
                .filter(other -> !other.id().equals(row.id()))
                .toList();
        if (others.stream().anyMatch(other -> other.name().equals(row.name()))) {
            throw RestRefusal.badRequest("Device profile with such name already exists!");
        }
        if (row.provisionKey().isPresent()
                && others.stream().anyMatch(other -> other.provisionKey().equals(row.provisionKey()))) {
            throw RestRefusal.badRequest(
                    row.provisionType() == ProvisionType.X509_CERTIFICATE_CHAIN
                            ? "Device profile with such certificate already exists!"
                            : "Device profile with such provision device key already exists!");
        }
    }

    /**
     * Removes a profile.
     *
     * @throws RestRefusal where it is the default or some device has it
     */
    public void delete(UUID id) {
        ProfileRow row = get(id);
        if (row.isDefault()) {
            throw RestRefusal.badRequest("Deletion of Default Device Profile is prohibited!");
        }
        if (inUse.test(id)) {
            throw RestRefusal.badRequest("The device profile referenced by the devices cannot be deleted!");
        }
        rows.remove(id);
    }

    /** Makes this the profile that devices get when they name none. */
    public ProfileRow makeDefault(UUID id) {
        ProfileRow chosen = get(id);
        rows.replaceAll((key, row) -> row.asDefault(key.equals(chosen.id())));
        return get(id);
    }

    private ProfileRow withDefaults(String name) {
        return new ProfileRow(
                UUID.randomUUID(),
                clock.millis(),
                name,
                Optional.of("Default device profile"),
                "DEFAULT",
                "DEFAULT",
                ProvisionType.DISABLED,
                Optional.empty(),
                ProfileFormat.data(Json.object()
                        .set("provisionConfiguration", Json.object().put("type", "DISABLED"))),
                false,
                1);
    }

    private Optional<ProfileRow> first(Predicate<ProfileRow> condition) {
        return rows.values().stream().filter(condition).findFirst();
    }

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
}
