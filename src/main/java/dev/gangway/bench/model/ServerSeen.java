package dev.gangway.bench.model;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.TlsDetail.Certificates;
import dev.gangway.pki.Fingerprints;
import dev.gangway.stored.StoredAs;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The certificate that a server showed in a test that passed: what a later one is compared with.
 *
 * @param host of the endpoint
 * @param port of the endpoint
 * @param at when that test began
 * @param sha256 fingerprint of the certificate, in the form of {@link Fingerprints#sha256}
 * @param issuer its issuer's name (RFC 2253)
 */
public record ServerSeen(
        @StoredAs("host") String host,
        @StoredAs("port") int port,
        @StoredAs("at") Instant at,
        @StoredAs("sha256") String sha256,
        @StoredAs("issuer") String issuer) {
    /** What this run saw; empty where it did not pass, or without TLS. */
    public static Optional<ServerSeen> in(Run run) {
        if (!(run.verdict() instanceof Verdict.Passed)) {
            return Optional.empty();
        }
        Endpoint endpoint = run.plan().endpoint();
        return run.events().stream()
                .filter(event -> event.direction() == Direction.IN)
                .map(event -> event.detail() instanceof Certificates sent ? sent.chain() : List.<X509Certificate>of())
                .flatMap(chain -> chain.stream().limit(1))
                .findFirst()
                .map(leaf -> new ServerSeen(
                        endpoint.host(),
                        endpoint.port(),
                        run.startedAt(),
                        Fingerprints.sha256(leaf),
                        leaf.getIssuerX500Principal().getName()));
    }

    /** Whether it was seen at this endpoint. */
    public boolean isAt(Endpoint endpoint) {
        return host.equals(endpoint.host()) && port == endpoint.port();
    }
}
