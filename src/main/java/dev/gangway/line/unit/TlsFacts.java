package dev.gangway.line.unit;

import dev.gangway.stored.StoredAs;

/**
 * What a live test negotiated.
 *
 * @param version for example {@code TLS 1.3}
 * @param suite IANA's name of the cipher suite
 * @param server SHA-256 fingerprint of the server's certificate
 */
public record TlsFacts(
        @StoredAs("version") String version,
        @StoredAs("suite") String suite,
        @StoredAs("server") String server) {}
