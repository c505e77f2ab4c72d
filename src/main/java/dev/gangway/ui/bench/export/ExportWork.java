package dev.gangway.ui.bench.export;

import dev.gangway.bench.export.RunExport.Format;
import dev.gangway.bench.export.RunExport.Secrets;
import dev.gangway.diagnosis.Outcome;
import java.nio.file.Path;

/** Writes tests into files. Blocks; called off the UI thread. */
@FunctionalInterface
public interface ExportWork {
    /** Writes it, in place of a file that is there; {@code secrets} count for fresh tests only. */
    Outcome<Path> write(ExportSource source, Format format, Secrets secrets, Path file);
}
