package dev.gangway.line.batch.table;

import dev.gangway.diagnosis.Diagnosis;
import java.io.IOException;

/** Ends the reading of a file from within a library; never leaves this package. */
final class TableFault extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnosis diagnosis;

    TableFault(Diagnosis diagnosis) {
        super(diagnosis.code());
        this.diagnosis = diagnosis;
    }

    Diagnosis diagnosis() {
        return diagnosis;
    }
}
