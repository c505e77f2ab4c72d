package dev.gangway.bench.rules;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The names that a server's certificate is good for (RFC 5280, section 4.2.1.6). */
final class AlternativeNames {
    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    private AlternativeNames() {}

    /** DNS names and addresses, in order. */
    static List<String> of(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            if (names == null) {
                return List.of();
            }
            return names.stream()
                    .filter(name ->
                            name.getFirst().equals(DNS) || name.getFirst().equals(ADDRESS))
                    .map(name -> String.valueOf(name.get(1)))
                    .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    /** The first name that one could connect to: wildcards are none. */
    static Optional<String> usable(List<String> names) {
        return names.stream().filter(name -> !name.contains("*")).findFirst();
    }
}
