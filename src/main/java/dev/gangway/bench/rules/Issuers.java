package dev.gangway.bench.rules;

import dev.gangway.bench.event.TlsDetail.CertificateRequested;
import java.security.cert.X509Certificate;
import java.util.List;

/** The list of issuers that a server says it accepts. */
final class Issuers {
    private static final int SHOWN = 3;

    private Issuers() {}

    /** For people; long lists are cut. */
    static String show(CertificateRequested request) {
        List<String> issuers = request.acceptedIssuers();
        if (issuers.isEmpty()) {
            return "–";
        }
        String text = String.join("; ", issuers.subList(0, Math.min(SHOWN, issuers.size())));
        return issuers.size() > SHOWN ? text + "; …" : text;
    }

    /** Whether a certificate of the chain was issued by one of the listed. */
    static boolean listsAnyOf(CertificateRequested request, List<X509Certificate> chain) {
        return chain.stream()
                .map(one -> one.getIssuerX500Principal().getName())
                .anyMatch(issuer -> request.acceptedIssuers().stream().anyMatch(listed -> Names.same(listed, issuer)));
    }
}
