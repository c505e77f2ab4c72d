package dev.gangway.ui.authorities;

import dev.gangway.authorities.Issued;
import dev.gangway.authorities.RequestDraft;
import dev.gangway.authorities.RequestedCertificate;
import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.Printable;
import dev.gangway.pki.Pem;
import dev.gangway.pki.Source;
import dev.gangway.pki.Subjects;
import dev.gangway.pki.authority.Template;
import dev.gangway.pki.export.ExportFile;
import dev.gangway.pki.export.ExportFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A request of a device that is about to be signed: what is in it, and what of it is granted. */
final class RequestViewModel {
    private final IssueWork work;
    private final Background background;
    private final UUID authority;
    private final StringProperty pasted = new SimpleStringProperty(this, "pasted", "");
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final ObjectProperty<Template> template;
    private final ObjectProperty<Optional<Source>> file = new SimpleObjectProperty<>(this, "file", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Outcome<RequestDraft>>> draft =
            new ReadOnlyObjectWrapper<>(this, "draft", Optional.empty());
    private final Newest drafting = new Newest();

    RequestViewModel(IssueWork work, Background background, UUID authority, Template first, String pastedText) {
        this.work = work;
        this.background = background;
        this.authority = authority;
        template = new SimpleObjectProperty<>(this, "template", first);
        pasted.addListener((property, was, is) ->
                file.set(is.isBlank() ? Optional.empty() : Optional.of(Source.text(pastedText, is))));
        file.addListener((property, was, is) -> draft());
        template.addListener((property, was, is) -> draft());
        name.addListener((property, was, is) -> draft());
    }

    /** A request as text. */
    StringProperty pasted() {
        return pasted;
    }

    /** The device's name in place of the request's subject; empty to keep the subject. */
    StringProperty name() {
        return name;
    }

    ObjectProperty<Template> template() {
        return template;
    }

    /** What would become of it; empty while there is none. */
    ReadOnlyObjectProperty<Optional<Outcome<RequestDraft>>> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** Takes a request from a file. */
    void take(Path path) {
        switch (Source.file(path)) {
            case Outcome.Ok<Source>(Source source) -> file.set(Optional.of(source));
            case Outcome.Failed<Source>(Diagnosis why) -> draft.set(Optional.of(Outcome.failed(why)));
        }
    }

    /** Signs it and writes certificate and chain into a folder. */
    void sign(Path folder, Consumer<List<Path>> written, Consumer<Diagnosis> failed) {
        wanted().ifPresent(request -> background
                .attempt(cancellation -> work.sign(request).then(issued -> ExportFolder.write(folder, files(issued))))
                .start(written, failed));
    }

    private void draft() {
        drafting.forget();
        wanted().ifPresentOrElse(
                        request -> background
                                .attempt(cancellation -> work.draft(request))
                                .in(drafting)
                                .start(
                                        made -> draft.set(Optional.of(Outcome.ok(made))),
                                        why -> draft.set(Optional.of(Outcome.failed(why)))),
                        () -> draft.set(Optional.empty()));
    }

    private Optional<RequestedCertificate> wanted() {
        String called = name.get().strip();
        Map<String, String> values = called.isEmpty() ? Map.of() : Map.of("name", called, "serial", called);
        return file.get()
                .map(source -> new RequestedCertificate(
                        authority, template.get(), source, called.isEmpty(), values, Optional.empty()));
    }

    private static List<ExportFile> files(Issued issued) {
        String base = Printable.fileName(Subjects.commonName(issued.chain().getFirst())
                .orElseGet(() -> issued.record().serial()));
        return List.of(
                ExportFile.plain(
                        base + ".crt.pem", Pem.certificate(issued.chain().getFirst())),
                ExportFile.plain(base + ".chain.pem", Pem.certificates(issued.chain())));
    }
}
