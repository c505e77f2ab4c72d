package dev.gangway.bench.model;

import dev.gangway.secret.Secret;
import java.util.Optional;

/**
 * A proxy on the way to the server. It resolves the server's name itself.
 *
 * @param kind the protocol it speaks
 * @param host of the proxy
 * @param port of the proxy, 1 to 65535
 * @param userName where it asks for one
 * @param password where it asks for one
 */
public record Proxy(Kind kind, String host, int port, Optional<String> userName, Optional<Secret> password) {
    /** What a proxy speaks. */
    public enum Kind {
        /** CONNECT (RFC 9110, section 9.3.6). */
        HTTP,
        /** SOCKS 5 (RFC 1928), with user name and password (RFC 1929). */
        SOCKS5
    }
}
