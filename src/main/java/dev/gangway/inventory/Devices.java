package dev.gangway.inventory;

import dev.gangway.background.Cancellation;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.server.ServerAdapter.RemoteDevice;
import dev.gangway.server.ServerEntry;
import dev.gangway.stored.StoredNames;
import dev.gangway.vault.AuditLog;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The devices in the vault. */
public final class Devices {
    private static final int HISTORY = 500;

    private final Vault vault;
    private final Repository<Device> repository;
    private final Servers servers;
    private final List<Consumer<UUID>> forgetters;

    /**
     * Those in this vault.
     *
     * @param forgetters let go of what else is kept of a device; called with its id, in the transaction that removes it
     */
    public Devices(Vault vault, Servers servers, List<Consumer<UUID>> forgetters) {
        this.vault = vault;
        this.servers = servers;
        this.forgetters = List.copyOf(forgetters);
        repository = vault.repository(InventoryRecordTypes.DEVICE);
    }

    /** All of them, oldest first. */
    public List<Device> all() {
        try (Stream<Device> devices = repository.all()) {
            return devices.toList();
        }
    }

    /** How many there are, without opening them. */
    public long count() {
        return repository.count();
    }

    /** The one with this id. */
    public Optional<Device> get(UUID id) {
        return repository.get(id.toString());
    }

    /** The first one of exactly this name. */
    public Optional<Device> named(String name) {
        return repository.find("name", name).stream().findFirst();
    }

    /** Adds one, or replaces the one with its id; nothing is sent. */
    public void save(Device device) {
        vault.atomically(() -> {
            boolean known = get(device.id()).isPresent();
            repository.put(device);
            vault.audit()
                    .append(
                            known ? "device.changed" : "device.added",
                            device.id().toString(),
                            Map.of(
                                    "name",
                                    device.name(),
                                    "type",
                                    StoredNames.of(device.credential().getClass())));
        });
    }

    /** Removes one from the vault with its runs; it stays on its server. */
    public void remove(Device device) {
        remove(device, Map.of("name", device.name()));
    }

    /**
     * Deletes one on its server, and then from the vault. A device of that name that is not ours is left alone, and so
     * is ours where the server cannot be asked; the diagnosis says so. One that is gone there already is no failure.
     */
    public Outcome<Outcome.Done> removeEverywhere(Device device, Cancellation cancellation) {
        Outcome<ServerEntry> server = device.server()
                .server()
                .map(servers::known)
                .orElseGet(() -> Diagnosis.of(OnboardingCode.DEVICE_HAS_NO_SERVER)
                        .with("name", device.name())
                        .failed());
        return server.then(entry -> servers.session(entry)
                .then(adapter -> adapter.find(device.name(), cancellation).then(found -> {
                    if (found.isPresent() && !isOurs(found.get(), device)) {
                        return Diagnosis.of(OnboardingCode.NAME_ON_SERVER)
                                .with("name", device.name())
                                .with("server", entry.name())
                                .failed();
                    }
                    return found.map(remote -> adapter.delete(remote.id(), cancellation))
                            .orElseGet(Outcome::done);
                }))
                .map(done -> {
                    remove(device, Map.of("name", device.name(), "server", entry.name()));
                    return done;
                }));
    }

    private static boolean isOurs(RemoteDevice remote, Device device) {
        return device.server().remoteId().equals(Optional.of(remote.id()))
                || remote.mark().equals(Optional.of(device.id().toString()));
    }

    private void remove(Device device, Map<String, String> details) {
        vault.atomically(() -> {
            String id = device.id().toString();
            forgetters.forEach(forgetter -> forgetter.accept(device.id()));
            repository.remove(id);
            vault.audit().append("device.removed", id, details);
        });
    }

    /** What was done with a device, newest first. */
    public List<AuditLog.Entry> history(Device device) {
        return vault.audit().about(device.id().toString(), HISTORY);
    }
}
