package dev.gangway.ui.kit;

import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.inventory.Servers;
import dev.gangway.server.ServerAdapter.SignedIn;
import dev.gangway.server.ServerEntry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The servers in the vault, the one that is worked with, and whether it answers. Used on the UI thread only. */
public final class CurrentServer {
    /** Whether the chosen server answers. */
    public sealed interface State {
        /** No server is chosen, or it is a plain broker, which has no sign-in. */
        record Unknown() implements State {}

        /** It is being asked. */
        record Checking() implements State {}

        /** We are signed in. */
        record Online(SignedIn signedIn) implements State {}

        /** We are not, and this is why. */
        record Offline(Diagnosis why) implements State {}
    }

    private final Servers servers;
    private final Background background;
    private final ObservableList<ServerEntry> all = FXCollections.observableArrayList();
    private final ObservableList<ServerEntry> shown = FXCollections.unmodifiableObservableList(all); // listens weakly
    private final ReadOnlyObjectWrapper<Optional<ServerEntry>> selected =
            new ReadOnlyObjectWrapper<>(this, "selected", Optional.empty());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", new State.Unknown());
    private Optional<UUID> wanted;
    private final Newest loading = new Newest();
    private final Newest check = new Newest();

    /** Nothing is loaded yet; {@code wanted} is chosen at the first {@link #reload} where it still exists. */
    public CurrentServer(Servers servers, Background background, Optional<UUID> wanted) {
        this.servers = servers;
        this.background = background;
        this.wanted = wanted;
    }

    /** All servers, oldest first. */
    public ObservableList<ServerEntry> all() {
        return shown;
    }

    /** The one that is worked with. */
    public ReadOnlyObjectProperty<Optional<ServerEntry>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Whether it answers. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Works with this one from now on. */
    public void select(ServerEntry entry) {
        wanted = Optional.of(entry.id());
        selected.set(Optional.of(entry));
        check();
    }

    /** Keeps an entry in the vault; blocks, so call it off the UI thread, and {@link #reloadAndSelect} after. */
    public void save(ServerEntry entry) {
        servers.save(entry);
    }

    /**
     * Keeps an entry, and works with it where no server was chosen yet: the practice server comes up on other ports each
     * time, and its entry follows.
     */
    public void keep(ServerEntry entry, Consumer<Diagnosis> failed) {
        background
                .work(cancellation -> {
                    servers.save(entry);
                    return entry;
                })
                .start(
                        kept -> {
                            if (selected.get().isEmpty()) {
                                wanted = Optional.of(kept.id());
                            }
                            reload();
                        },
                        failed);
    }

    /** Reads the list again, after something was saved or removed. */
    public void reload() {
        background.work(cancellation -> servers.all()).in(loading).start(this::loaded, this::unknown);
    }

    /** Reads the list again and works with the server of this id. */
    public void reloadAndSelect(UUID id) {
        wanted = Optional.of(id);
        reload();
    }

    /** Asks the chosen server whether it answers; ends a check that still runs. */
    public void check() {
        check.forget();
        Optional<ServerEntry> entry =
                selected.get().filter(server -> servers.kind(server).registersDevices());
        if (entry.isEmpty()) {
            state.set(new State.Unknown());
            return;
        }
        if (!(state.get() instanceof State.Online)) {
            state.set(new State.Checking());
        }
        background
                .attempt(cancellation -> servers.check(entry.get(), cancellation))
                .in(check)
                .start(who -> state.set(new State.Online(who)), this::unknown);
    }

    /** Stops asking. */
    public void close() {
        check.cancel();
    }

    private void loaded(List<ServerEntry> entries) {
        all.setAll(entries);
        Optional<ServerEntry> kept = entries.stream()
                .filter(entry -> wanted.filter(entry.id()::equals).isPresent())
                .findFirst()
                .or(() -> entries.stream().findFirst());
        boolean same = kept.equals(selected.get());
        selected.set(kept);
        if (!same) {
            state.set(new State.Unknown());
        }
        check();
    }

    /** It did not answer, or nobody could read which servers there are. */
    private void unknown(Diagnosis why) {
        state.set(new State.Offline(why));
    }
}
