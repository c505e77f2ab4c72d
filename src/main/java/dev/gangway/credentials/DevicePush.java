package dev.gangway.credentials;

import dev.gangway.background.Cancellation;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.Registration;
import dev.gangway.device.ServerState;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.InventoryRecordTypes;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerAdapter.NewDevice;
import dev.gangway.server.ServerAdapter.RemoteCredential;
import dev.gangway.server.ServerAdapter.RemoteDevice;
import dev.gangway.server.ServerCode;
import dev.gangway.server.ServerEntry;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * One device with its credential on its way onto one server. Looks first what is there; what the server may hold is on
 * disk here before it is sent.
 */
final class DevicePush {
    private final Vault vault;
    private final PushJournal journal;
    private final Clock clock;
    private final Repository<Device> devices;
    private final Device device;
    private final ServerEntry entry;
    private final ServerAdapter adapter;
    private final Cancellation cancellation;

    private final Optional<Device> before;
    private final Registering registering;

    /** For what changes the server: given a moment to end after a cancel, so that we know what came of it. */
    private final Cancellation toTheEnd;

    DevicePush(
            Vault vault,
            PushJournal journal,
            Clock clock,
            Device device,
            ServerEntry entry,
            ServerAdapter adapter,
            Cancellation cancellation,
            Cancellation toTheEnd) {
        this.vault = vault;
        this.journal = journal;
        this.clock = clock;
        devices = vault.repository(InventoryRecordTypes.DEVICE);
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
            Outcome<RemoteCredential> replaced = adapter.replaceCredential(remote.id(), device.credential(), toTheEnd);
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

    /** Whether nobody else could have stored this: it was made here, or its secret is known here alone. */
    private static boolean provesOrigin(Credential credential) {
        return !(credential instanceof Credential.None);
    }
}
