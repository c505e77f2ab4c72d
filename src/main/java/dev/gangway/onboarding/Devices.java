package dev.gangway.onboarding;

import dev.gangway.background.Cancellation;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.vault.AuditLog;
import dev.gangway.vault.Shelf;
import dev.gangway.vault.Vault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The devices in the vault. */
public final class Devices {
    private static final int HISTORY = 500;

    private final Vault vault;
    private final Shelf<Device> shelf;
    private final Servers servers;
    private final Pusher pusher;

    Devices(Vault vault, Servers servers, Pusher pusher) {
        this.vault = vault;
        this.servers = servers;
        this.pusher = pusher;
        shelf = vault.shelf(Kinds.DEVICE);
    }

    /** All of them, oldest first. */
    public List<Device> all() {
        try (Stream<Device> devices = shelf.all()) {
            return devices.toList();
        }
    }

    /** How many there are, without opening them. */
    public long count() {
        return shelf.count();
    }

    /** The one with this id. */
    public Optional<Device> get(UUID id) {
        return shelf.get(id.toString());
    }

    /** The first one of exactly this name. */
    public Optional<Device> named(String name) {
        return shelf.find("name", name).stream().findFirst();
    }

    /** Adds one, or replaces the one with its id; nothing is sent. */
    public void save(Device device) {
        vault.atomically(() -> {
            boolean known = get(device.id()).isPresent();
            shelf.put(device);
            vault.audit()
                    .append(
                            known ? "device.changed" : "device.added",
                            device.id().toString(),
                            Map.of(
                                    "name",
                                    device.name(),
                                    "type",
                                    device.credential().getClass().getSimpleName()));
        });
    }

    /** Removes one from the vault with its runs; it stays on its server. */
    public void remove(Device device) {
        vault.atomically(() -> {
            String id = device.id().toString();
            Shelf<RunSummary> runs = vault.shelf(Kinds.RUN);
            runs.find("device", id).forEach(run -> runs.remove(run.id().toString()));
            vault.shelf(Kinds.INTENT).remove(id);
            shelf.remove(id);
            vault.audit().append("device.removed", id, Map.of("name", device.name()));
        });
    }

    /**
     * Puts a device with its credential on a server, reads it back and compares; stored as pushed when they are the
     * same. A device of that name that is not ours is left alone, and the diagnosis says so.
     *
     * @return the device as it is now in the vault
     */
    public Outcome<Device> push(Device device, UUID serverId, Cancellation cancellation) {
        return servers.known(serverId).then(entry -> pusher.push(device, entry, cancellation));
    }

    /** What was done with a device, newest first. */
    public List<AuditLog.Entry> history(Device device) {
        return vault.audit().about(device.id().toString(), HISTORY);
    }
}
