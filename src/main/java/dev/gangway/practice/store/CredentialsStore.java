package dev.gangway.practice.store;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The credentials of all devices: one row a device, one row an id. Confined to the server's thread. */
public final class CredentialsStore {
    private final Map<UUID, CredentialsRow> byDevice = new HashMap<>();
    private final Map<String, CredentialsRow> byId = new HashMap<>();
    private final InstantSource clock;

    CredentialsStore(InstantSource clock) {
        this.clock = clock;
    }

    /** The credentials of a device that exists. */
    public CredentialsRow of(UUID device) {
        CredentialsRow row = byDevice.get(device);
        if (row == null) {
            throw RestRefusal.noSuch("Device", device);
        }
        return row;
    }

    /** Whose credentials are found by this id. */
    Optional<CredentialsRow> find(String credentialsId) {
        return Optional.ofNullable(byId.get(credentialsId));
    }

    /**
     * Checks a draft without storing anything.
     *
     * @param device whose it may already be
     * @throws RestRefusal where the server refuses it
     */
    CredentialsFormat.Stored check(CredentialsDraft draft, Optional<UUID> device) {
        CredentialsFormat.Stored stored = CredentialsFormat.format(draft);
        boolean taken = find(stored.id())
                .filter(row -> !Optional.of(row.deviceId()).equals(device))
                .isPresent();
        if (taken) {
            throw RestRefusal.badRequest("Device credentials are already assigned to another device!");
        }
        return stored;
    }

    CredentialsRow create(UUID device, CredentialsDraft draft) {
        CredentialsFormat.Stored stored = check(draft, Optional.empty());
        return put(new CredentialsRow(
                UUID.randomUUID(), clock.millis(), device, draft.type(), stored.id(), stored.value(), 1));
    }

    /**
     * Changes the credentials of a device.
     *
     * @return whether the device signs in differently now
     */
    boolean update(UUID device, CredentialsDraft draft) {
        CredentialsRow old = of(device);
        if (draft.id().isEmpty()) {
            throw RestRefusal.badRequest("Credentials for this device are already specified!");
        }
        if (!draft.id().get().equals(old.id())) {
            throw RestRefusal.badRequest("Unable to update non-existent device credentials!");
        }
        CredentialsFormat.Stored stored = check(draft, Optional.of(device));
        if (draft.version().filter(version -> version != old.version()).isPresent()) {
            throw RestRefusal.stale("Entity");
        }
        CredentialsRow changed = put(new CredentialsRow(
                old.id(), old.createdTime(), device, draft.type(), stored.id(), stored.value(), old.version() + 1));
        return !changed.sameAs(old);
    }

    void delete(UUID device) {
        CredentialsRow row = byDevice.remove(device);
        if (row != null) {
            byId.remove(row.credentialsId());
        }
    }

    private CredentialsRow put(CredentialsRow row) {
        delete(row.deviceId());
        byDevice.put(row.deviceId(), row);
        byId.put(row.credentialsId(), row);
        return row;
    }
}
