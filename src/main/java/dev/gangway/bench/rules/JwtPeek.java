package dev.gangway.bench.rules;

import dev.gangway.bench.model.MqttOptions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The few claims of a JWT (RFC 7519) that explain a refusal, read without checking any signature: the token is our own.
 *
 * @param inUserName whether it was found in the user name instead of the password
 * @param expiresAt the claim {@code exp}
 * @param validFrom the later of {@code nbf} and {@code iat}
 * @param clientId the claim {@code clientid}, where it is fixed
 */
record JwtPeek(
        boolean inUserName, Optional<Instant> expiresAt, Optional<Instant> validFrom, Optional<String> clientId) {
    private static final Pattern COMPACT = Pattern.compile("eyJ[\\w-]+\\.(eyJ[\\w-]+)\\.[\\w-]*");
    private static final Pattern CLIENT_ID = Pattern.compile("\"clientid\"\\s*:\\s*\"([^\"\\\\$%]+)\"");

    /** The token in user name or password, where there is one. */
    static Optional<JwtPeek> of(MqttOptions mqtt) {
        Optional<JwtPeek> asUser = mqtt.userName().flatMap(text -> read(text, true));
        return asUser.isPresent()
                ? asUser
                : mqtt.password().flatMap(secret -> secret.withChars(chars -> read(new String(chars), false)));
    }

    private static Optional<JwtPeek> read(String text, boolean inUserName) {
        Matcher matcher = COMPACT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            String claims = new String(Base64.getUrlDecoder().decode(matcher.group(1)), StandardCharsets.UTF_8);
            Optional<Instant> notBefore = moment(claims, "nbf");
            Optional<Instant> issuedAt = moment(claims, "iat");
            Optional<Instant> later = notBefore.isPresent()
                                    && issuedAt.isPresent()
                                    && notBefore.get().isAfter(issuedAt.get())
                            || issuedAt.isEmpty()
                    ? notBefore
                    : issuedAt;
            Matcher client = CLIENT_ID.matcher(claims);
            return Optional.of(new JwtPeek(
                    inUserName,
                    moment(claims, "exp"),
                    later,
                    client.find() ? Optional.of(client.group(1)) : Optional.empty()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no base64url, so it only looked like a token
        }
    }

    private static Optional<Instant> moment(String claims, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*\"?(\\d{1,11})(?!\\d)")
                .matcher(claims);
        return matcher.find() ? Optional.of(Instant.ofEpochSecond(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }
}
