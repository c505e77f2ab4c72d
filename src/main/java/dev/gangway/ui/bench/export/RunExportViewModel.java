package dev.gangway.ui.bench.export;

import dev.gangway.background.Background;
import dev.gangway.bench.export.RunExport.Format;
import dev.gangway.bench.export.RunExport.Secrets;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Printable;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What is written into a file, and how. For the UI thread alone. */
final class RunExportViewModel {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss").withZone(ZoneId.systemDefault());

    private final ExportSource source;
    private final ExportWork work;
    private final Background background;
    private final ObjectProperty<Format> format = new SimpleObjectProperty<>(Format.JSON);
    private final BooleanProperty keep = new SimpleBooleanProperty(false);
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    RunExportViewModel(ExportSource source, ExportWork work, Background background) {
        this.source = source;
        this.work = work;
        this.background = background;
    }

    /** The formats to choose from. */
    List<Format> formats() {
        return source.formats();
    }

    /** The chosen format. */
    ObjectProperty<Format> format() {
        return format;
    }

    /** Whether secrets are left in; never at first. */
    BooleanProperty keepSecrets() {
        return keep;
    }

    /** Whether there is a choice about secrets. */
    boolean canKeepSecrets() {
        return !secretsInside().isEmpty();
    }

    /** The secrets that would be in the file if they were kept. */
    List<SecretsInside> secretsInside() {
        return source instanceof ExportSource.Fresh fresh ? SecretsInside.of(fresh.run(), format.get()) : List.of();
    }

    /** What kept the file from being written. */
    ReadOnlyObjectProperty<Optional<Diagnosis>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** A name for the file: what was tested, and when. */
    String suggestedName() {
        return Printable.fileName(source.name()) + "-" + MOMENT.format(source.startedAt()) + "."
                + format.get().extension();
    }

    /** Writes the file; {@code written} hears of it, {@link #problem} otherwise. */
    void write(Path file, Consumer<Path> written) {
        Format chosen = format.get();
        Secrets secrets = keep.get() && canKeepSecrets() ? Secrets.KEPT : Secrets.REDACTED;
        problem.set(Optional.empty());
        background
                .attempt(_ -> work.write(source, chosen, secrets, file))
                .start(written, why -> problem.set(Optional.of(why)));
    }
}
