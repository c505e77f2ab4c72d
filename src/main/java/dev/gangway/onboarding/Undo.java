package dev.gangway.onboarding;

import dev.gangway.background.Cancellation;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.Devices;
import dev.gangway.inventory.Servers;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerAdapter.RemoteDevice;
import dev.gangway.server.ServerEntry;
import dev.gangway.vault.Vault;
import java.util.Optional;

/** Takes back what an onboarding made. Never touches a device that it did not make. */
final class Undo {
    private final Vault vault;
    private final Servers servers;
    private final Devices devices;
    private final Journal journal;

    Undo(Vault vault, Servers servers, Devices devices, Journal journal) {
        this.vault = vault;
        this.servers = servers;
        this.devices = devices;
        this.journal = journal;
    }

    /** Takes back the record in the vault; one that has been on a server stays, unfinished no more. */
    void inVault(JournalEntry intent) {
        vault.atomically(() -> {
            devices.get(intent.device())
                    .filter(device -> device.server().remoteId().isEmpty())
                    .ifPresent(devices::remove);
            journal.end(intent.device());
        });
    }

    /**
     * Takes back what is on the server as well.
     *
     * @param inDoubt whether the server may still be making it: that it is not there yet then proves nothing
     * @return why the server could not be asked; the journal then keeps the wish
     */
    Optional<Diagnosis> everything(
            JournalEntry intent, ServerEntry server, boolean inDoubt, Cancellation cancellation) {
        if (intent.step() != Step.Name.PUSH && intent.step() != Step.Name.TEST) {
            inVault(intent); // nothing was sent yet
            return Optional.empty();
        }
        Outcome<Boolean> gone = servers.session(server).then(adapter -> remove(intent, adapter, cancellation));
        if (gone.toOptional().filter(found -> found || !inDoubt).isPresent()) {
            inVault(intent);
        }
        return gone.failure();
    }

    /** Whether it was there. */
    private Outcome<Boolean> remove(JournalEntry intent, ServerAdapter adapter, Cancellation cancellation) {
        return adapter.find(intent.name(), cancellation).then(found -> {
            Optional<RemoteDevice> ours = found.filter(remote -> isOurs(remote, intent));
            return ours.isPresent()
                    ? adapter.delete(ours.get().id(), cancellation).map(_ -> true)
                    : Outcome.ok(false);
        });
    }

    private boolean isOurs(RemoteDevice remote, JournalEntry intent) {
        boolean wasThereBefore = devices.get(intent.device())
                .map(Device::server)
                .flatMap(state -> state.remoteId())
                .isPresent();
        return !wasThereBefore
                && remote.mark().equals(Optional.of(intent.device().toString()));
    }
}
