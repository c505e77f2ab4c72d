package dev.gangway.ui.authorities;

import dev.gangway.authorities.CertificatePreview;
import dev.gangway.authorities.IssueRequest;
import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.credentials.CredentialChoice.NewIssued;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.authority.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A certificate that is about to be issued, with a preview that follows what is typed. */
final class IssueViewModel {
    private final IssueWork work;
    private final Background background;
    private final UUID authority;
    private final ObjectProperty<Template> template;
    private final ObjectProperty<Optional<Device>> device =
            new SimpleObjectProperty<>(this, "device", Optional.empty());
    private final ObjectProperty<NewIssued.Way> way = new SimpleObjectProperty<>(this, "way", NewIssued.Way.LEAF);
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty serial = new SimpleStringProperty(this, "serial", "");
    private final StringProperty hosts = new SimpleStringProperty(this, "hosts", "");
    private final StringProperty addresses = new SimpleStringProperty(this, "addresses", "");
    private final ReadOnlyObjectWrapper<Optional<Outcome<CertificatePreview>>> draft =
            new ReadOnlyObjectWrapper<>(this, "draft", Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final Newest drafting = new Newest();
    private final Newest running = new Newest();

    IssueViewModel(IssueWork work, Background background, UUID authority, Template first) {
        this.work = work;
        this.background = background;
        this.authority = authority;
        template = new SimpleObjectProperty<>(this, "template", first);
        template.addListener((property, was, is) -> draft());
        for (StringProperty typed : List.of(name, serial, hosts, addresses)) {
            typed.addListener((property, was, is) -> draft());
        }
        device.addListener((property, was, is) -> is.ifPresent(chosen -> {
            name.set(chosen.name());
            serial.set(chosen.serial().orElse(""));
        }));
    }

    ObjectProperty<Template> template() {
        return template;
    }

    /** Who gets it; empty to keep it in the vault. */
    ObjectProperty<Optional<Device>> device() {
        return device;
    }

    /** What the device signs in with. */
    ObjectProperty<NewIssued.Way> way() {
        return way;
    }

    StringProperty name() {
        return name;
    }

    StringProperty serial() {
        return serial;
    }

    /** Host names between commas or spaces. */
    StringProperty hosts() {
        return hosts;
    }

    /** IP addresses between commas or spaces. */
    StringProperty addresses() {
        return addresses;
    }

    /** What would be issued, or why it cannot be; empty while nothing has been typed. */
    ReadOnlyObjectProperty<Optional<Outcome<CertificatePreview>>> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** Whether it is being issued. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Issues it; for a device also puts it on its server and tests it. */
    void issue(Runnable issued, Consumer<Diagnosis> failed) {
        busy.set(true);
        Optional<Device> whose = device.get();
        Optional<NewIssued> choice = whose.map(any -> new NewIssued(authority, template.get(), way.get()));
        IssueRequest request = request();
        String called = name.get().strip();
        background
                .attempt(cancellation -> whose.isPresent() && choice.isPresent()
                        ? done(work.give(whose.get(), choice.get(), cancellation)
                                .failure())
                        : done(work.issue(request, called).failure()))
                .in(running)
                .always(() -> busy.set(false))
                .start(done -> issued.run(), failed);
    }

    /** Stops what is running; what was issued is recorded all the same. */
    void cancel() {
        drafting.cancel();
        running.cancel();
    }

    private void draft() {
        drafting.forget();
        if (name.get().isBlank()) {
            draft.set(Optional.empty());
            return;
        }
        IssueRequest request = request();
        background
                .attempt(cancellation -> work.draft(request))
                .in(drafting)
                .start(
                        made -> draft.set(Optional.of(Outcome.ok(made))),
                        why -> draft.set(Optional.of(Outcome.failed(why))));
    }

    private static Outcome<Outcome.Done> done(Optional<Diagnosis> failure) {
        return failure.<Outcome<Outcome.Done>>map(Outcome::failed).orElseGet(Outcome::done);
    }

    private IssueRequest request() {
        String called = name.get().strip();
        String number = serial.get().isBlank() ? called : serial.get().strip();
        return new IssueRequest(
                authority,
                template.get(),
                Map.of("name", called, "serial", number),
                Form.list(hosts.get()),
                Form.list(addresses.get()),
                Optional.empty());
    }
}
