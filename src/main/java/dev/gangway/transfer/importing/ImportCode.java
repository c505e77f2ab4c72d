package dev.gangway.transfer.importing;

import dev.gangway.diagnosis.Code;

/** What can be wrong with the place where something imported shall go. */
public enum ImportCode implements Code {
    /** The vault has this certificate already, with its key where there is one. */
    IN_VAULT,
    /** The rule for names yields nothing for this certificate. */
    NAME_MISSING,
    /** A device of this name is in the vault, with another credential. */
    NAME_TAKEN,
    /** Two things of one import would be called the same. */
    NAME_TWICE,
    /** Two things of one import shall become the credential of one device. */
    DEVICE_TWICE,
    /** The device was removed meanwhile. */
    DEVICE_GONE,
    /** The key is an authority's, and its certificate without it cannot sign anything. */
    AUTHORITY_WITHOUT_KEY,
    /** Some files cannot be read yet. */
    FILES_CLOSED,
    /** Everything was left out. */
    NOTHING_CHOSEN;

    @Override
    public String family() {
        return "import";
    }
}
