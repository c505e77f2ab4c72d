package dev.gangway.enrolment.est;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.enrolment.EnrolmentCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * An EST server, and whom to believe.
 *
 * @param base ends with {@code /.well-known/est}, or with a label behind that (RFC 7030, section 3.2.2)
 * @param anchors authorities that its own certificate may end at; none for those that Java ships
 * @param authorities that may issue, confirmed by a person or from an earlier enrolment; trusted for the server's own
 *     certificate as well
 */
public record EstServer(URI base, List<X509Certificate> anchors, List<X509Certificate> authorities) {
    private static final String WELL_KNOWN = "/.well-known/est";

    public EstServer {
        anchors = List.copyOf(anchors);
        authorities = List.copyOf(authorities);
    }

    /** One at this address; a host alone, a host with port and a whole URL will do, but only with TLS. */
    public static Outcome<EstServer> at(String address, List<X509Certificate> anchors) {
        String text = address.strip();
        String url = text.contains("://") ? text : "https://" + text;
        try {
            URI uri = new URI(url);
            boolean usable = "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
            if (!usable) {
                return refused(address);
            }
            String path = uri.getPath() == null ? "" : uri.getPath().replaceAll("/+$", "");
            String whole = path.startsWith(WELL_KNOWN) ? path : WELL_KNOWN + path;
            return Outcome.ok(new EstServer(
                    new URI("https", null, uri.getHost(), uri.getPort(), whole, null, null), anchors, List.of()));
        } catch (URISyntaxException invalid) {
            return refused(address);
        }
    }

    private static Outcome<EstServer> refused(String address) {
        return Diagnosis.of(EnrolmentCode.ADDRESS)
                .with("address", address)
                .with("example", "https://est.example:8443")
                .remedy("enrolment.check-address")
                .failed();
    }

    /** The same, with authorities that a person has confirmed. */
    public EstServer trusting(List<X509Certificate> confirmed) {
        return new EstServer(base, anchors, confirmed);
    }

    URI at(String operation) {
        return URI.create(base + "/" + operation);
    }
}
