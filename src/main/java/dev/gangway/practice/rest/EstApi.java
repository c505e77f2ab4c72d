package dev.gangway.practice.rest;

import dev.gangway.pki.Source;
import dev.gangway.pki.authority.CertificateRequest;
import dev.gangway.pki.authority.CertificateRequests;
import dev.gangway.practice.rest.Routes.Access;
import dev.gangway.practice.tls.DeviceAuthority;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * Enrolment over Secure Transport (RFC 7030): devices send certificate requests and get certificates. Whoever knows
 * the user name and the password may enrol; re-enrolling takes a certificate that was issued here, for the same
 * subject. ThingsBoard has nothing of the kind.
 */
final class EstApi {
    static final String USER = "practice";
    static final String PASSWORD = "practice-secret";

    private static final String PATH = "/.well-known/est";
    private static final String CERTIFICATES = "application/pkcs7-mime; smime-type=certs-only";
    /** CsrAttrs: an EC key on P-256, signed with ECDSA and SHA-256 (RFC 7030, section 4.5.2). */
    private static final String ATTRIBUTES = "MCEwFQYHKoZIzj0CATEKBggqhkjOPQMBBwYIKoZIzj0EAwI=";

    private final CertificateRequests requests;
    private final DeviceAuthority authority;

    EstApi(CertificateRequests requests, DeviceAuthority authority) {
        this.requests = requests;
        this.authority = authority;
    }

    void addTo(Routes routes) {
        routes.add("GET", PATH + "/cacerts", Access.PUBLIC, request -> certificates(List.of(authority.certificate())))
                .add(
                        "GET",
                        PATH + "/csrattrs",
                        Access.PUBLIC,
                        request -> base64(
                                "application/csrattrs", Base64.getDecoder().decode(ATTRIBUTES)))
                .add("POST", PATH + "/simpleenroll", Access.PUBLIC, this::enrol)
                .add("POST", PATH + "/simplereenroll", Access.PUBLIC, this::renew);
    }

    private RestResponse enrol(Request request) {
        return knowsPassword(request) || authority.issued(request.clientChain())
                ? parsed(request).map(this::issue).orElseGet(EstApi::malformed)
                : unauthorized();
    }

    private RestResponse renew(Request request) {
        if (!authority.issued(request.clientChain())) {
            return unauthorized();
        }
        X500Principal old = request.clientChain().getFirst().getSubjectX500Principal();
        return parsed(request)
                .map(csr -> new X500Principal(csr.subject()).equals(old)
                        ? issue(csr)
                        : RestResponse.text(400, "text/plain", "The subject has to stay the same.\n"))
                .orElseGet(EstApi::malformed);
    }

    private RestResponse issue(CertificateRequest csr) {
        return authority
                .issue(csr)
                .map(certificate -> certificates(List.of(certificate)))
                .orElseGet(() -> RestResponse.text(400, "text/plain", "The request names no subject.\n"));
    }

    private Optional<CertificateRequest> parsed(Request request) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(request.body());
            return requests.read(new Source("request", der)).toOptional();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static boolean knowsPassword(Request request) {
        String expected = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return request.header("authorization").equals(Optional.of("Basic " + expected));
    }

    private static RestResponse unauthorized() {
        return RestResponse.text(401, "text/plain", "Sign in by password or certificate.\n")
                .with("WWW-Authenticate", "Basic realm=\"est\"");
    }

    private static RestResponse malformed() {
        return RestResponse.text(400, "text/plain", "This is no certificate request.\n");
    }

    private static RestResponse certificates(List<X509Certificate> certificates) {
        return base64(CERTIFICATES, DeviceAuthority.pkcs7(certificates));
    }

    private static RestResponse base64(String type, byte[] content) {
        return RestResponse.text(200, type, Base64.getMimeEncoder().encodeToString(content) + "\r\n")
                .with("Content-Transfer-Encoding", "base64");
    }
}
