package dev.gangway.server;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * A device profile whose devices come on board by a certificate chain, as the server has it.
 *
 * @param name of the profile
 * @param authorityId the server's look-up key for the authority: SHA3-256 of its DER in base64, as for credentials
 * @param authority its certificate; empty where what the server holds cannot be read
 * @param nameExpression regular expression on the leaf's common name; its first group is the device's name
 * @param createsDevices whether a device that is missing is made
 */
public record ChainProfile(
        String name,
        String authorityId,
        Optional<X509Certificate> authority,
        String nameExpression,
        boolean createsDevices) {
    /** Whether its authority has this name and this key, though perhaps another certificate of them. */
    public boolean trustsKeyOf(X509Certificate other) {
        return authority
                .filter(known -> known.getSubjectX500Principal().equals(other.getSubjectX500Principal())
                        && known.getPublicKey().equals(other.getPublicKey()))
                .isPresent();
    }
}
