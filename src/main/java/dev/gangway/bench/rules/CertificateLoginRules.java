package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.pki.Subjects;
import dev.gangway.pki.path.Issuance;
import java.util.List;
import java.util.Optional;

/**
 * CONNACK refuses although, or because, a certificate is involved. ThingsBoard takes every certificate during TLS and
 * says no only here; once it has got one it looks at nothing else.
 */
final class CertificateLoginRules {
    static final String CHAIN_STRATEGY = "X509_CERTIFICATE_CHAIN";

    static final List<Rule> RULES = List.of(
            CertificateLoginRules::withheld,
            CertificateLoginRules::neverArrived,
            CertificateLoginRules::dates,
            CertificateLoginRules::certificateWins);

    /** What is left when neither the server nor the certificate itself names the cause. */
    static final List<Rule> GUESSES = List.of(CertificateLoginRules::chain, CertificateLoginRules::unknown);

    private CertificateLoginRules() {}

    private static Optional<Hypothesis> withheld(Findings findings) {
        return Login.of(findings)
                .filter(login -> login.isBare() && findings.certificateWithheld())
                .flatMap(login -> CertificateNotSent.report(findings, login::draft));
    }

    private static Optional<Hypothesis> neverArrived(Findings findings) {
        boolean chosen = findings.plan().tls().identity().isPresent();
        return Login.of(findings)
                .filter(Login::isBare)
                .filter(login -> chosen && !findings.certificateSent()
                        || findings.certificateSent() && login.code() == ConnackCode.CLIENT_ID)
                .flatMap(login -> {
                    boolean secure = findings.plan().endpoint().transport().isSecure();
                    boolean asked = findings.certificateRequest().isPresent();
                    return login.draft(MqttCode.CERTIFICATE_NEVER_ARRIVED)
                            .seen(findings.connect(), "connect-without-login")
                            .factIf(!secure, "no-tls-no-certificate")
                            .factIf(secure && !asked, "certificate-not-requested")
                            .unless(secure, "turn-tls-on")
                            .unless(!secure || findings.certificateSent() || !asked, "always-send")
                            .unless(chosen, "choose-certificate")
                            .unless(!secure, "tls-pass-through")
                            .report();
                });
    }

    private static Optional<Hypothesis> dates(Findings findings) {
        return Login.of(findings)
                .flatMap(login -> login.leaf().flatMap(leaf -> {
                    if (Issuance.isExpired(leaf, findings.now())) {
                        return dated(login, MqttCode.CERTIFICATE_EXPIRED);
                    }
                    return Issuance.isNotYetValid(leaf, findings.now())
                            ? dated(login, MqttCode.CERTIFICATE_NOT_YET_VALID)
                            : Optional.empty();
                }));
    }

    private static Optional<Hypothesis> dated(Login login, MqttCode code) {
        return login.draft(code)
                .fact(
                        "valid-from-until",
                        "from",
                        login.leaf()
                                .map(leaf -> Dates.show(leaf.getNotBefore()))
                                .orElse(""),
                        "until",
                        login.leaf().map(leaf -> Dates.show(leaf.getNotAfter())).orElse(""))
                .report();
    }

    private static Optional<Hypothesis> certificateWins(Findings findings) {
        boolean deviceHasCertificate = findings.facts()
                .flatMap(facts -> facts.credentialType())
                .filter("X509_CERTIFICATE"::equals)
                .isPresent();
        return Login.of(findings)
                .filter(login -> login.leaf().isPresent() && !login.isBare() && !deviceHasCertificate)
                .flatMap(login -> login.draft(MqttCode.CERTIFICATE_WINS)
                        .seen(findings.connect(), "connect-with-login")
                        .report());
    }

    private static Optional<Hypothesis> chain(Findings findings) {
        return Login.of(findings).filter(login -> login.chain().size() > 1).flatMap(login -> {
            boolean nameless = login.leaf().flatMap(Subjects::commonName).isEmpty();
            return nameless
                    ? login.draft(MqttCode.COMMON_NAME_MISSING)
                            .fact("no-common-name")
                            .report()
                    : login.report(MqttCode.CHAIN_UNKNOWN);
        });
    }

    private static Optional<Hypothesis> unknown(Findings findings) {
        return Login.of(findings)
                .filter(login -> login.code() != ConnackCode.CLIENT_ID)
                .flatMap(login -> login.leaf()
                        .flatMap(leaf -> login.draft(MqttCode.CERTIFICATE_UNKNOWN)
                                .factIf(!Issuance.isSelfSigned(leaf), "leaf-sent-alone", "issuer", Certs.issuer(leaf))
                                .report()));
    }
}
