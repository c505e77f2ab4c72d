package dev.gangway.practice.token;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.token.jwt.CheckingKeys.CheckingKey;
import dev.gangway.token.jwt.Expectation;
import dev.gangway.token.jwt.TokenReader;
import dev.gangway.token.jwt.TokenReport;
import dev.gangway.token.jwt.TokenReport.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Judges a JWT in CONNECT as EMQX does: claims that are absent pass, and clocks may not differ. */
public final class TokenGate {
    /** What comes of looking at it. */
    public sealed interface Verdict {
        /** There is none, or none that a known key signed: somebody else may judge. */
        record Unknown() implements Verdict {}

        /** A known key signed it, but it is out of date or made for another client id or user name. */
        record Unfit() implements Verdict {}

        /**
         * It is good.
         *
         * @param expiry when it stops being so, where it says
         */
        record Good(Optional<Instant> expiry) implements Verdict {}
    }

    private final TokenKeys keys;
    private final Clock clock;

    /** Takes tokens of these keys. */
    public TokenGate(TokenKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Looks for a token in the password, and in the user name where there is no password. */
    public Verdict judge(String clientId, Optional<String> userName, Optional<String> password) {
        boolean inPassword = password.filter(text -> !text.isEmpty()).isPresent();
        Optional<String> token = inPassword ? password : userName;
        if (token.isEmpty()) {
            return new Verdict.Unknown();
        }
        Expectation expected = new Expectation(
                clock,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.of(clientId),
                inPassword ? userName : Optional.empty());
        try (Secret secret = Secret.of(token.get())) {
            return switch (TokenReader.read(secret, new CheckingKey.KeySet(keys.checking()), expected)) {
                case Outcome.Failed<TokenReport> notAToken -> new Verdict.Unknown();
                case Outcome.Ok<TokenReport>(TokenReport report) -> verdict(report);
            };
        }
    }

    private static Verdict verdict(TokenReport report) {
        if (report.signature() != Signature.VALID) {
            return new Verdict.Unknown();
        }
        return report.problem().isPresent() ? new Verdict.Unfit() : new Verdict.Good(expiry(report));
    }

    private static Optional<Instant> expiry(TokenReport report) {
        return report.claims().values().get("exp") instanceof Number seconds
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }
}
