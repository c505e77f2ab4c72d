package dev.gangway.ui.bench;

import dev.gangway.bench.export.Recording;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.ui.bench.export.ExportWork;
import java.nio.file.Path;

/** Tests into files, and back. Every method blocks; called off the UI thread. */
public interface RunFilesWork extends ExportWork {
    /** Reads a test that was exported as JSON. */
    Outcome<Recording> read(Path file);
}
