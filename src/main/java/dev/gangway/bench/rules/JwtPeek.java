package dev.gangway.bench.rules;

import dev.gangway.bench.model.MqttOptions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The few claims of a JWT (RFC 7519) that explain a refusal, read without checking any signature: the token is our own.
 *
 * @param inUserName whether it was found in the user name instead of the password
 * @param expiresAt the claim {@code exp}
 * @param validFrom the later of {@code nbf} and {@code iat}
 * @param header of the signature (RFC 7515): {@code alg} and {@code kid}, as far as they are there
 * @param claims by name, as text, as far as they are there: {@code aud}, {@code iss}, {@code sub}, {@code scope},
 *     {@code clientid}, {@code username}
 */
record JwtPeek(
        boolean inUserName,
        Optional<Instant> expiresAt,
        Optional<Instant> validFrom,
        Map<String, String> header,
        Map<String, String> claims) {
    private static final Pattern COMPACT = Pattern.compile("(eyJ[\\w-]+)\\.(eyJ[\\w-]+)\\.[\\w-]*");
    private static final List<String> HEADER = List.of("alg", "kid");
    private static final List<String> CLAIMS = List.of("aud", "iss", "sub", "scope", "scp", "clientid", "username");

    /** The token in user name or password, where there is one. */
    static Optional<JwtPeek> of(MqttOptions mqtt) {
        Optional<JwtPeek> asUser = mqtt.userName().flatMap(text -> read(text, true));
        return asUser.isPresent()
                ? asUser
                : mqtt.password().flatMap(secret -> secret.withChars(chars -> read(new String(chars), false)));
    }

    /** A claim that is fixed, not a place that the server fills ({@code ${clientid}}, {@code %c}). */
    Optional<String> fixed(String name) {
        return Optional.ofNullable(claims.get(name)).filter(value -> !value.contains("$") && !value.contains("%"));
    }

    private static Optional<JwtPeek> read(String text, boolean inUserName) {
        Matcher matcher = COMPACT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            String header = decoded(matcher.group(1));
            String claims = decoded(matcher.group(2));
            Optional<Instant> notBefore = moment(claims, "nbf");
            Optional<Instant> issuedAt = moment(claims, "iat");
            Optional<Instant> later = notBefore.isPresent()
                                    && issuedAt.isPresent()
                                    && notBefore.get().isAfter(issuedAt.get())
                            || issuedAt.isEmpty()
                    ? notBefore
                    : issuedAt;
            return Optional.of(new JwtPeek(
                    inUserName, moment(claims, "exp"), later, values(header, HEADER), values(claims, CLAIMS)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no base64url, so it only looked like a token
        }
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    /** Text, or a list of texts, by these names. */
    private static Map<String, String> values(String json, List<String> names) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String name : names) {
            Matcher matcher = Pattern.compile(
                            "\"" + name + "\"\\s*:\\s*(?:\"((?:[^\"\\\\]|\\\\.){0,200})\"|\\[([^\\]]{0,400})])")
                    .matcher(json);
            if (matcher.find()) {
                String value = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
                found.put(name, value.replace("\\/", "/").replace("\"", "").strip());
            }
        }
        return found;
    }

    private static Optional<Instant> moment(String claims, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*\"?(\\d{1,11})(?!\\d)")
                .matcher(claims);
        return matcher.find() ? Optional.of(Instant.ofEpochSecond(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }
}
