package dev.gangway.pki.hardware;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * A private key in a token.
 *
 * @param label its name in the token; may be empty for keys that other tools made
 * @param id CKA_ID in hexadecimal digits, which ties key and certificate together
 * @param algorithm {@code EC}, {@code RSA}, or what the module calls it
 * @param certificate stored beside it; without one, Java cannot use the key
 */
public record HardwareKey(String label, String id, String algorithm, Optional<X509Certificate> certificate) {}
