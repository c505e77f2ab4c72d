package dev.gangway.bench.rules;

import dev.gangway.bench.event.NetDetail.Resolved;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells whether a name of the public Internet was answered with an address of the local network. */
final class CaptivePortal {
    private static final Pattern PRIVATE_ADDRESS = Pattern.compile(
            "10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\..*");

    /** Endings of names that are meant for local networks (RFC 6762, RFC 8375, RFC 9476 and habit). */
    private static final List<String> LOCAL_NAMES =
            List.of(".local", ".lan", ".home", ".home.arpa", ".internal", ".intranet", ".corp", ".localhost", ".test");

    private CaptivePortal() {}

    /** The private address that a public name was resolved to. */
    static Optional<String> address(Findings findings) {
        String host = findings.plan().endpoint().host().toLowerCase(Locale.ROOT);
        boolean isPublicName = host.contains(".")
                && host.chars().anyMatch(Character::isLetter)
                && !host.contains(":")
                && LOCAL_NAMES.stream().noneMatch(host::endsWith);
        if (!isPublicName) {
            return Optional.empty();
        }
        return findings.timeline()
                .first(Resolved.class)
                .map(resolved -> resolved.detail().addresses())
                .filter(addresses -> !addresses.isEmpty()
                        && addresses.stream()
                                .allMatch(address ->
                                        PRIVATE_ADDRESS.matcher(address).matches()))
                .map(List::getFirst);
    }
}
