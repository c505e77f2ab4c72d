package dev.gangway.pki;

import dev.gangway.stored.StoredAs;
import java.util.List;
import java.util.Optional;

/**
 * What an authority may do; means nothing on other certificates.
 *
 * @param pathLength how many authorities may stand below it, at least 0; empty for no limit on a root, and for 0 on an
 *     intermediate
 * @param permittedDns host names it may sign for, each with all names below it; empty for any (RFC 5280, 4.2.1.10)
 * @param excludedDns host names it must not sign for
 */
public record AuthorityLimits(
        @StoredAs("pathLength") Optional<Integer> pathLength,
        @StoredAs("permittedDns") List<String> permittedDns,
        @StoredAs("excludedDns") List<String> excludedDns) {
    /** No limit. */
    public static final AuthorityLimits NONE = new AuthorityLimits(Optional.empty(), List.of(), List.of());

    public AuthorityLimits {
        permittedDns = List.copyOf(permittedDns);
        excludedDns = List.copyOf(excludedDns);
    }

    /** A limit of the path length alone. */
    public static AuthorityLimits pathLength(int authoritiesBelow) {
        return new AuthorityLimits(Optional.of(authoritiesBelow), List.of(), List.of());
    }

    /** Whether host names are limited. */
    public boolean hasNames() {
        return !permittedDns.isEmpty() || !excludedDns.isEmpty();
    }
}
