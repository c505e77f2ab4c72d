package dev.gangway.pki.export;

import dev.gangway.diagnosis.Outcome;
import java.util.List;

/** Writes credentials as devices and tools need them. Nothing touches the disk here. */
public interface Exporter {
    /** The files of one format. Fails where a passphrase is needed and missing, or the key cannot leave its hardware. */
    Outcome<List<ExportFile>> export(ExportFormat format, ExportRequest request);
}
