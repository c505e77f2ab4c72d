package dev.gangway.ui.kit.exporting;

import dev.gangway.background.Background;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.export.ExportFormat;
import dev.gangway.secret.Secret;
import dev.gangway.transfer.exporting.SeveralExports.Choice;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** In which form something leaves the vault, and where to. For the UI thread alone; writing runs elsewhere. */
final class ExportViewModel {
    private static final String ZIP = ".zip";

    private final ExportSubject what;
    private final Writer writer;
    private final Background background;
    private final ObjectProperty<ExportFormat> format;
    private final StringProperty passphrase = new SimpleStringProperty("");
    private final StringProperty folder;
    private final ObjectProperty<Shape> shape = new SimpleObjectProperty<>(Shape.FOLDER);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Consumer<List<Path>> written = files -> {};

    /** Into what several things are written. */
    enum Shape {
        /** A folder, with one for each in it. */
        FOLDER,
        /** A ZIP archive with the same in it. */
        ARCHIVE
    }

    /** Writes an export, or gets ready to; blocks. The passphrase is wiped when it returns. */
    interface Writer {
        /** The paths written. */
        Outcome<List<Path>> write(Choice choice);
    }

    ExportViewModel(ExportSubject what, Writer writer, Path home, Background background) {
        this.what = what;
        this.writer = writer;
        this.background = background;
        format = new SimpleObjectProperty<>(what.hasKey() ? ExportFormat.PEM : ExportFormat.CERTIFICATE);
        folder = new SimpleStringProperty(home.resolve(what.fileName()).toString());
        shape.addListener((_, _, now) -> named(now));
        format.addListener((_, _, _) -> problem.set(Optional.empty()));
        passphrase.addListener((_, _, _) -> problem.set(Optional.empty()));
    }

    ExportSubject what() {
        return what;
    }

    ObjectProperty<ExportFormat> format() {
        return format;
    }

    StringProperty passphrase() {
        return passphrase;
    }

    /** Where to, as typed; made where it is missing. */
    StringProperty folder() {
        return folder;
    }

    /** What of it is made; asked for only where there are several. */
    ObjectProperty<Shape> shape() {
        return shape;
    }

    /** An archive says so by the end of its name. */
    private void named(Shape now) {
        String name = folder.get().strip();
        boolean zip = name.toLowerCase(Locale.ROOT).endsWith(ZIP);
        if (now == Shape.ARCHIVE && !zip) {
            folder.set(name + ZIP);
        } else if (now == Shape.FOLDER && zip) {
            folder.set(name.substring(0, name.length() - ZIP.length()));
        }
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** Why nothing was written. */
    ReadOnlyObjectProperty<Optional<Diagnosis>> problem() {
        return problem.getReadOnlyProperty();
    }

    void onWritten(Consumer<List<Path>> heard) {
        written = heard;
    }

    void write() {
        if (running.get()) {
            return;
        }
        running.set(true);
        String to = folder.get();
        ExportFormat chosen = format.get();
        boolean archive = shape.get() == Shape.ARCHIVE;
        Optional<Secret> opens = Optional.of(passphrase.get())
                .filter(text -> chosen.needsPassphrase() && !text.isEmpty())
                .map(Secret::of);
        problem.set(Optional.empty());
        background
                .attempt(_ -> {
                    try {
                        return path(to).then(there -> writer.write(new Choice(chosen, opens, there, archive)));
                    } finally {
                        opens.ifPresent(Secret::close);
                    }
                })
                .always(() -> running.set(false))
                .start(
                        files -> {
                            passphrase.set("");
                            written.accept(files);
                        },
                        why -> problem.set(Optional.of(why)));
    }

    /** What was typed as a path. Fails where this system takes no such name. */
    static Outcome<Path> path(String typed) {
        try {
            return Outcome.ok(Path.of(typed.strip()));
        } catch (InvalidPathException noPath) {
            return Diagnosis.of(PkiCode.EXPORT_REFUSED)
                    .with("file", typed)
                    .remedy("pki.check-folder")
                    .failed();
        }
    }
}
