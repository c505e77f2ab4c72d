package dev.gangway.device;

import dev.gangway.secret.Secret;
import dev.gangway.stored.StoredAs;
import java.time.Duration;
import java.util.Optional;

/**
 * How a JWT is made afresh each time a device connects.
 *
 * @param algorithm as in the token's header, for example {@code ES256} (RFC 7518)
 * @param key the shared secret of an HS algorithm; DER of an unencrypted PKCS#8 PrivateKeyInfo (RFC 5208) for the others
 * @param publicKey PEM of the public half, which brokers get; empty for HS algorithms
 * @param keyId for the header's {@code kid}, where the broker picks the key by it
 * @param claims JSON object; in its texts {@code {name}} stands for the device's name. Times that it names are kept
 * @param lifetime from signing to {@code exp}; zero for a token without an end
 */
public record TokenSigning(
        @StoredAs("algorithm") String algorithm,
        @StoredAs("key") Secret key,
        @StoredAs("publicKey") Optional<String> publicKey,
        @StoredAs("keyId") Optional<String> keyId,
        @StoredAs("claims") String claims,
        @StoredAs("lifetime") Duration lifetime) {}
