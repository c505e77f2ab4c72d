package dev.gangway.line.record;

import dev.gangway.secret.Secret;
import dev.gangway.stored.StoredAs;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a station's chain stands.
 *
 * @param key the station's private key, PKCS#8
 * @param publicKey 32 bytes in Base64
 * @param number of the last record; 0 before the first
 * @param hash SHA-256 of the last record's line; 64 zeros before the first
 * @param written when the last record was; empty before the first, and where an earlier version wrote it
 */
record ChainHead(
        @StoredAs("station") String station,
        @StoredAs("key") Secret key,
        @StoredAs("publicKey") String publicKey,
        @StoredAs("number") long number,
        @StoredAs("hash") String hash,
        @StoredAs("written") Optional<Instant> written) {
    static final String NOTHING = "0".repeat(64);
}
