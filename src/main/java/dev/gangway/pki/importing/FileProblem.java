package dev.gangway.pki.importing;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.pki.PkiCode;

/**
 * A file that cannot be imported as it is.
 *
 * @param file its name
 * @param diagnosis why, with its place and what helps
 */
public record FileProblem(String file, Diagnosis diagnosis) {
    /** Whether a passphrase is all that it wants: none was given, or another one. */
    public boolean wantsPassphrase() {
        return diagnosis.is(PkiCode.PASSPHRASE_MISSING) || diagnosis.is(PkiCode.PASSPHRASE_WRONG);
    }

    /** Whether it wants the passphrase of a key inside a key store, whose own is known. */
    public boolean wantsEntryPassphrase() {
        return diagnosis.is(PkiCode.ENTRY_PASSPHRASE_MISSING) || diagnosis.is(PkiCode.ENTRY_PASSPHRASE_WRONG);
    }
}
