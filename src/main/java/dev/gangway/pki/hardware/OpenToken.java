package dev.gangway.pki.hardware;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.Outcome.Done;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Function;

/**
 * A token whose PIN was given. Its private keys sign through JCA as long as it is open; they have no encoded form.
 * Safe for use by several threads; every method may block on the hardware.
 */
public interface OpenToken extends AutoCloseable {
    /** What it says of itself now. */
    TokenInfo info();

    /** Its private keys, with and without a certificate. */
    Outcome<List<HardwareKey>> keys();

    /** A key with its certificates, leaf first, for signing. Fails where there is none of this label. */
    Outcome<Identity> identity(String label);

    /**
     * Makes a key pair in the token, which its private key never leaves.
     *
     * @param label free in this token, and not blank
     * @param certify makes the first certificate, usually signed by the new key itself: Java finds keys by it
     */
    Outcome<Identity> make(String label, KeyType type, Function<KeyPair, Outcome<X509Certificate>> certify);

    /** Replaces the certificates of a key. Fails where the first one is for another key. */
    Outcome<Identity> certify(String label, List<X509Certificate> chain);

    /** Destroys a key and its certificates, for good. */
    Outcome<Done> remove(String label);

    /** Signs out of the token; keys taken from it sign no more. */
    @Override
    void close();
}
