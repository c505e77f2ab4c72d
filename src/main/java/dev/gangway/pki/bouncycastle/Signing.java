package dev.gangway.pki.bouncycastle;

import dev.gangway.pki.Keys;
import java.security.PrivateKey;
import java.security.PublicKey;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs with the JDK's own providers, so that keys in hardware work as well. */
final class Signing {
    private Signing() {}

    static ContentSigner signer(PrivateKey key, PublicKey of) {
        try {
            return new JcaContentSignerBuilder(Keys.signatureAlgorithm(of)).build(key);
        } catch (OperatorCreationException unusable) {
            throw new IllegalArgumentException("cannot sign with a key of type " + of.getAlgorithm(), unusable);
        }
    }
}
