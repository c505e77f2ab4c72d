package dev.gangway.token.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.token.TokenCode;
import dev.gangway.token.jwt.CheckingKeys.CheckingKey;
import dev.gangway.token.jwt.JwtKeys.SigningKey;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Expectation TIME = Expectation.ofTime(CLOCK, Duration.ZERO);
    private static final Secret SHARED = Secret.of("0123456789abcdef".repeat(4));
    private static final Claims CLAIMS = Claims.forDevice("pump-1", "pump", NOW, Duration.ofHours(1));

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void whatWeSignWeCanCheck(Algorithm algorithm) throws Exception {
        SigningKey key = keyFor(algorithm);
        Secret token =
                TokenMaker.sign(algorithm, key, Optional.of("k1"), CLAIMS).orThrow();
        TokenReport report = TokenReader.read(token, checking(key), TIME).orThrow();
        assertThat(report.signature()).isEqualTo(TokenReport.Signature.VALID);
        assertThat(report.problem()).isEmpty();
        assertThat(report.header()).containsEntry("kid", "k1").containsEntry("alg", algorithm.headerName());
        assertThat(report.claims().text("clientid")).contains("pump-1");
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void aKeySetChecksWhatItsKeySigned(Algorithm algorithm) throws Exception {
        if (!(keyFor(algorithm) instanceof SigningKey.Pair pair)) {
            return; // a shared secret is never published
        }
        String id = Jwks.keyId(pair.publicKey());
        String set = Jwks.of(Map.of(id, pair.publicKey()));
        assertThat(set).doesNotContain("\"d\"").doesNotContain("\"p\"");
        Secret token = TokenMaker.sign(algorithm, pair, Optional.of(id), CLAIMS).orThrow();
        assertThat(TokenReader.read(token, new CheckingKey.KeySet(set), TIME)
                        .orThrow()
                        .signature())
                .isEqualTo(TokenReport.Signature.VALID);
        Secret other =
                TokenMaker.sign(algorithm, pair, Optional.of("another"), CLAIMS).orThrow();
        assertThat(problem(other, new CheckingKey.KeySet(set), TIME)).isEqualTo(TokenCode.KEY_NOT_IN_SET.id());
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void anotherKeyDoesNotFit(Algorithm algorithm) throws Exception {
        Secret token = TokenMaker.sign(algorithm, keyFor(algorithm), Optional.empty(), CLAIMS)
                .orThrow();
        SigningKey other = algorithm.family() == Algorithm.Family.SHARED_SECRET
                ? new SigningKey.Shared(Secret.of("another-secret--".repeat(4)))
                : keyFor(algorithm);
        assertThat(problem(token, checking(other), TIME)).isEqualTo(TokenCode.WRONG_SIGNATURE.id());
    }

    @Test
    void aChangedTokenIsNoticed() {
        Secret token = sign(CLAIMS);
        String[] parts = token.reveal().split("\\.");
        String forged = new String(Base64.getUrlDecoder().decode(parts[1])).replace("pump-1", "pump-2");
        parts[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes());
        assertThat(problem(Secret.of(String.join(".", parts)), new CheckingKey.Shared(SHARED), TIME))
                .isEqualTo(TokenCode.WRONG_SIGNATURE.id());
    }

    @Test
    void timesAreJudgedToTheSecondAndWithSkew() {
        Claims claims = Claims.none().with("exp", NOW.getEpochSecond());
        assertThat(problem(sign(claims), shared(), TIME)).isEqualTo(TokenCode.EXPIRED.id());
        assertThat(problem(sign(claims), shared(), Expectation.ofTime(CLOCK, Duration.ofSeconds(1))))
                .isNull();
        Claims ahead = Claims.none().with("nbf", NOW.getEpochSecond() + 5);
        assertThat(problem(sign(ahead), shared(), TIME)).isEqualTo(TokenCode.NOT_YET_VALID.id());
        assertThat(problem(sign(ahead), shared(), Expectation.ofTime(CLOCK, Duration.ofSeconds(5))))
                .isNull();
        Claims text = Claims.none().with("exp", String.valueOf(NOW.getEpochSecond() + 60));
        assertThat(problem(sign(text), shared(), TIME))
                .as("EMQX takes numbers as text")
                .isNull();
        for (Object noTime : List.of("tomorrow", Long.MAX_VALUE, new BigInteger("99999999999999999999"), -1e300)) {
            assertThat(problem(sign(Claims.none().with("exp", noTime)), shared(), TIME))
                    .as("%s", noTime)
                    .isEqualTo(TokenCode.BAD_CLAIM.id());
        }
    }

    @Test
    void claimsAreHeldAgainstTheConnection() {
        Expectation expected = new Expectation(
                CLOCK,
                Duration.ZERO,
                Optional.of("mqtt"),
                Optional.of("https://id.example"),
                Optional.of("pump-1"),
                Optional.of("pump"));
        Claims fitting = CLAIMS.with("aud", List.of("other", "mqtt")).with("iss", "https://id.example");
        assertThat(problem(sign(fitting), shared(), expected)).isNull();
        assertThat(problem(sign(fitting.with("aud", "web")), shared(), expected))
                .isEqualTo(TokenCode.CLAIM_MISMATCH.id());
        assertThat(problem(sign(fitting.with("clientid", "pump-2")), shared(), expected))
                .isEqualTo(TokenCode.CLAIM_MISMATCH.id());
    }

    @Test
    void pastedTokensMayCarryBearerAndLineBreaks() {
        String token = sign(CLAIMS).reveal();
        Secret pasted = Secret.of("  Bearer " + token + "\n");
        assertThat(problem(pasted, shared(), TIME)).isNull();
    }

    /** A token that is nothing but brackets is none, and no end of the program; one that reads is shown in its whole depth. */
    @Test
    void deepTokensAreNone() {
        String none = encoded("{\"alg\":\"none\"}");
        for (String deep : List.of("[".repeat(200_000), "{\"a\":".repeat(200_000))) {
            String closed = deep + "1" + (deep.startsWith("[") ? "]" : "}").repeat(200_000);
            for (String part : List.of(deep, closed, "{\"a\":" + closed + "}")) {
                assertThat(failure(encoded(part) + "." + encoded("{}") + ".")).isEqualTo(TokenCode.MALFORMED.id());
                assertThat(failure(none + "." + encoded(part) + ".")).isEqualTo(TokenCode.MALFORMED.id());
            }
        }
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes());
    }

    @Test
    void whatIsNoTokenIsSaidToBeNone() {
        assertThat(failure("opaque-reference-token")).isEqualTo(TokenCode.NOT_A_JWT.id());
        assertThat(failure("a.b")).isEqualTo(TokenCode.MALFORMED.id());
        assertThat(failure("a.b.c")).isEqualTo(TokenCode.MALFORMED.id());
        String none = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes());
        String claims = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"sub\":\"x\"}".getBytes());
        assertThat(problem(Secret.of(none + "." + claims + "."), shared(), TIME))
                .isEqualTo(TokenCode.UNSIGNED.id());
    }

    @Test
    void withoutAKeyNothingIsBelieved() {
        assertThat(TokenReader.read(sign(CLAIMS), new CheckingKey.None(), TIME)
                        .orThrow()
                        .signature())
                .isEqualTo(TokenReport.Signature.UNCHECKED);
    }

    @Test
    void aShortSecretIsRefused() {
        Outcome<Secret> signed =
                TokenMaker.sign(Algorithm.HS512, new SigningKey.Shared(Secret.of("short")), Optional.empty(), CLAIMS);
        assertThat(signed.failure())
                .hasValueSatisfying(
                        why -> assertThat(why.is(TokenCode.SECRET_TOO_SHORT)).isTrue());
    }

    @Test
    void aTokenTooLongForMqttIsRefused() {
        Claims huge = CLAIMS.with("padding", "x".repeat(TokenMaker.MQTT_FIELD_LIMIT));
        assertThat(TokenMaker.sign(Algorithm.HS256, new SigningKey.Shared(SHARED), Optional.empty(), huge)
                        .failure())
                .hasValueSatisfying(
                        why -> assertThat(why.is(TokenCode.TOO_LONG)).isTrue());
    }

    @Test
    void everyAlgorithmIsTested() {
        assertThat(EnumSet.allOf(Algorithm.class)).hasSize(13);
    }

    private static CheckingKey shared() {
        return new CheckingKey.Shared(SHARED);
    }

    private static Secret sign(Claims claims) {
        return TokenMaker.sign(Algorithm.HS256, new SigningKey.Shared(SHARED), Optional.empty(), claims)
                .orThrow();
    }

    private static String problem(Secret token, CheckingKey key, Expectation expected) {
        return TokenReader.read(token, key, expected)
                .orThrow()
                .problem()
                .map(diagnosis -> diagnosis.code())
                .orElse(null);
    }

    private static String failure(String text) {
        return TokenReader.read(Secret.of(text), new CheckingKey.None(), TIME)
                .failure()
                .orElseThrow()
                .code();
    }

    private static CheckingKey checking(SigningKey key) {
        return switch (key) {
            case SigningKey.Shared(Secret secret) -> new CheckingKey.Shared(secret);
            case SigningKey.Pair pair -> new CheckingKey.Public(pair.publicKey());
        };
    }

    private static SigningKey keyFor(Algorithm algorithm) throws Exception {
        return switch (algorithm.family()) {
            case SHARED_SECRET -> new SigningKey.Shared(SHARED);
            case RSA -> pair(generator("RSA", null));
            case EC ->
                pair(generator(
                        "EC",
                        switch (algorithm) {
                            case ES256 -> "secp256r1";
                            case ES384 -> "secp384r1";
                            default -> "secp521r1";
                        }));
            case ED25519 -> pair(generator("Ed25519", null));
        };
    }

    private static KeyPairGenerator generator(String algorithm, String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (curve != null) {
            generator.initialize(new ECGenParameterSpec(curve));
        } else if (algorithm.equals("RSA")) {
            generator.initialize(2048);
        }
        return generator;
    }

    private static SigningKey.Pair pair(KeyPairGenerator generator) {
        KeyPair keys = generator.generateKeyPair();
        return new SigningKey.Pair(keys.getPublic(), keys.getPrivate());
    }
}
