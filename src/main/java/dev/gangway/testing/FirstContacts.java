package dev.gangway.testing;

import dev.gangway.background.Cancellation;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.ServerState;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.InventoryRecordTypes;
import dev.gangway.inventory.Servers;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerAdapter.RemoteDevice;
import dev.gangway.server.ServerEntry;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** A chain registers its device by connecting: notes with the device that a test has done that, whoever ran it. */
final class FirstContacts {
    private final Vault vault;
    private final Repository<Device> devices;
    private final Servers servers;
    private final Clock clock;

    FirstContacts(Vault vault, Servers servers, Clock clock) {
        this.vault = vault;
        devices = vault.repository(InventoryRecordTypes.DEVICE);
        this.servers = servers;
        this.clock = clock;
    }

    /** After a connection that was taken: looks whether the server stores this leaf for this device now. */
    void note(Device device, Cancellation cancellation) {
        Optional<ServerEntry> entry =
                device.server().server().flatMap(servers::get).filter(known -> servers.holdsCredential(device, known));
        if (entry.isEmpty()
                || !(device.credential() instanceof Credential.X509Chain)
                || device.server().push() == ServerState.Push.PUSHED) {
            return;
        }
        servers.session(entry.get())
                .then(adapter -> taken(device, adapter, cancellation))
                .toOptional()
                .flatMap(taken -> taken)
                .ifPresent(remote -> store(device, entry.get(), remote));
    }

    private static Outcome<Optional<RemoteDevice>> taken(
            Device device, ServerAdapter adapter, Cancellation cancellation) {
        return adapter.find(device.name(), cancellation)
                .then(found -> found.isEmpty()
                        ? Outcome.ok(found)
                        : adapter.credential(found.get().id(), cancellation)
                                .map(stored -> found.filter(remote -> adapter.isSame(stored, device.credential()))));
    }

    /** Unless the device was changed or removed meanwhile. */
    private void store(Device device, ServerEntry entry, RemoteDevice remote) {
        vault.atomically(() -> devices.get(device.id().toString())
                .filter(now -> now.credential().equals(device.credential()))
                .ifPresent(now -> {
                    devices.put(now.withServer(ServerState.pushed(entry.id(), remote.id(), clock.instant())));
                    vault.audit()
                            .append(
                                    "device.pushed",
                                    device.id().toString(),
                                    Map.of("name", device.name(), "server", entry.name(), "type", "X509_CERTIFICATE"));
                }));
    }
}
