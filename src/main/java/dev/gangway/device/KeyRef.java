package dev.gangway.device;

import dev.gangway.secret.Secret;

/** Where a private key is. */
public sealed interface KeyRef {
    /**
     * In the vault.
     *
     * @param pkcs8 DER of an unencrypted PKCS#8 PrivateKeyInfo (RFC 5208)
     */
    record Stored(Secret pkcs8) implements KeyRef {}

    /**
     * In a PKCS#11 token, which it never leaves.
     *
     * @param library path of the PKCS#11 library
     * @param slot label of the token
     * @param alias label of the key in it
     */
    record InHardware(String library, String slot, String alias) implements KeyRef {}

    /** On the device itself; here is only its certificate. */
    record OnDevice() implements KeyRef {}
}
