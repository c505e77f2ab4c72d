package dev.gangway.practice;

import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.Set;

/**
 * Whom the practice server answers: who calls it by the name of this computer itself. A web page whose own host name
 * was made to point here (DNS rebinding) would else read the answers as if they were its own.
 */
final class LocalHosts {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private LocalHosts() {}

    /** Whether a request with these headers means this computer; one without a host comes from no browser. */
    static boolean isMeant(MultiMap headers) {
        return headers.getAll("Host").stream().allMatch(LocalHosts::isLocal);
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
