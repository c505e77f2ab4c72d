package dev.gangway.bench.tls;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Set;
import org.bouncycastle.tls.EncryptionAlgorithm;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.crypto.TlsCipher;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/**
 * Bouncy Castle's own cryptography, for what the JDK does not have and small devices use, CCM, ARIA, Camellia, Brainpool,
 * and for the two groups that nearly every handshake uses: the JDK takes twice as long for them, or five times.
 */
final class LightCrypto extends BcTlsCrypto {
    private static final Set<Integer> CIPHERS = Set.of(
            EncryptionAlgorithm.AES_128_CCM,
            EncryptionAlgorithm.AES_128_CCM_8,
            EncryptionAlgorithm.AES_256_CCM,
            EncryptionAlgorithm.AES_256_CCM_8,
            EncryptionAlgorithm.ARIA_128_GCM,
            EncryptionAlgorithm.ARIA_256_GCM,
            EncryptionAlgorithm.CAMELLIA_128_CBC,
            EncryptionAlgorithm.CAMELLIA_256_CBC,
            EncryptionAlgorithm.CAMELLIA_128_GCM,
            EncryptionAlgorithm.CAMELLIA_256_GCM);

    private static final Set<Integer> GROUPS = Set.of(
            NamedGroup.x25519,
            NamedGroup.secp256r1,
            NamedGroup.brainpoolP256r1,
            NamedGroup.brainpoolP384r1,
            NamedGroup.brainpoolP512r1,
            NamedGroup.secp256k1,
            NamedGroup.secp224r1,
            NamedGroup.secp192r1);

    LightCrypto(SecureRandom random) {
        super(random);
    }

    /** Whether this cipher is taken from here. */
    static boolean hasCipher(int encryption) {
        return CIPHERS.contains(encryption);
    }

    /** Whether this group is taken from here. */
    static boolean hasGroup(int group) {
        return GROUPS.contains(group);
    }

    TlsCipher cipher(TlsCryptoParameters parameters, int encryption, int mac) throws IOException {
        return createCipher(parameters, encryption, mac);
    }
}
