package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.model.ServerFacts;
import dev.gangway.pki.Fingerprints;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The server was asked about the device after it had refused it, so causes are named here instead of guessed. */
final class DeviceRules {
    static final List<Rule> RULES = List.of(
            DeviceRules::wrongTransport,
            DeviceRules::missing,
            DeviceRules::chainMakesNothing,
            DeviceRules::typeDiffers,
            DeviceRules::certificateDiffers,
            DeviceRules::loginDiffers,
            DeviceRules::matches);

    private static final String X509 = "X509_CERTIFICATE";
    private static final Set<String> SPEAKS_MQTT = Set.of("DEFAULT", "MQTT");

    private DeviceRules() {}

    private static Optional<Hypothesis> wrongTransport(Findings findings) {
        return findings.refused()
                .flatMap(connack -> findings.facts()
                        .flatMap(facts -> facts.transport()
                                .filter(transport -> !SPEAKS_MQTT.contains(transport))
                                .flatMap(transport -> Refusals.draft(findings, connack, DeviceCode.WRONG_TRANSPORT)
                                        .with("transport", transport)
                                        .with("profile", facts.profile().orElse("–"))
                                        .fact(
                                                "profile-transport",
                                                "profile",
                                                facts.profile().orElse("–"),
                                                "transport",
                                                transport)
                                        .offer("set-profile", "profile", "default")
                                        .report())));
    }

    private static Optional<Hypothesis> missing(Findings findings) {
        return asked(findings)
                .filter(asked -> !asked.facts().exists() && !asked.hasChainProfile())
                .flatMap(asked -> asked.login()
                        .draft(DeviceCode.MISSING)
                        .fact("device-missing")
                        .report());
    }

    /** A chain would have made its device, had the profile of its authority taken it. */
    private static Optional<Hypothesis> chainMakesNothing(Findings findings) {
        return asked(findings)
                .filter(asked -> !asked.facts().exists() && asked.hasChainProfile())
                .flatMap(asked -> asked.login()
                        .leaf()
                        .flatMap(
                                leaf -> ChainProfileRefusal.explain(asked, leaf).report()));
    }

    private static Optional<Hypothesis> typeDiffers(Findings findings) {
        return asked(findings)
                .flatMap(asked -> asked.facts().credentialType().flatMap(stored -> {
                    boolean sentCertificate = findings.certificateSent();
                    if (stored.equals(X509) == sentCertificate && !stored.equals("LWM2M_CREDENTIALS")) {
                        return Optional.empty();
                    }
                    boolean chain = sentCertificate && asked.hasChainProfile();
                    return asked.login()
                            .draft(chain ? DeviceCode.CHAIN_HOLDS_OTHER_TYPE : DeviceCode.CREDENTIAL_TYPE_DIFFERS)
                            .with("stored", stored)
                            .fact("stored-type", "stored", stored)
                            .factIf(!sentCertificate, "login-sent")
                            .report();
                }));
    }

    private static Optional<Hypothesis> certificateDiffers(Findings findings) {
        return asked(findings)
                .filter(asked ->
                        asked.facts().credentialType().filter(X509::equals).isPresent())
                .flatMap(asked -> asked.login().leaf().flatMap(leaf -> {
                    String ours = Fingerprints.credentialsId(leaf);
                    Optional<String> stored = asked.facts().credentialsId();
                    boolean same = stored.map(ours::equals)
                            .or(() -> asked.facts().credentialMatches())
                            .orElse(true);
                    if (same) {
                        return Optional.empty();
                    }
                    return (asked.hasChainProfile()
                                    ? ChainProfileRefusal.explain(asked, leaf)
                                    : asked.login().draft(DeviceCode.CERTIFICATE_DIFFERS))
                            .fact("thingsboard-fingerprint", "fingerprint", ours)
                            .factIf(stored.isPresent(), "stored-fingerprint", "fingerprint", stored.orElse(""))
                            .report();
                }));
    }

    private static Optional<Hypothesis> loginDiffers(Findings findings) {
        return asked(findings)
                .filter(asked -> !findings.certificateSent() && differs(asked.facts()))
                .flatMap(asked -> asked.login()
                        .draft(DeviceCode.LOGIN_DIFFERS)
                        .fact(
                                "stored-type",
                                "stored",
                                asked.facts().credentialType().orElse("–"))
                        .fact("stored-login-differs")
                        .report());
    }

    private static boolean differs(ServerFacts facts) {
        return facts.credentialMatches().map(matches -> !matches).orElse(false);
    }

    private static Optional<Hypothesis> matches(Findings findings) {
        return asked(findings)
                .filter(asked -> asked.facts().credentialMatches().orElse(false))
                .flatMap(asked -> asked.login()
                        .draft(DeviceCode.MATCHES_BUT_REFUSED)
                        .fact("stored-matches")
                        .report());
    }

    private static Optional<Asked> asked(Findings findings) {
        return Login.of(findings).flatMap(login -> findings.facts().map(facts -> new Asked(login, facts)));
    }

    /** A refused login together with what the server says of the device. */
    record Asked(Login login, ServerFacts facts) {
        boolean hasChainProfile() {
            return facts.provisioning()
                    .filter(CertificateLoginRules.CHAIN_STRATEGY::equals)
                    .isPresent();
        }
    }
}
