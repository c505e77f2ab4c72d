package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.NetDetail.Incomplete;
import dev.gangway.bench.event.ProbeDetail.ReadBackDone;
import dev.gangway.bench.model.DeviceApi;
import dev.gangway.bench.model.ServerFacts;
import java.util.List;
import java.util.Optional;

/** What the device API answered. */
final class DeviceApiRules {
    static final List<Rule> RULES = List.of(
            DeviceApiRules::tokenMissing,
            DeviceApiRules::captivePortal,
            DeviceApiRules::knownByServer,
            DeviceApiRules::certificate,
            DeviceApiRules::byStatus,
            DeviceApiRules::notSeen);

    private static final int UNAUTHORIZED = 401;
    private static final String TOKEN_TYPE = "ACCESS_TOKEN";
    private static final String X509 = "X509_CERTIFICATE";

    private DeviceApiRules() {}

    /** Whether the server took what was posted, and said so in full. */
    static boolean accepted(Findings findings) {
        boolean half = findings.timeline()
                .first(Incomplete.class, seen -> seen.event().layer() == Layer.HTTP)
                .isPresent();
        return !half && ApiAnswer.of(findings).filter(ApiAnswer::isGood).isPresent();
    }

    private static Optional<ApiAnswer> refused(Findings findings) {
        return ApiAnswer.of(findings).filter(answer -> !answer.isGood());
    }

    private static HypothesisBuilder draft(Findings findings, ApiAnswer answer, BenchCode code) {
        return findings.draft(code)
                .with("status", answer.shown())
                .seen(answer.where(), "api-status", "status", answer.shown());
    }

    private static boolean byToken(Findings findings) {
        return findings.plan().endpoint().path().contains(DeviceApi.TOKEN);
    }

    private static Optional<Hypothesis> tokenMissing(Findings findings) {
        boolean missing = byToken(findings)
                && findings.mqtt().userName().filter(token -> !token.isBlank()).isEmpty();
        return refused(findings)
                .filter(answer -> missing)
                .flatMap(answer ->
                        draft(findings, answer, DeviceApiCode.TOKEN_MISSING).report());
    }

    private static Optional<Hypothesis> captivePortal(Findings findings) {
        return refused(findings)
                .filter(answer -> answer.webPage() || answer.status() / 100 == 3)
                .flatMap(answer -> CaptivePortal.address(findings)
                        .flatMap(address -> draft(findings, answer, NetCode.CAPTIVE_PORTAL)
                                .with("address", address)
                                .fact("private-address", "address", address)
                                .report()));
    }

    /** With a sign-in the server itself says what it keeps for the device. */
    private static Optional<Hypothesis> knownByServer(Findings findings) {
        return refused(findings)
                .filter(answer -> answer.status() == UNAUTHORIZED)
                .flatMap(answer -> findings.facts().flatMap(facts -> known(findings, answer, facts)));
    }

    private static Optional<Hypothesis> known(Findings findings, ApiAnswer answer, ServerFacts facts) {
        if (!facts.exists()) {
            return draft(findings, answer, DeviceCode.MISSING)
                    .fact("device-missing")
                    .report();
        }
        String stored = facts.credentialType().orElse("–");
        String sent = byToken(findings) ? TOKEN_TYPE : X509;
        if (facts.credentialType().isPresent() && !stored.equals(sent)) {
            return draft(findings, answer, DeviceCode.CREDENTIAL_TYPE_DIFFERS)
                    .with("stored", stored)
                    .fact("stored-type", "stored", stored)
                    .report();
        }
        if (facts.credentialMatches().filter(matches -> !matches).isPresent()) {
            DeviceCode code = byToken(findings) ? DeviceCode.LOGIN_DIFFERS : DeviceCode.CERTIFICATE_DIFFERS;
            return draft(findings, answer, code)
                    .fact("stored-type", "stored", stored)
                    .fact("stored-login-differs")
                    .report();
        }
        return Optional.empty();
    }

    private static Optional<Hypothesis> certificate(Findings findings) {
        return refused(findings)
                .filter(answer -> answer.status() == UNAUTHORIZED && !byToken(findings))
                .flatMap(answer -> draft(findings, answer, DeviceApiCode.CERTIFICATE_UNKNOWN)
                        .seen(findings.ourCertificates(), "own-certificate-sent")
                        .report());
    }

    private static Optional<Hypothesis> byStatus(Findings findings) {
        return refused(findings).flatMap(answer -> {
            DeviceApiCode code = answer.meaning();
            HypothesisBuilder draft = draft(findings, answer, code);
            if (code == DeviceApiCode.REDIRECTED) {
                draft.seen(
                        answer.where(),
                        "leads-to",
                        "location",
                        answer.location().orElse("–"));
            }
            if (code == DeviceApiCode.NOT_THINGSBOARD) {
                draft.seen(answer.where(), "answer-is-page");
                Ports.usual(findings.plan().endpoint()).ifPresent(port -> draft.offer("use-port", "port", port));
            }
            return draft.report();
        });
    }

    private static Optional<Hypothesis> notSeen(Findings findings) {
        return ApiAnswer.of(findings)
                .flatMap(answer -> findings.timeline()
                        .first(ReadBackDone.class, done -> !done.detail().seen())
                        .flatMap(done ->
                                SessionRules.notShown(draft(findings, answer, SessionRules.notShown(done)), done)));
    }
}
