package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A token with claims in it was refused: what it says of itself comes first, then what the code says of it. */
final class JwtRules {
    static final List<Rule> RULES = List.of(JwtRules::judge);

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
        Optional<String> clientId = jwt.clientId()
                .filter(claimed -> !claimed.equals(login.findings().mqtt().clientId()));
        if (clientId.isPresent()) {
            return login.draft(MqttCode.JWT_CLAIM_DIFFERS)
                    .fact(
                            "jwt-client-id",
                            "claimed",
                            clientId.get(),
                            "sent",
                            login.findings().mqtt().clientId())
                    .offer("use-client-id", "clientId", clientId.get())
                    .report();
        }
        return login.draft(login.code() == ConnackCode.BAD_LOGIN ? MqttCode.JWT_CLAIMS_REFUSED : MqttCode.JWT_REFUSED)
                .fact(jwt.inUserName() ? "jwt-in-user-name" : "jwt-in-password")
                .report();
    }

    private static Optional<Hypothesis> dated(
            Login login, MqttCode code, String key, Optional<Instant> moment, Instant now) {
        return login.draft(code)
                .fact(key, "moment", moment.map(Dates::show).orElse(""), "now", Dates.show(now))
                .report();
    }
}
