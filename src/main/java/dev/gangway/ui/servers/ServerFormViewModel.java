package dev.gangway.ui.servers;

import dev.gangway.background.Background;
import dev.gangway.background.Cancellation;
import dev.gangway.background.Newest;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.Servers;
import dev.gangway.server.ServerAdapter.SignedIn;
import dev.gangway.server.ServerEntry;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Adds or changes a server: checks what is typed, tries the sign-in, fetches the authority for people to compare. */
final class ServerFormViewModel {
    private final Servers servers;
    private final Background background;
    private final ServerForm form;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SignedIn>> signedIn =
            new ReadOnlyObjectWrapper<>(this, "signedIn", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Anchor>> offered =
            new ReadOnlyObjectWrapper<>(this, "offered", Optional.empty());
    private final Newest running = new Newest();

    ServerFormViewModel(Servers servers, Background background, Words words, Optional<ServerEntry> old) {
        this.servers = servers;
        this.background = background;
        form = new ServerForm(old, words);
    }

    /** What is typed. */
    ServerForm form() {
        return form;
    }

    /** Whether a server is being asked. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Why the last thing did not work. */
    ReadOnlyObjectProperty<Optional<Diagnosis>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Who we are on the server, once the sign-in was checked. */
    ReadOnlyObjectProperty<Optional<SignedIn>> signedInProperty() {
        return signedIn.getReadOnlyProperty();
    }

    /** An authority that was fetched and that nobody has agreed to yet. */
    ReadOnlyObjectProperty<Optional<Anchor>> offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    /** Signs in with what is typed. */
    void check() {
        ask(servers::check, who -> signedIn.set(Optional.of(who)));
    }

    /** Asks the server for the authority of its MQTT listener. */
    void fetchAuthority() {
        ask(
                servers::withFetchedAuthority,
                entry -> Anchor.read(entry.trustAnchors().getLast())
                        .handle(anchor -> offered.set(Optional.of(anchor)), this::refuse));
    }

    /** Trusts the authority that was fetched. */
    void acceptOffered() {
        offered.get().ifPresent(this::add);
        offered.set(Optional.empty());
    }

    /** Does not. */
    void discardOffered() {
        offered.set(Optional.empty());
    }

    /** Trusts the certificates in this text, which was pasted or dropped. */
    void addPem(String text) {
        problem.set(Optional.empty());
        Anchor.read(text).handle(this::add, this::refuse);
    }

    /** Stores it; {@code then} gets what was stored. Nothing happens where something is wrong with what is typed. */
    void save(Consumer<ServerEntry> then) {
        form.read().filter(entry -> !busy.get()).ifPresent(entry -> {
            problem.set(Optional.empty());
            busy.set(true);
            background
                    .work(cancellation -> {
                        servers.save(entry);
                        return entry;
                    })
                    .in(running)
                    .always(() -> busy.set(false))
                    .start(then, this::refuse);
        });
    }

    /** Ends what is being asked. */
    void cancel() {
        running.cancel();
    }

    private <T> void ask(Question<T> question, Consumer<T> then) {
        Optional<ServerEntry> entry = form.read();
        if (entry.isEmpty() || busy.get()) {
            return;
        }
        problem.set(Optional.empty());
        signedIn.set(Optional.empty());
        busy.set(true);
        background
                .attempt(cancellation -> question.ask(entry.get(), cancellation))
                .in(running)
                .always(() -> busy.set(false))
                .start(then, this::refuse);
    }

    private void add(Anchor anchor) {
        if (form.anchors().stream().noneMatch(known -> known.sha256().equals(anchor.sha256()))) {
            form.anchors().add(anchor);
        }
    }

    private void refuse(Diagnosis why) {
        problem.set(Optional.of(why));
    }

    /** Something that a server is asked. */
    @FunctionalInterface
    private interface Question<T> {
        Outcome<T> ask(ServerEntry entry, Cancellation cancellation);
    }
}
