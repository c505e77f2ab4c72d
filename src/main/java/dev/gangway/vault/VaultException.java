package dev.gangway.vault;

import dev.gangway.diagnosis.Diagnosis;

/** An unlocked vault could not do what it was asked to: its disk is full, or its file was changed under its hands. */
public final class VaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnosis diagnosis;

    /** One with this reason; {@code cause} is for the log. */
    public VaultException(Diagnosis diagnosis, Throwable cause) {
        super(diagnosis.code(), cause);
        this.diagnosis = diagnosis;
    }

    /** Why. */
    public Diagnosis diagnosis() {
        return diagnosis;
    }
}
