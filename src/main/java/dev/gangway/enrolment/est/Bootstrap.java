package dev.gangway.enrolment.est;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.enrolment.EnrolmentCode;
import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.path.Issuance;
import dev.gangway.pki.path.PathValidator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out which authorities a server issues with, and whether to believe it (RFC 7030, section 4.1). */
public final class Bootstrap {
    private final EstClient client;

    /** Asks with this client. */
    public Bootstrap(EstClient client) {
        this.client = client;
    }

    /**
     * The server with its authorities. A server whose own certificate is trusted is believed; another one only where
     * one of its authorities has the expected fingerprint.
     *
     * @param sha256 expected fingerprint of an authority, from the operator and by another way; checked wherever it is
     *     given
     */
    public Outcome<EstServer> trusted(EstServer server, Optional<String> sha256, Cancellation cancellation) {
        Outcome<CaCertificates> asked = client.authorities(server, cancellation);
        boolean unknown = asked.failure()
                .filter(why -> why.is(EnrolmentCode.UNTRUSTED) || why.is(EnrolmentCode.HOST_MISMATCH))
                .isPresent();
        Outcome<CaCertificates> found = unknown ? client.unverifiedAuthorities(server, cancellation) : asked;
        return found.then(caCertificates -> confirmed(server, caCertificates, sha256));
    }

    private static Outcome<EstServer> confirmed(
            EstServer server, CaCertificates caCertificates, Optional<String> sha256) {
        if (sha256.isEmpty()) {
            return caCertificates.verified()
                    ? Outcome.ok(server.trusting(caCertificates.certificates()))
                    : refused(EnrolmentCode.AUTHORITY_UNCONFIRMED, server, caCertificates);
        }
        return caCertificates
                .named(sha256.get())
                .map(root -> Outcome.ok(server.trusting(below(root, caCertificates.certificates()))))
                .orElseGet(() -> refused(EnrolmentCode.FINGERPRINT_DIFFERS, server, caCertificates));
    }

    /** A fingerprint confirms one certificate, and with it the authorities that it vouches for today. */
    private static List<X509Certificate> below(X509Certificate confirmed, List<X509Certificate> all) {
        Instant now = Instant.now();
        return all.stream()
                .filter(each ->
                        each.equals(confirmed) || Issuance.isAuthority(each) && leadsTo(confirmed, each, all, now))
                .toList();
    }

    private static boolean leadsTo(
            X509Certificate confirmed, X509Certificate one, List<X509Certificate> all, Instant now) {
        List<X509Certificate> chain = new ArrayList<>(List.of(one));
        all.stream().filter(each -> !each.equals(one)).forEach(chain::add);
        return PathValidator.judge(chain, List.of(confirmed), now).isValid();
    }

    private static Outcome<EstServer> refused(EnrolmentCode code, EstServer server, CaCertificates caCertificates) {
        Diagnosis.Builder diagnosis =
                Diagnosis.of(code).with("host", server.base().getHost());
        for (X509Certificate each : caCertificates.certificates()) {
            diagnosis.fact(
                    "enrolment.authority",
                    "subject",
                    each.getSubjectX500Principal().getName(),
                    "sha256",
                    Fingerprints.sha256(each));
        }
        return diagnosis.remedy("enrolment.confirm-authority").failed();
    }
}
