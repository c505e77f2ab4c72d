package dev.gangway.vault;

/** The vault was locked while something still used it. */
public final class VaultLockedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** Made by the vault. */
    public VaultLockedException() {
        super("the vault is locked");
    }
}
