package dev.gangway.authorities;

import dev.gangway.device.Credential;
import dev.gangway.device.KeyRef;

/**
 * What an authority has issued for a key that was made here.
 *
 * @param issued the certificate and its chain
 * @param key its private key
 */
public record IssuedKey(Issued issued, KeyRef.Stored key) {
    /**
     * It as a device's credential.
     *
     * @param withChain for profiles that trust a chain; without, the certificate is registered by its fingerprint
     */
    public Credential credential(boolean withChain) {
        return withChain
                ? new Credential.X509Chain(issued.chain(), key)
                : new Credential.X509Leaf(issued.chain().getFirst(), key);
    }
}
