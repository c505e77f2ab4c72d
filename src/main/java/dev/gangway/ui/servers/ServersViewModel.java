package dev.gangway.ui.servers;

import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.Servers;
import dev.gangway.server.ServerAdapter.SignedIn;
import dev.gangway.server.ServerEntry;
import dev.gangway.ui.kit.CurrentServer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/** The servers, and what came of signing in to each. */
final class ServersViewModel {
    private final Servers servers;
    private final CurrentServer current;
    private final Background background;
    private final ObservableMap<UUID, Optional<Outcome<SignedIn>>> checks = FXCollections.observableHashMap();
    private final ObservableMap<UUID, Optional<Outcome<SignedIn>>> shown =
            FXCollections.unmodifiableObservableMap(checks); // listens weakly

    private final Map<UUID, Newest> checking = new HashMap<>();

    ServersViewModel(Servers servers, CurrentServer current, Background background) {
        this.servers = servers;
        this.current = current;
        this.background = background;
    }

    /** All servers, oldest first. */
    ObservableList<ServerEntry> all() {
        return current.all();
    }

    /** What came of signing in, by server; empty while that is under way, absent where nobody tried. */
    ObservableMap<UUID, Optional<Outcome<SignedIn>>> checks() {
        return shown;
    }

    /** Signs in to a server, to see whether that works. */
    void check(ServerEntry entry) {
        checks.put(entry.id(), Optional.empty());
        background
                .attempt(cancellation -> servers.check(entry, cancellation))
                .in(checking.computeIfAbsent(entry.id(), id -> new Newest()))
                .start(
                        who -> checks.put(entry.id(), Optional.of(Outcome.ok(who))),
                        why -> checks.put(entry.id(), Optional.of(Outcome.failed(why))));
    }

    /** A server was added or changed: works with it, and checks the sign-in. */
    void saved(ServerEntry entry) {
        current.reloadAndSelect(entry.id());
        check(entry);
    }

    /** Works with this server from now on. */
    void use(ServerEntry entry) {
        current.select(entry);
    }

    /** Removes a server; {@code refused} gets why not. */
    void remove(ServerEntry entry, Consumer<Diagnosis> refused) {
        background
                .attempt(cancellation -> servers.remove(entry.id()))
                .always(current::reload)
                .start(done -> {}, refused);
    }

    /** Opens the form's model for a new server, or for changing one. */
    ServerFormViewModel form(Optional<ServerEntry> old, dev.gangway.ui.text.Words words) {
        return new ServerFormViewModel(servers, background, words, old);
    }
}
