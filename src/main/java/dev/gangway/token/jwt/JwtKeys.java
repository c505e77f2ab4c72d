package dev.gangway.token.jwt;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Keys;
import dev.gangway.pki.Pem;
import dev.gangway.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Makes keys that tokens are signed with, and opens stored ones. With RSA, making one may take a second. */
public final class JwtKeys {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RSA_BITS = 3072;

    private JwtKeys() {}

    /** A random key that goes with this algorithm; a shared secret is printable, so that it can be typed elsewhere. */
    public static SigningKey fresh(Algorithm algorithm) {
        if (algorithm.family() == Algorithm.Family.SHARED_SECRET) {
            byte[] random = new byte[algorithm.minimumSecretBytes()];
            RANDOM.nextBytes(random);
            byte[] text = Base64.getUrlEncoder().withoutPadding().encode(random);
            Arrays.fill(random, (byte) 0);
            try {
                return new SigningKey.Shared(Secret.copyOf(text));
            } finally {
                Arrays.fill(text, (byte) 0);
            }
        }
        try {
            KeyPair pair = generator(algorithm).generateKeyPair();
            return new SigningKey.Pair(pair.getPublic(), pair.getPrivate());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * A key as it is stored.
     *
     * @param key the shared secret, or DER of a PKCS#8 PrivateKeyInfo
     * @param publicKey PEM of the public half; empty for a shared secret
     * @return fails where no provider knows the key
     */
    public static Outcome<SigningKey> of(Secret key, Optional<String> publicKey) {
        if (publicKey.isEmpty()) {
            return Outcome.ok(new SigningKey.Shared(key));
        }
        return Keys.fromPkcs8(key)
                .map(signing -> new SigningKey.Pair(publicKey(signing.getAlgorithm(), publicKey.get()), signing));
    }

    /** The secret half as {@link #of} takes it. */
    public static Secret stored(SigningKey key) {
        return switch (key) {
            case SigningKey.Shared(Secret secret) -> secret;
            case SigningKey.Pair pair -> Keys.pkcs8(pair.privateKey());
        };
    }

    /** The public half as {@link #of} takes it; empty for a shared secret. */
    public static Optional<String> publicPem(SigningKey key) {
        return switch (key) {
            case SigningKey.Shared shared -> Optional.empty();
            case SigningKey.Pair pair ->
                Optional.of(
                        new String(Pem.block("PUBLIC KEY", pair.publicKey().getEncoded()), StandardCharsets.US_ASCII));
        };
    }

    private static KeyPairGenerator generator(Algorithm algorithm) throws GeneralSecurityException {
        return switch (algorithm.family()) {
            case RSA -> {
                KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
                rsa.initialize(RSA_BITS);
                yield rsa;
            }
            case EC -> {
                KeyPairGenerator ec = KeyPairGenerator.getInstance("EC");
                ec.initialize(new ECGenParameterSpec(
                        switch (algorithm) {
                            case ES384 -> "secp384r1";
                            case ES512 -> "secp521r1";
                            default -> "secp256r1";
                        }));
                yield ec;
            }
            case ED25519 -> KeyPairGenerator.getInstance("Ed25519");
            case SHARED_SECRET -> throw new IllegalArgumentException("a shared secret has no halves");
        };
    }

    private static PublicKey publicKey(String algorithm, String pem) {
        try {
            return CheckingKeys.publicKey(algorithm, pem);
        } catch (GeneralSecurityException notOurs) {
            throw new IllegalArgumentException("not a stored public key", notOurs);
        }
    }

    /** What a token is signed with. */
    public sealed interface SigningKey {
        /** For HS256, HS384, HS512: known to both sides. */
        record Shared(Secret secret) implements SigningKey {}

        /** For all others: the private key signs, the public one is given to whoever checks. */
        record Pair(PublicKey publicKey, PrivateKey privateKey) implements SigningKey {}
    }
}
