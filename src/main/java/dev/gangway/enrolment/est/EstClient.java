package dev.gangway.enrolment.est;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.enrolment.ClientAuthentication;
import dev.gangway.enrolment.EnrolmentCode;
import dev.gangway.enrolment.IssuedCertificates;
import dev.gangway.enrolment.RetryWait;
import dev.gangway.enrolment.http.EnrolmentHttpClient;
import dev.gangway.enrolment.http.EnrolmentHttpClient.Reply;
import dev.gangway.http.HttpClients;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks an EST server. Safe for use by several threads; every method blocks, each request for half a minute at most. */
public final class EstClient {
    private static final Duration USUAL_WAIT = Duration.ofSeconds(10);

    private static final String PKCS7 = "application/pkcs7-mime";

    private final HttpClients clients;

    /** Sends through these. */
    public EstClient(HttpClients clients) {
        this.clients = clients;
    }

    /** The server's authorities, from a server that is trusted already. */
    public Outcome<CaCertificates> authorities(EstServer server, Cancellation cancellation) {
        return authorities(server, line(server, ClientAuthentication.NONE), true, cancellation);
    }

    /** The server's authorities from a server that nobody knows yet: compare a fingerprint before using them. */
    public Outcome<CaCertificates> unverifiedAuthorities(EstServer server, Cancellation cancellation) {
        return authorities(server, EnrolmentHttpClient.unverified(), false, cancellation);
    }

    private static Outcome<CaCertificates> authorities(
            EstServer server, EnrolmentHttpClient http, boolean verified, Cancellation cancellation) {
        URI at = server.at("cacerts");
        return http.get(at, Map.of(), cancellation)
                .then(reply -> reply.status() == 200 ? certificates(reply, at) : EstRefusals.of(reply, at))
                .then(certificates -> certificates.isEmpty()
                        ? Diagnosis.of(EnrolmentCode.NO_CERTIFICATE)
                                .with("host", at.getHost())
                                .remedy("enrolment.ask-operator")
                                .failed()
                        : Outcome.ok(new CaCertificates(certificates, verified)));
    }

    /** What the server wants to see in requests; nothing where it does not say. */
    public Outcome<CsrAttributes> csrAttributes(
            EstServer server, ClientAuthentication authentication, Cancellation cancellation) {
        URI at = server.at("csrattrs");
        return line(server, authentication)
                .get(at, headers(authentication), cancellation)
                .then(reply -> switch (reply.status()) {
                    case 204, 404 -> Outcome.ok(CsrAttributes.NONE);
                    case 200 -> Base64Text.decode(reply, at).then(der -> CsrAttributes.read(der, at.getHost()));
                    default -> EstRefusals.of(reply, at);
                });
    }

    /** A first certificate. {@code request} is a PKCS#10 request in DER, for {@code key}. */
    public Outcome<EstAnswer> enrol(
            EstServer server,
            ClientAuthentication authentication,
            byte[] request,
            PublicKey key,
            Cancellation cancellation) {
        return ask(server, "simpleenroll", authentication, request, key, cancellation);
    }

    /** Another certificate for the same subject; the old one has to be in the proof. */
    public Outcome<EstAnswer> renew(
            EstServer server,
            ClientAuthentication authentication,
            byte[] request,
            PublicKey key,
            Cancellation cancellation) {
        return ask(server, "simplereenroll", authentication, request, key, cancellation);
    }

    /** Sends a request again as long as the server says "later", until the deadline or a cancel. */
    public Outcome<List<X509Certificate>> await(
            Asking asking, String host, Deadline deadline, Cancellation cancellation) {
        while (true) {
            switch (asking.ask()) {
                case Outcome.Failed<EstAnswer>(Diagnosis why) -> {
                    return Outcome.failed(why);
                }
                case Outcome.Ok<EstAnswer>(EstAnswer.Issued(List<X509Certificate> chain)) -> {
                    return Outcome.ok(chain);
                }
                case Outcome.Ok<EstAnswer>(EstAnswer.Later(Duration wait)) -> {
                    Optional<Diagnosis> stopped = RetryWait.wait(wait, deadline, host, cancellation);
                    if (stopped.isPresent()) {
                        return Outcome.failed(stopped.get());
                    }
                }
            }
        }
    }

    /** One of the two requests, ready to be sent again. */
    @FunctionalInterface
    public interface Asking {
        /** Sends it. */
        Outcome<EstAnswer> ask();
    }

    private Outcome<EstAnswer> ask(
            EstServer server,
            String operation,
            ClientAuthentication authentication,
            byte[] request,
            PublicKey key,
            Cancellation cancellation) {
        if (server.authorities().isEmpty()) {
            return Diagnosis.of(EnrolmentCode.AUTHORITY_UNCONFIRMED)
                    .with("host", server.base().getHost())
                    .remedy("enrolment.confirm-authority")
                    .failed();
        }
        URI at = server.at(operation);
        byte[] body = Base64.getMimeEncoder().encode(request);
        return line(server, authentication)
                .post(at, headers(authentication), "application/pkcs10", body, cancellation)
                .then(reply -> switch (reply.status()) {
                    case 200 ->
                        certificates(reply, at)
                                .then(sent -> IssuedCertificates.check(
                                        sent, key, server.authorities(), at.getHost(), Instant.now()))
                                .map(EstAnswer.Issued::new);
                    case 202 ->
                        Outcome.ok(new EstAnswer.Later(reply.retryAfter().orElse(USUAL_WAIT)));
                    default -> EstRefusals.of(reply, at);
                });
    }

    private EnrolmentHttpClient line(EstServer server, ClientAuthentication authentication) {
        return EnrolmentHttpClient.trusting(clients, server.anchors(), server.authorities(), authentication.identity());
    }

    private static Map<String, String> headers(ClientAuthentication authentication) {
        return authentication
                .login()
                .map(login -> {
                    String pair = login.user() + ":" + login.password().reveal();
                    return Map.of(
                            "Authorization",
                            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
                })
                .orElse(Map.of());
    }

    private static Outcome<List<X509Certificate>> certificates(Reply reply, URI at) {
        if (!reply.type().equals(PKCS7)) {
            return EstRefusals.wrongContent(reply, at, PKCS7);
        }
        return Base64Text.decode(reply, at).then(der -> {
            try {
                List<X509Certificate> found =
                        CertificateFactory.getInstance("X.509")
                                .generateCertificates(new ByteArrayInputStream(der))
                                .stream()
                                .map(X509Certificate.class::cast)
                                .toList();
                return Outcome.ok(found);
            } catch (CertificateException damaged) {
                return EstRefusals.damaged(at);
            }
        });
    }

    /** Bodies in base64 with or without line breaks (RFC 8951, section 3); DER as it is, which some servers send. */
    static final class Base64Text {
        private static final byte SEQUENCE = 0x30;

        private Base64Text() {}

        static Outcome<byte[]> decode(Reply reply, URI at) {
            byte[] body = reply.body();
            // In base64 a sequence begins with M; 0x30 is the digit 0, which no such text begins with.
            if (body.length > 0 && body[0] == SEQUENCE) {
                return Outcome.ok(body);
            }
            try {
                return Outcome.ok(Base64.getMimeDecoder().decode(body));
            } catch (IllegalArgumentException noBase64) {
                return EstRefusals.damaged(at);
            }
        }
    }

    /** What a server made of a request. */
    public sealed interface EstAnswer {
        /** A certificate for our key and its issuers, leaf first, without the root. */
        record Issued(List<X509Certificate> chain) implements EstAnswer {
            public Issued {
                chain = List.copyOf(chain);
            }
        }

        /** Not yet: the same request is to be sent again after this time (status 202). */
        record Later(Duration retryAfter) implements EstAnswer {}
    }
}
