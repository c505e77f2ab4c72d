package dev.gangway.credentials;

import dev.gangway.background.Cancellation;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.ServerState;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.DeviceClaims;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.inventory.Servers;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerCode;
import dev.gangway.server.ServerEntry;
import dev.gangway.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Puts a device and its credential on a server so that both end up the same, whatever was there before and whatever
 * gets lost on the way. Doing it twice does nothing the second time.
 */
public final class CredentialDeployer {
    private static final Duration GRACE = Duration.ofMillis(400);

    private final Vault vault;
    private final Servers servers;
    private final DeviceClaims claims;
    private final PushJournal journal;
    private final DeviceProvisioning provisioning;
    private final CertificateGuard guard;
    private final Clock clock;

    /**
     * Puts devices of this vault on servers.
     *
     * @param claims has a device to itself meanwhile
     * @param journal hears before a server is acted on
     */
    public CredentialDeployer(
            Vault vault,
            Servers servers,
            DeviceClaims claims,
            PushJournal journal,
            DeviceProvisioning provisioning,
            Clock clock) {
        this.vault = vault;
        this.servers = servers;
        this.claims = claims;
        this.journal = journal;
        this.provisioning = provisioning;
        guard = new CertificateGuard(clock);
        this.clock = clock;
    }

    /**
     * Puts a device with its credential on a server, reads it back and compares; stored as pushed when they are the
     * same. A device of that name that is not ours is left alone, and the diagnosis says so.
     *
     * @return the device as it is now in the vault
     */
    public Outcome<Device> push(Device device, UUID serverId, Cancellation cancellation) {
        return servers.known(serverId).then(entry -> push(device, entry, cancellation));
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
                            return push(ours, entry, cancellation);
                        }));
    }

    /** The same for a server that is known. */
    public Outcome<Device> push(Device device, ServerEntry entry, Cancellation cancellation) {
        Outcome<Device> pushed = claimed(device, entry, cancellation);
        pushed.failure().ifPresent(why -> journal.triedInVain(device.id(), why));
        return pushed;
    }

    private Outcome<Device> claimed(Device device, ServerEntry entry, Cancellation cancellation) {
        return servers.session(entry).then(adapter -> {
            try (DeviceClaims.Claim claim = claims.claim(device.id())) {
                return checked(device, entry, adapter, cancellation)
                        .then(sound -> withCredential(sound, entry, adapter))
                        .then(ready -> cancellation.finishing(
                                GRACE,
                                toTheEnd -> new DevicePush(
                                                vault, journal, clock, ready, entry, adapter, cancellation, toTheEnd)
                                        .run()));
            }
        });
    }

    /**
     * The device with its chain in order, before its first connection registers it: fails where the server would refuse
     * the chain, or take it for another device. Nothing is changed on the server.
     */
    public Outcome<Device> beforeFirstContact(Device device, ServerEntry entry, Cancellation cancellation) {
        return guard.readyToPush(device.credential(), device.name())
                .map(device::withCredential)
                .then(sound -> servers.kind(entry).registersDevices()
                        ? servers.session(entry)
                                .then(adapter -> ChainGuard.check(sound, entry, adapter, true, cancellation))
                                .map(done -> sound)
                        : Outcome.ok(sound));
    }

    private Outcome<Device> checked(
            Device device, ServerEntry entry, ServerAdapter adapter, Cancellation cancellation) {
        Outcome<Device> sound = guard.readyToPush(device.credential(), device.name())
                .map(credential -> credential.equals(device.credential())
                        ? device
                        : device.withCredential(credential).withServer(device.server()));
        if (sound.failure().isPresent()) {
            journal.leave(device.id()); // the same never works, so nothing is left to go on with
            return sound;
        }
        return sound.then(ready ->
                ChainGuard.check(ready, entry, adapter, false, cancellation).map(done -> ready));
    }

    /** The device with a credential that can be pushed: that of a provisioned device comes from the server. */
    private Outcome<Device> withCredential(Device device, ServerEntry entry, ServerAdapter adapter) {
        if (!(device.credential() instanceof Credential.Provisioning key)) {
            return Outcome.ok(device);
        }
        journal.enter(device, entry.id());
        Outcome<Device> provisioned = provisioning.provisioned(device, key, entry, adapter);
        if (provisioned.failure().filter(why -> !ServerCode.leavesDoubt(why)).isPresent()) {
            journal.leave(device.id());
        }
        return provisioned;
    }
}
