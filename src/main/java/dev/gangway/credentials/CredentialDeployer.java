package dev.gangway.credentials;

import dev.gangway.background.Cancellation;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.Registration;
import dev.gangway.device.ServerState;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.DeviceClaims;
import dev.gangway.inventory.InventoryRecordTypes;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.inventory.Servers;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerAdapter.NewDevice;
import dev.gangway.server.ServerAdapter.RemoteCredential;
import dev.gangway.server.ServerAdapter.RemoteDevice;
import dev.gangway.server.ServerCode;
import dev.gangway.server.ServerEntry;
import dev.gangway.vault.Repository;
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
    private final Repository<Device> devices;
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
        devices = vault.repository(InventoryRecordTypes.DEVICE);
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
                                GRACE, toTheEnd -> new Push(ready, entry, adapter, cancellation, toTheEnd).run()));
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

    /** One push; a class only to spare its parts the same four parameters. */
    private final class Push {
        private final Device device;
        private final ServerEntry entry;
        private final ServerAdapter adapter;
        private final Cancellation cancellation;

        private final Optional<Device> before;
        private final Registering registering;

        /** For what changes the server: given a moment to end after a cancel, so that we know what came of it. */
        private final Cancellation toTheEnd;

        Push(
                Device device,
                ServerEntry entry,
                ServerAdapter adapter,
                Cancellation cancellation,
                Cancellation toTheEnd) {
            this.device = device;
            this.entry = entry;
            this.adapter = adapter;
            this.cancellation = cancellation;
            this.toTheEnd = toTheEnd;
            before = devices.get(device.id().toString());
            registering = new Registering(device.registration().orElse(Registration.NONE), adapter);
        }

        Outcome<Device> run() {
            return asked(registering.possible(cancellation))
                    .then(possible -> asked(adapter.find(device.name(), cancellation)))
                    .then(found -> found.isPresent() ? onto(found.get()) : create());
        }

        /** A question that was cut off leaves no doubt: nothing was changed yet. */
        private <T> Outcome<T> asked(Outcome<T> answer) {
            return answer.failure().filter(why -> why.is(ServerCode.CANCELLED)).isPresent()
                    ? Diagnosis.of(OnboardingCode.CANCELLED).failed()
                    : answer;
        }

        private Outcome<Device> create() {
            return asked(adapter.ensureProfile(device.profile(), cancellation)).then(profile -> {
                begin();
                NewDevice wanted = new NewDevice(
                        device.name(), device.label(), profile.id(), device.id().toString(), registering.asGateway());
                Outcome<RemoteDevice> made = adapter.create(wanted, device.credential(), toTheEnd);
                return switch (made) {
                    case Outcome.Ok<RemoteDevice>(RemoteDevice remote) -> compare(remote);
                    case Outcome.Failed<RemoteDevice>(Diagnosis why) when ServerCode.leavesDoubt(why) -> settle(why);
                    case Outcome.Failed<RemoteDevice>(Diagnosis why) -> {
                        takeBack();
                        yield Outcome.failed(why);
                    }
                };
            });
        }

        /**
         * The answer was lost: looks whether the device is there. What cannot be settled now stays in the journal.
         */
        private Outcome<Device> settle(Diagnosis why) {
            return switch (adapter.find(device.name(), toTheEnd)) {
                case Outcome.Ok<Optional<RemoteDevice>>(Optional<RemoteDevice> found)
                when found.isPresent() && isOurs(found.get()) -> compare(found.get());
                default -> Outcome.failed(why);
            };
        }

        private Outcome<Device> onto(RemoteDevice remote) {
            return asked(adapter.credential(remote.id(), cancellation)).then(stored -> {
                boolean same = isSame(stored);
                if (!isOurs(remote) && !(same && provesOrigin(device.credential()))) {
                    return Diagnosis.of(OnboardingCode.NAME_ON_SERVER)
                            .with("name", device.name())
                            .with("server", entry.name())
                            .fact("server-has-device", "created", remote.createdAt(), "profile", remote.profileName())
                            .remedy("choose-other-name")
                            .remedy("take-device-over")
                            .failed();
                }
                if (same) {
                    return registered(remote, stored);
                }
                begin();
                Outcome<RemoteCredential> replaced =
                        adapter.replaceCredential(remote.id(), device.credential(), toTheEnd);
                return switch (replaced) {
                    case Outcome.Ok<RemoteCredential> ok -> compare(remote);
                    case Outcome.Failed<RemoteCredential>(Diagnosis why)
                    when ServerCode.leavesDoubt(why) -> settleReplaced(remote, why);
                    case Outcome.Failed<RemoteCredential>(Diagnosis why) -> {
                        takeBack();
                        yield Outcome.failed(why);
                    }
                };
            });
        }

        private Outcome<Device> settleReplaced(RemoteDevice remote, Diagnosis why) {
            return switch (adapter.credential(remote.id(), toTheEnd)) {
                case Outcome.Ok<RemoteCredential>(RemoteCredential stored)
                when isSame(stored) -> registered(remote, stored);
                default -> Outcome.failed(why);
            };
        }

        private Outcome<Device> compare(RemoteDevice remote) {
            return adapter.credential(remote.id(), toTheEnd).then(stored -> {
                if (isSame(stored)) {
                    return registered(remote, stored);
                }
                journal.leave(device.id());
                return Diagnosis.of(OnboardingCode.STORED_DIFFERS)
                        .with("name", device.name())
                        .with("server", entry.name())
                        .with("type", stored.type())
                        .remedy(Action.PUSH_CREDENTIAL, "push-again")
                        .failed();
            });
        }

        /** From here on the server may hold the new credential, so its key must be on disk first. */
        private void begin() {
            boolean stored = before.equals(Optional.of(device));
            if (stored && journal.isEntered(device.id())) {
                return; // both are on disk
            }
            vault.atomically(() -> {
                journal.enter(device, entry.id());
                if (!stored) {
                    devices.put(device);
                }
            });
        }

        /** The server refused: what it holds is what the vault held before. */
        private void takeBack() {
            vault.atomically(() -> {
                before.ifPresentOrElse(
                        devices::put, () -> devices.remove(device.id().toString()));
                journal.leave(device.id());
            });
        }

        /** The credential is there; what else the server shall keep of the device comes after it. */
        private Outcome<Device> registered(RemoteDevice remote, RemoteCredential stored) {
            Outcome<Outcome.Done> kept = registering.run(remote.id(), toTheEnd);
            kept.failure()
                    .filter(why -> !ServerCode.isOutOfReach(why) && !ServerCode.leavesDoubt(why))
                    .ifPresent(why -> journal.leave(device.id()));
            return kept.map(done -> confirmed(remote, stored));
        }

        private Device confirmed(RemoteDevice remote, RemoteCredential stored) {
            // A device without a credential gets a token from the server, and that is then its credential.
            Credential credential = device.credential() instanceof Credential.None
                    ? new Credential.AccessToken(stored.credentialsId())
                    : device.credential();
            Device pushed = device.withCredential(credential)
                    .withServer(ServerState.pushed(entry.id(), remote.id(), clock.instant()));
            vault.atomically(() -> {
                devices.put(pushed);
                vault.audit()
                        .append(
                                "device.pushed",
                                device.id().toString(),
                                Map.of("name", device.name(), "server", entry.name(), "type", stored.type()));
                journal.leave(device.id());
            });
            return pushed;
        }

        private boolean isSame(RemoteCredential stored) {
            return device.credential() instanceof Credential.None || adapter.isSame(stored, device.credential());
        }

        private boolean isOurs(RemoteDevice remote) {
            ServerState known = device.server();
            boolean knownId = known.server().equals(Optional.of(entry.id()))
                    && known.remoteId().equals(Optional.of(remote.id()));
            return knownId || remote.mark().equals(Optional.of(device.id().toString()));
        }
    }

    /** Whether nobody else could have stored this: it was made here, or its secret is known here alone. */
    private static boolean provesOrigin(Credential credential) {
        return !(credential instanceof Credential.None);
    }
}
