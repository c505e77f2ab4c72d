package dev.gangway.token.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.token.TokenCode;
import dev.gangway.token.jwt.CheckingKeys.CheckingKey;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes tokens apart, and checks them as a broker would. Safe for use by several threads. */
public final class TokenReader {
    private TokenReader() {}

    /**
     * Reads a pasted token: white space and a leading {@code Bearer} are taken off first.
     *
     * @return the report, also for a token that a broker would refuse; fails only where the text is no JWT
     */
    public static Outcome<TokenReport> read(Secret token, CheckingKey key, Expectation expected) {
        String text = token.reveal().replaceAll("\\s+", " ").strip();
        if (text.regionMatches(true, 0, "Bearer ", 0, 7)) {
            text = text.substring(7).strip();
        }
        long dots = text.chars().filter(c -> c == '.').count();
        if (dots != 2) {
            return dots == 0
                    ? Diagnosis.of(TokenCode.NOT_A_JWT)
                            .remedy("token.paste-whole")
                            .failed()
                    : malformed(dots + 1);
        }
        try {
            JWT jwt = JWTParser.parse(text);
            // The payload as it stands, not as typed claims: a claim of the wrong type is a finding, not a failure.
            Map<String, Object> values = ((JOSEObject) jwt).getPayload().toJSONObject();
            if (values == null) {
                return malformed(3);
            }
            return Outcome.ok(judge(jwt, new Claims(values), key, expected));
        } catch (ParseException | ClassCastException notAToken) {
            return malformed(3);
        }
    }

    private static <T> Outcome<T> malformed(long parts) {
        return Diagnosis.of(TokenCode.MALFORMED)
                .with("parts", parts)
                .remedy("token.paste-whole")
                .failed();
    }

    private static TokenReport judge(JWT jwt, Claims claims, CheckingKey key, Expectation expected) {
        List<ClaimsVerifier.Judged> judged = ClaimsVerifier.judge(claims, expected);
        Optional<Diagnosis> claimProblem =
                judged.stream().flatMap(each -> each.problem().stream()).findFirst();
        List<TokenReport.Finding> findings =
                judged.stream().map(ClaimsVerifier.Judged::finding).toList();
        Map<String, Object> header = jwt.getHeader().toJSONObject();
        if (jwt instanceof PlainJWT) {
            Diagnosis unsigned =
                    Diagnosis.of(TokenCode.UNSIGNED).remedy("token.sign-it").build();
            return new TokenReport(header, claims, TokenReport.Signature.INVALID, findings, Optional.of(unsigned));
        }
        if (key instanceof CheckingKey.None || !(jwt instanceof SignedJWT signed)) {
            return new TokenReport(header, claims, TokenReport.Signature.UNCHECKED, findings, claimProblem);
        }
        Optional<Diagnosis> signatureProblem = checkSignature(signed, key);
        return new TokenReport(
                header,
                claims,
                signatureProblem.isEmpty() ? TokenReport.Signature.VALID : TokenReport.Signature.INVALID,
                findings,
                signatureProblem.or(() -> claimProblem));
    }

    private static Optional<Diagnosis> checkSignature(SignedJWT token, CheckingKey key) {
        JWSAlgorithm algorithm = token.getHeader().getAlgorithm();
        return switch (Verifiers.of(token.getHeader(), key)) {
            case Outcome.Failed<JWSVerifier>(Diagnosis diagnosis) -> Optional.of(diagnosis);
            case Outcome.Ok<JWSVerifier>(JWSVerifier verifier) -> {
                try {
                    yield token.verify(verifier)
                            ? Optional.empty()
                            : Optional.of(Diagnosis.of(TokenCode.WRONG_SIGNATURE)
                                    .with("algorithm", algorithm.getName())
                                    .remedy("token.right-key")
                                    .build());
                } catch (JOSEException unfit) {
                    yield Verifiers.wrongAlgorithm(algorithm).failure();
                }
            }
        };
    }
}
