package dev.gangway.practice;

import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Whom the practice server answers: who calls it by the name of this computer itself, and no web page from elsewhere. A
 * page whose own host name was made to point here (DNS rebinding) would else read the answers as if they were its own;
 * any page may open a WebSocket to this computer, and send it requests whose answers it cannot read.
 */
final class LocalHosts {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private LocalHosts() {}

    /**
     * The HTTP status that a request with these headers is refused with: 421 where it means another host, 403 where the
     * page that sends it came from one (RFC 6455, section 10.2). One without these headers comes from no browser.
     */
    static OptionalInt refusal(MultiMap headers) {
        if (!headers.getAll("Host").stream().allMatch(LocalHosts::isLocal)) {
            return OptionalInt.of(421);
        }
        return headers.getAll("Origin").stream().allMatch(LocalHosts::isLocalOrigin)
                ? OptionalInt.empty()
                : OptionalInt.of(403);
    }

    /** Scheme and host (RFC 6454, section 6.1); {@code null} stands for a page that must not say where it is from. */
    private static boolean isLocalOrigin(String origin) {
        String stripped = origin.strip();
        int scheme = stripped.indexOf("://");
        return scheme > 0 && isLocal(stripped.substring(scheme + 3));
    }

    private static boolean isLocal(String host) {
        String name = host.strip().toLowerCase(Locale.ROOT);
        int colon = name.lastIndexOf(':');
        boolean hasPort =
                colon > name.lastIndexOf(']') && name.substring(colon + 1).matches("\\d{1,5}");
        String bare = hasPort ? name.substring(0, colon) : name;
        return NAMES.contains(bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare);
    }
}
