package dev.gangway.bench.rules;

import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.gangway.bench.model.MqttOptions;
import java.text.ParseException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    /** Eleven digits reach to the year 5138. */
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

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
        if (!text.startsWith("eyJ")) { // as base64url has it where JSON begins
            return Optional.empty();
        }
        try {
            Base64URL[] parts = JOSEObject.split(text);
            Map<String, Object> header = JSONObjectUtils.parse(parts[0].decodeToString());
            Map<String, Object> claims = JSONObjectUtils.parse(parts[1].decodeToString());
            Optional<Instant> later = Stream.concat(moment(claims, "nbf").stream(), moment(claims, "iat").stream())
                    .max(Comparator.naturalOrder());
            return Optional.of(new JwtPeek(
                    inUserName, moment(claims, "exp"), later, values(header, HEADER), values(claims, CLAIMS)));
        } catch (ParseException e) {
            return Optional.empty(); // it only looked like a token
        }
    }

    /** Text, or a list of texts with commas between them, by these names. */
    private static Map<String, String> values(Map<String, Object> json, List<String> names) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String name : names) {
            switch (json.get(name)) {
                case String text -> found.put(name, text.strip());
                case List<?> list ->
                    found.put(name, list.stream().map(String::valueOf).collect(Collectors.joining(",")));
                case null, default -> {
                    // not there, or nothing to compare a text with
                }
            }
        }
        return found;
    }

    /** Seconds since 1970, also where an issuer writes them as text. */
    private static Optional<Instant> moment(Map<String, Object> claims, String name) {
        String seconds = switch (claims.get(name)) {
            case Number number -> Long.toString(number.longValue());
            case String text -> text;
            case null, default -> "";
        };
        return SECONDS.matcher(seconds).matches()
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)))
                : Optional.empty();
    }
}
