package dev.gangway.device;

import dev.gangway.secret.Secret;
import dev.gangway.stored.StoredAs;

/** Where a private key is. */
public sealed interface KeyRef {
    /**
     * In the vault.
     *
     * @param pkcs8 DER of an unencrypted PKCS#8 PrivateKeyInfo (RFC 5208)
     */
    @StoredAs("Stored")
    record Stored(@StoredAs("pkcs8") Secret pkcs8) implements KeyRef {}

    /**
     * In a PKCS#11 token, which it never leaves.
     *
     * @param library path of the PKCS#11 library
     * @param slot label of the token
     * @param alias label of the key in it
     */
    @StoredAs("InHardware")
    record InHardware(
            @StoredAs("library") String library,
            @StoredAs("slot") String slot,
            @StoredAs("alias") String alias) implements KeyRef {}

    /** On the device itself; here is only its certificate. */
    @StoredAs("OnDevice")
    record OnDevice() implements KeyRef {}
}
