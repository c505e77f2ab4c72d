package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A token with claims in it was refused: what it says of itself comes first, then what the code says of it. */
final class JwtRules {
    static final List<Rule> RULES = List.of(JwtRules::judge);

    /** RFC 7518, section 3.6. */
    private static final String UNSIGNED = "none";

    private JwtRules() {}

    private static Optional<Hypothesis> judge(Findings findings) {
        return Login.of(findings)
                .filter(login -> !findings.certificateSent())
                .flatMap(login -> JwtPeek.of(findings.mqtt()).flatMap(jwt -> explain(login, jwt)));
    }

    private static Optional<Hypothesis> explain(Login login, JwtPeek jwt) {
        Instant now = login.findings().now();
        if (jwt.expiresAt().filter(end -> !now.isBefore(end)).isPresent()) {
            return dated(login, MqttCode.JWT_EXPIRED, "jwt-expired-at", jwt.expiresAt(), now);
        }
        if (jwt.validFrom().filter(now::isBefore).isPresent()) {
            return dated(login, MqttCode.JWT_NOT_YET_VALID, "jwt-valid-from", jwt.validFrom(), now);
        }
        String clientId = login.findings().mqtt().clientId();
        Optional<String> otherClient = jwt.fixed("clientid").filter(claimed -> !claimed.equals(clientId));
        if (otherClient.isPresent()) {
            return login.draft(MqttCode.JWT_CLAIM_DIFFERS)
                    .fact("jwt-client-id", "claimed", otherClient.get(), "sent", clientId)
                    .offer("use-client-id", "clientId", otherClient.get())
                    .report();
        }
        Optional<String> otherUser = jwt.fixed("username")
                .filter(_ -> !jwt.inUserName())
                .filter(claimed ->
                        !login.findings().mqtt().userName().orElse("").equals(claimed));
        if (otherUser.isPresent()) {
            return told(login.draft(MqttCode.JWT_USER_DIFFERS).with("claimed", otherUser.get()), login, jwt)
                    .report();
        }
        String algorithm = jwt.header().getOrDefault("alg", "");
        if (login.findings().mqtt().userName().filter(name -> !name.isBlank()).isEmpty()) {
            return told(
                            login.draft(MqttCode.USER_NAME_MISSING)
                                    .seen(login.findings().connect(), "password-without-user"),
                            login,
                            jwt)
                    .report();
        }
        if (UNSIGNED.equals(algorithm)) {
            return told(login.draft(MqttCode.JWT_KEY_UNKNOWN), login, jwt).report();
        }
        return told(
                        login.draft(
                                login.code() == ConnackCode.BAD_LOGIN
                                        ? MqttCode.JWT_CLAIMS_REFUSED
                                        : MqttCode.JWT_REFUSED),
                        login,
                        jwt)
                .report();
    }

    /** What the token says of itself, held against the rest of CONNECT; so that one can compare it with the server. */
    private static HypothesisBuilder told(HypothesisBuilder draft, Login login, JwtPeek jwt) {
        draft.fact(jwt.inUserName() ? "jwt-in-user-name" : "jwt-in-password");
        jwt.claims().forEach((name, value) -> draft.fact("jwt-claim", "name", name, "value", value));
        jwt.header().forEach((name, value) -> draft.fact("jwt-header", "name", name, "value", value));
        draft.factIf(!jwt.claims().containsKey("aud"), "jwt-no-audience");
        jwt.fixed("sub")
                .filter(_ -> !jwt.inUserName())
                .filter(subject ->
                        !subject.equals(login.findings().mqtt().userName().orElse(""))
                                && !subject.equals(login.findings().mqtt().clientId()))
                .ifPresent(subject -> draft.fact("jwt-subject-differs", "subject", subject));
        return draft;
    }

    /** A token is refused for what it says, or for the key that signed it: nobody says which. */
    static void propose(Proposals proposals) {
        Findings findings = proposals.findings();
        Login.of(findings)
                .filter(_ -> proposals.has(MqttCode.JWT_CLAIMS_REFUSED)
                        || proposals.has(MqttCode.JWT_REFUSED)
                        || proposals.has(MqttCode.USER_NAME_MISSING)
                        || proposals.has(MqttCode.JWT_KEY_UNKNOWN))
                .ifPresent(login -> JwtPeek.of(findings.mqtt()).ifPresent(jwt -> {
                    MqttCode key = MqttCode.JWT_KEY_UNKNOWN;
                    proposals.add(told(login.draft(key), login, jwt).possible());
                    if (!proposals.has(MqttCode.JWT_CLAIMS_REFUSED)) {
                        proposals.add(told(login.draft(MqttCode.JWT_CLAIMS_REFUSED), login, jwt)
                                .possible());
                    }
                }));
    }

    private static Optional<Hypothesis> dated(
            Login login, MqttCode code, String key, Optional<Instant> moment, Instant now) {
        return login.draft(code)
                .fact(key, "moment", moment.map(Dates::show).orElse(""), "now", Dates.show(now))
                .report();
    }
}
