package dev.gangway.pki.path;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;

/**
 * Certificates by the names of their subjects and of their issuers (RFC 5280, section 7.1), each in the order in which
 * they were given: a search among thousands looks at the few that can belong to each other. Immutable, so safe for use by
 * several threads.
 */
public final class CertificateIndex {
    private final Map<X500Principal, List<X509Certificate>> bySubject = new HashMap<>();
    private final Map<X500Principal, List<X509Certificate>> byIssuer = new HashMap<>();

    private CertificateIndex() {}

    /** All of these, each once. */
    public static CertificateIndex of(Collection<X509Certificate> certificates) {
        CertificateIndex index = new CertificateIndex();
        for (X509Certificate each : new LinkedHashSet<>(certificates)) {
            add(index.bySubject, each.getSubjectX500Principal(), each);
            add(index.byIssuer, each.getIssuerX500Principal(), each);
        }
        return index;
    }

    private static void add(
            Map<X500Principal, List<X509Certificate>> map, X500Principal name, X509Certificate certificate) {
        map.computeIfAbsent(name, first -> new ArrayList<>(1)).add(certificate);
    }

    /** Those whose subject has the name of the issuer of this one, whatever their keys; itself where it is self-issued. */
    public List<X509Certificate> namedAsIssuerOf(X509Certificate certificate) {
        return Collections.unmodifiableList(bySubject.getOrDefault(certificate.getIssuerX500Principal(), List.of()));
    }

    /** Those that name the subject of this one as their issuer, whoever has signed them. */
    List<X509Certificate> namingAsIssuer(X509Certificate certificate) {
        return byIssuer.getOrDefault(certificate.getSubjectX500Principal(), List.of());
    }
}
