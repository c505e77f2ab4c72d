package dev.gangway.token.jwt;

import dev.gangway.diagnosis.Code;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.token.TokenCode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges claims as EMQX and TBMQ do: absent ones pass, numbers as text are taken. */
final class ClaimsVerifier {
    private static final BigDecimal LATEST =
            BigDecimal.valueOf(Instant.parse("9999-12-31T23:59:59Z").getEpochSecond());

    /** A finding and, where it is bad, why. */
    record Judged(TokenReport.Finding finding, Optional<Diagnosis> problem) {}

    private final Claims claims;
    private final Expectation expected;
    private final Instant now;
    private final List<Judged> judged = new ArrayList<>();

    private ClaimsVerifier(Claims claims, Expectation expected) {
        this.claims = claims;
        this.expected = expected;
        this.now = expected.clock().instant();
    }

    static List<Judged> judge(Claims claims, Expectation expected) {
        ClaimsVerifier judge = new ClaimsVerifier(claims, expected);
        judge.time("exp");
        judge.time("nbf");
        judge.time("iat");
        judge.match("iss", expected.issuer());
        judge.match("aud", expected.audience());
        judge.match("clientid", expected.clientId());
        judge.match("username", expected.userName());
        return judge.judged;
    }

    private void time(String claim) {
        Object value = claims.values().get(claim);
        if (value == null) {
            return;
        }
        Optional<Instant> parsed = instant(value);
        if (parsed.isEmpty()) {
            bad(TokenCode.BAD_CLAIM, claim, String.valueOf(value), "token.not-a-time", Map.of());
            return;
        }
        Instant at = parsed.get();
        Duration ahead = Duration.between(now, at);
        boolean end = claim.equals("exp");
        boolean good = end ? ahead.plus(expected.skew()).isPositive() : ahead.compareTo(expected.skew()) <= 0;
        Map<String, String> args = Map.of("seconds", String.valueOf(ahead.abs().toSeconds()));
        if (good) {
            good(claim, at.toString(), end ? "token.expires-in" : "token.since", args);
        } else {
            bad(
                    end ? TokenCode.EXPIRED : TokenCode.NOT_YET_VALID,
                    claim,
                    at.toString(),
                    end ? "token.expired-since" : "token.valid-in",
                    args);
        }
    }

    private static Optional<Instant> instant(Object value) {
        return switch (value) {
            case Number number -> at(new BigDecimal(number.toString()));
            case String text when text.matches("\\d{1,12}") -> at(new BigDecimal(text));
            default -> Optional.empty();
        };
    }

    /** A time that people can write (RFC 3339 has four digits for a year); whatever is beyond it was not meant as one. */
    private static Optional<Instant> at(BigDecimal seconds) {
        return seconds.abs().compareTo(LATEST) > 0
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(seconds.longValue()));
    }

    private void match(String claim, Optional<String> wanted) {
        Object value = claims.values().get(claim);
        if (value == null || wanted.isEmpty()) {
            return;
        }
        boolean fits = value instanceof List<?> several ? several.contains(wanted.get()) : value.equals(wanted.get());
        Map<String, String> args = Map.of("wanted", wanted.get());
        if (fits) {
            good(claim, String.valueOf(value), "token.fits", args);
        } else {
            bad(TokenCode.CLAIM_MISMATCH, claim, String.valueOf(value), "token.differs", args);
        }
    }

    private void good(String claim, String value, String key, Map<String, String> args) {
        judged.add(new Judged(new TokenReport.Finding(claim, value, true, key, args), Optional.empty()));
    }

    private void bad(Code code, String claim, String value, String key, Map<String, String> args) {
        Diagnosis.Builder diagnosis = Diagnosis.of(code).with("claim", claim).with("value", value);
        args.forEach(diagnosis::with);
        diagnosis.remedy(
                code == TokenCode.EXPIRED || code == TokenCode.NOT_YET_VALID ? "token.check-clocks" : "token.fix-claim",
                "claim",
                claim);
        judged.add(new Judged(new TokenReport.Finding(claim, value, false, key, args), Optional.of(diagnosis.build())));
    }
}
