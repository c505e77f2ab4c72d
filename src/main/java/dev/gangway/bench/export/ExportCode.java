package dev.gangway.bench.export;

import dev.gangway.diagnosis.Code;

/** What can be wrong with a file that holds a test. */
public enum ExportCode implements Code {
    /** The file could not be written. */
    NOT_WRITTEN,
    /** The file could not be read. */
    NOT_READ,
    /** The file holds no test that this program exported as JSON. */
    NOT_A_TEST;

    @Override
    public String family() {
        return "export";
    }
}
