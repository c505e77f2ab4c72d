package dev.gangway.onboarding;

import dev.gangway.background.Cancellation;
import dev.gangway.device.Device;
import dev.gangway.device.ServerState;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.server.ServerAdapter.RemoteDevice;
import dev.gangway.server.ServerEntry;
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
            Shelf<RunSummary> runs = vault.shelf(Kinds.RUN);
            runs.find("device", id).forEach(run -> runs.remove(run.id().toString()));
            Shelf<KeptRun> timelines = vault.shelf(Kinds.KEPT_RUN);
            timelines
                    .find("device", id)
                    .forEach(run -> timelines.remove(run.id().toString()));
            vault.shelf(Kinds.INTENT).remove(id);
            shelf.remove(id);
            vault.audit().append("device.removed", id, details);
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

    /**
     * Takes a device over that somebody else made on the server, a person having decided that it is the same one: from
     * now on it is ours, and its credential is replaced by the one here.
     *
     * @return the device as it is now in the vault; fails where the server has none of that name
     */
    public Outcome<Device> takeOver(Device device, UUID serverId, Cancellation cancellation) {
        return servers.known(serverId)
                .then(entry -> servers.session(entry)
                        .then(adapter -> adapter.find(device.name(), cancellation))
                        .then(found -> {
                            if (found.isEmpty()) {
                                return Diagnosis.of(OnboardingCode.NOT_ON_SERVER)
                                        .with("name", device.name())
                                        .with("server", entry.name())
                                        .remedy(Action.PUSH_CREDENTIAL, "push-again")
                                        .failed();
                            }
                            Device ours = device.withServer(new ServerState(
                                    Optional.of(entry.id()),
                                    Optional.of(found.get().id()),
                                    ServerState.Push.NOT_PUSHED,
                                    Optional.empty()));
                            vault.audit()
                                    .append(
                                            "device.taken-over",
                                            device.id().toString(),
                                            Map.of("name", device.name(), "server", entry.name()));
                            return pusher.push(ours, entry, cancellation);
                        }));
    }

    /** What was done with a device, newest first. */
    public List<AuditLog.Entry> history(Device device) {
        return vault.audit().about(device.id().toString(), HISTORY);
    }
}
