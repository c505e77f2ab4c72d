package dev.gangway.inventory;

import dev.gangway.background.Cancellation;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerAdapter.Profile;
import dev.gangway.server.ServerAdapter.SignedIn;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.ServerKind;
import dev.gangway.server.ServerKinds;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The servers in the vault. */
public final class Servers implements AutoCloseable {
    private final Vault vault;
    private final Repository<ServerEntry> repository;
    private final ServerKinds kinds;
    private final ServerSessions sessions;

    /** Those of this vault, each of one of these kinds. */
    public Servers(Vault vault, ServerKinds kinds) {
        this.vault = vault;
        this.kinds = kinds;
        sessions = new ServerSessions(kinds);
        repository = vault.repository(InventoryRecordTypes.SERVER);
    }

    /** All of them, oldest first. */
    public List<ServerEntry> all() {
        try (Stream<ServerEntry> entries = repository.all()) {
            return entries.toList();
        }
    }

    /** The one with this id. */
    public Optional<ServerEntry> get(UUID id) {
        return repository.get(id.toString());
    }

    /** The first one of this name, for the command line. */
    public Optional<ServerEntry> named(String name) {
        return all().stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** Adds one, or replaces the one with its id. */
    public void save(ServerEntry entry) {
        vault.atomically(() -> {
            boolean known = get(entry.id()).isPresent();
            repository.put(entry);
            vault.audit()
                    .append(
                            known ? "server.changed" : "server.added",
                            entry.id().toString(),
                            Map.of("name", entry.name(), "url", entry.url().toString(), "user", entry.user()));
        });
        sessions.drop(entry.id());
    }

    /** Removes one; refused while devices use it. */
    public Outcome<Outcome.Done> remove(UUID id) {
        Optional<ServerEntry> entry = get(id);
        if (entry.isEmpty()) {
            return Outcome.done();
        }
        int users = vault.repository(InventoryRecordTypes.DEVICE)
                .find("server", id.toString())
                .size();
        if (users > 0) {
            return Diagnosis.of(OnboardingCode.SERVER_IN_USE)
                    .with("server", entry.get().name())
                    .with("count", users)
                    .remedy("remove-devices-first")
                    .failed();
        }
        vault.atomically(() -> {
            repository.remove(id.toString());
            vault.audit()
                    .append(
                            "server.removed",
                            id.toString(),
                            Map.of("name", entry.get().name()));
        });
        sessions.drop(id);
        return Outcome.done();
    }

    /** Signs in with an entry, saved or not, and says who we are there. */
    public Outcome<SignedIn> check(ServerEntry entry, Cancellation cancellation) {
        return session(entry).then(adapter -> adapter.signIn(cancellation));
    }

    /** The device profiles of a server. */
    public Outcome<List<Profile>> profiles(UUID id, Cancellation cancellation) {
        return known(id).then(this::session).then(adapter -> adapter.profiles(cancellation));
    }

    /**
     * The entry with the authority of the server's MQTT listener among its trust anchors. Not saved: a person compares
     * the fingerprint first, because the download itself proves nothing when it came over an open line.
     */
    public Outcome<ServerEntry> withFetchedAuthority(ServerEntry entry, Cancellation cancellation) {
        return session(entry)
                .then(adapter -> adapter.mqttAuthority(cancellation))
                .then(pem -> {
                    if (pem.isEmpty()) {
                        return Diagnosis.of(OnboardingCode.SERVER_HAS_NO_AUTHORITY)
                                .with("server", entry.name())
                                .remedy("choose-authority-file")
                                .failed();
                    }
                    List<String> anchors = new ArrayList<>(entry.trustAnchors());
                    if (!anchors.contains(pem.get())) {
                        anchors.add(pem.get());
                    }
                    return Outcome.ok(withAnchors(entry, anchors));
                });
    }

    /** The entry with this id, or the diagnosis that it is gone. */
    public Outcome<ServerEntry> known(UUID id) {
        return get(id).map(Outcome::ok)
                .orElseGet(() -> Diagnosis.of(OnboardingCode.SERVER_UNKNOWN)
                        .remedy("choose-server")
                        .failed());
    }

    /** What is special to its kind. */
    public ServerKind kind(ServerEntry entry) {
        return kinds.of(entry);
    }

    /** The kinds of server that there are. */
    public ServerKinds kinds() {
        return kinds;
    }

    /**
     * Whether a server holds this device's credential. A plain broker is told of its devices in its own ways, and a
     * token is judged by its signature: nobody stores it.
     */
    public boolean holdsCredential(Device device, ServerEntry server) {
        return kind(server).registersDevices()
                && !(device.credential() instanceof Credential.Jwt)
                && !(device.credential() instanceof Credential.OAuth);
    }

    /** A connection to its REST interface, or the diagnosis that it has none. */
    public Outcome<ServerAdapter> session(ServerEntry entry) {
        return kind(entry).registersDevices()
                ? sessions.of(entry)
                : Diagnosis.of(OnboardingCode.SERVER_IS_BROKER)
                        .with("server", entry.name())
                        .remedy("choose-thingsboard")
                        .failed();
    }

    private static ServerEntry withAnchors(ServerEntry entry, List<String> anchors) {
        return new ServerEntry(
                entry.id(),
                entry.name(),
                entry.kind(),
                entry.url(),
                entry.user(),
                entry.password(),
                entry.mqtt(),
                entry.mqtts(),
                anchors);
    }

    /** Ends the connections to servers. */
    @Override
    public void close() {
        sessions.close();
    }
}
