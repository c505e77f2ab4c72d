package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.causes.Proof;
import dev.gangway.bench.event.AuthDetail.AuthChecked;
import dev.gangway.bench.event.AuthDetail.AuthFault;
import dev.gangway.bench.event.Detail;
import dev.gangway.bench.model.MqttOptions.Authentication;
import dev.gangway.bench.mqtt.packet.Auth;
import dev.gangway.bench.mqtt.packet.Disconnect;
import java.util.List;
import java.util.Optional;

/** Enhanced authentication of MQTT 5: what the server's side of it lacks, and what comes of doing it again. */
final class AuthenticationRules {
    /** Asked before silence is: we broke off, and the server can only wait. */
    static final List<Rule> SERVER = List.of(AuthenticationRules::serverAtFault);

    /** Asked before other ends of a session. */
    static final List<Rule> AGAIN = List.of(AuthenticationRules::againRefused, AuthenticationRules::againUnanswered);

    private static final int SUCCESS = 0;
    private static final int RE_AUTHENTICATE = 0x19;

    private AuthenticationRules() {}

    /** Whether the server proved what it had to, and accepted us again where the plan asks for that. */
    static boolean worked(Findings findings) {
        boolean again =
                findings.mqtt().authentication().filter(Authentication::again).isPresent();
        return fault(findings).isEmpty()
                && (!again
                        || findings.timeline()
                                .first(
                                        Auth.class,
                                        auth -> auth.isIn() && auth.detail().code() == SUCCESS)
                                .isPresent());
    }

    private static Optional<MatchedEvent<AuthChecked>> fault(Findings findings) {
        return findings.timeline()
                .first(
                        AuthChecked.class,
                        checked -> checked.detail()
                                .fault()
                                .filter(fault -> fault != AuthFault.PROOF_MISSING)
                                .isPresent());
    }

    private static Optional<Hypothesis> serverAtFault(Findings findings) {
        return fault(findings).flatMap(checked -> {
            MqttCode code = switch (checked.detail().fault().orElseThrow()) {
                case PROOF_WRONG, PROOF_MISSING -> MqttCode.SERVER_NOT_PROVEN;
                case NONCE_DIFFERS -> MqttCode.CHALLENGE_NOT_FRESH;
                case TOO_MANY_ITERATIONS -> MqttCode.CHALLENGE_TOO_COSTLY;
                case TOO_FEW_ITERATIONS -> MqttCode.CHALLENGE_TOO_WEAK;
                case CHALLENGE_UNREADABLE -> MqttCode.CHALLENGE_UNREADABLE;
            };
            return findings.draft(code)
                    .proven(Proof.KNOWN_HERE)
                    .with("method", method(findings))
                    .seen(checked, "auth-checked", "method", method(findings))
                    .report();
        });
    }

    private static Optional<Hypothesis> againRefused(Findings findings) {
        return begunAgain(findings).flatMap(begun -> {
            Optional<MatchedEvent<Disconnect>> goodbye =
                    findings.timeline().first(Disconnect.class, MatchedEvent::isIn);
            if (goodbye.isEmpty() && findings.hungUp().isEmpty()) {
                return Optional.empty();
            }
            String code =
                    goodbye.map(seen -> ConnackCode.show(seen.detail().code())).orElse("–");
            HypothesisBuilder draft = findings.draft(SessionCode.REAUTHENTICATION_REFUSED)
                    .with("code", code)
                    .with("method", method(findings))
                    .seen(begun, "auth-again");
            goodbye.ifPresent(seen -> {
                draft.seen(seen, "disconnect-code", "code", code);
                seen.detail()
                        .reason()
                        .filter(reason -> !reason.isBlank())
                        .ifPresent(reason -> draft.seen(seen, "reason-string", "reason", reason));
            });
            if (goodbye.isEmpty()) {
                Optional<MatchedEvent<Detail>> closed = findings.hungUp();
                draft.seen(closed, "closed-by-server");
            }
            return draft.report();
        });
    }

    private static Optional<Hypothesis> againUnanswered(Findings findings) {
        return begunAgain(findings)
                .flatMap(begun -> findings.timedOut()
                        .flatMap(end -> findings.draft(SessionCode.REAUTHENTICATION_UNANSWERED)
                                .with("method", method(findings))
                                .seen(begun, "auth-again")
                                .seen(end, "time-ran-out")
                                .report()));
    }

    /** That we authenticate again, where the server has not agreed to it. */
    private static Optional<MatchedEvent<Auth>> begunAgain(Findings findings) {
        return findings.timeline()
                .first(Auth.class, auth -> auth.isOut() && auth.detail().code() == RE_AUTHENTICATE)
                .filter(begun -> findings.timeline()
                        .first(
                                Auth.class,
                                auth -> auth.isIn() && auth.detail().code() == SUCCESS && begun.isBefore(auth))
                        .isEmpty());
    }

    private static String method(Findings findings) {
        return findings.mqtt().authentication().map(Authentication::method).orElse("–");
    }
}
