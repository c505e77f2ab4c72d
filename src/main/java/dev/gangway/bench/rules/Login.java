package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.mqtt.packet.Connack;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * CONNACK refused the login.
 *
 * @param findings the whole run
 * @param connack the refusal
 * @param code what it means
 */
record Login(Findings findings, MatchedEvent<Connack> connack, ConnackCode code) {
    static Optional<Login> of(Findings findings) {
        return findings.refused()
                .map(connack -> new Login(
                        findings, connack, ConnackCode.of(connack.detail().code())))
                .filter(login -> login.code.isAboutLogin());
    }

    boolean hasUserName() {
        return findings.mqtt().userName().isPresent();
    }

    boolean hasPassword() {
        return findings.mqtt().password().isPresent();
    }

    /** Whether CONNECT carried neither user name nor password. */
    boolean isBare() {
        return !hasUserName() && !hasPassword();
    }

    /** The certificate that the server got, where it got one. */
    Optional<X509Certificate> leaf() {
        return findings.sentChain().stream().findFirst();
    }

    List<X509Certificate> chain() {
        return findings.sentChain();
    }

    /** A diagnosis that already carries the refusal and, where one was sent, the certificate. */
    HypothesisBuilder draft(BenchCode diagnosis) {
        HypothesisBuilder draft = Refusals.draft(findings, connack, diagnosis);
        leaf().ifPresent(certificate -> draft.with("subject", Certs.name(certificate))
                .with("issuer", Certs.issuer(certificate))
                .with("from", Dates.show(certificate.getNotBefore()))
                .with("until", Dates.show(certificate.getNotAfter()))
                .seen(
                        findings.ourCertificates(),
                        "certificate-sent",
                        "subject",
                        Certs.name(certificate),
                        "count",
                        chain().size()));
        return draft;
    }

    /** The finished diagnosis without anything to add. */
    Optional<Hypothesis> report(BenchCode diagnosis) {
        return draft(diagnosis).report();
    }
}
