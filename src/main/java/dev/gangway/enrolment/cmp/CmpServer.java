package dev.gangway.enrolment.cmp;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.enrolment.EnrolmentCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A CMP server. Messages protect themselves, so plain HTTP will do.
 *
 * @param url where messages are sent
 * @param authorities that its signatures and the certificates it issues may end at
 */
public record CmpServer(URI url, List<X509Certificate> authorities) {
    public CmpServer {
        authorities = List.copyOf(authorities);
    }

    /** One at this address; a host alone, a host with port and a whole URL will do. */
    public static Outcome<CmpServer> at(String address, List<X509Certificate> authorities) {
        String text = address.strip();
        try {
            URI uri = new URI(text.contains("://") ? text : "http://" + text);
            boolean usable = ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null;
            if (usable) {
                return Outcome.ok(new CmpServer(uri, authorities));
            }
        } catch (URISyntaxException invalid) {
            // said below
        }
        return Diagnosis.of(EnrolmentCode.ADDRESS)
                .with("address", address)
                .with("example", "http://ca.example/.well-known/cmp")
                .remedy("enrolment.check-address")
                .failed();
    }
}
