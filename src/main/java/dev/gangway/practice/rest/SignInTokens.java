package dev.gangway.practice.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gangway.practice.rest.Users.User;
import dev.gangway.practice.store.Json;
import dev.gangway.practice.store.RestRefusal;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Makes and checks the pairs of tokens that users sign in with. Confined to the server's thread. */
final class SignInTokens {
    private static final Duration ACCESS = Duration.ofMinutes(150);
    private static final Duration REFRESH = Duration.ofDays(7);
    private static final String REFRESH_SCOPE = "REFRESH_TOKEN";
    /** What the real server says to a refresh token in the place of an access token. */
    private static final String REFRESH_AS_ACCESS = "Cannot invoke \"java.lang.Boolean.booleanValue()\" because the "
            + "return value of \"io.jsonwebtoken.Claims.get(String, java.lang.Class)\" is null";

    private final byte[] key = new byte[64];
    private final Users users;
    private final UUID tenant;
    private final InstantSource clock;
    private final Set<String> signedOut = new HashSet<>();

    SignInTokens(Users users, UUID tenant, InstantSource clock) {
        this.users = users;
        this.tenant = tenant;
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    /** A pair for a new session. */
    ObjectNode pair(User user) {
        return pair(user, UUID.randomUUID().toString());
    }

    /** A new pair for the session of this refresh token. */
    ObjectNode refreshed(String refreshToken) {
        JWTClaimsSet claims = verified(refreshToken);
        if (!scope(claims).equals(REFRESH_SCOPE)) {
            throw RestRefusal.internal("Invalid Refresh Token scope");
        }
        if (signedOut.contains(session(claims))) {
            throw RestRefusal.unauthenticated("Token is outdated");
        }
        return pair(user(claims), session(claims));
    }

    /** Who this access token belongs to. */
    User user(String accessToken) {
        JWTClaimsSet claims = verified(accessToken);
        if (scope(claims).equals(REFRESH_SCOPE)) {
            throw RestRefusal.internal(REFRESH_AS_ACCESS);
        }
        if (signedOut.contains(session(claims))) {
            throw RestRefusal.tokenExpired();
        }
        return user(claims);
    }

    /** Ends the session of this access token; other sessions of its user go on. */
    void signOut(String accessToken) {
        signedOut.add(session(verified(accessToken)));
    }

    private ObjectNode pair(User user, String session) {
        Instant now = clock.instant();
        String access = sign(claims(user, session, now, ACCESS, user.authority().name())
                .claim("enabled", true)
                .claim("tenantId", tenant.toString())
                .claim("customerId", AuthApi.NO_CUSTOMER));
        String refresh = sign(claims(user, session, now, REFRESH, REFRESH_SCOPE)
                .jwtID(UUID.randomUUID().toString()));
        return Json.object().put("token", access).put("refreshToken", refresh);
    }

    private static JWTClaimsSet.Builder claims(
            User user, String session, Instant now, Duration lifetime, String scope) {
        return new JWTClaimsSet.Builder()
                .subject(user.name())
                .claim("userId", user.id().toString())
                .claim("scopes", List.of(scope))
                .claim("sessionId", session)
                .expirationTime(Date.from(now.plus(lifetime)))
                .issuer("thingsboard.io")
                .issueTime(Date.from(now))
                .claim("isPublic", false);
    }

    private String sign(JWTClaimsSet.Builder claims) {
        try {
            SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS512), claims.build());
            jwt.sign(new MACSigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token that was signed by somebody else counts as expired. */
    private JWTClaimsSet verified(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            if (!jwt.verify(new MACVerifier(key))
                    || claims.getExpirationTime().toInstant().isBefore(clock.instant())) {
                throw RestRefusal.tokenExpired();
            }
            return claims;
        } catch (ParseException e) {
            throw RestRefusal.unauthenticated("Invalid username or password");
        } catch (JOSEException e) {
            throw RestRefusal.tokenExpired();
        }
    }

    private User user(JWTClaimsSet claims) {
        return users.byName(claims.getSubject()).orElseThrow(RestRefusal::tokenExpired);
    }

    /** The one scope that every token from here has. */
    private static String scope(JWTClaimsSet claims) {
        return claims.getClaim("scopes") instanceof List<?> scopes ? String.valueOf(scopes.getFirst()) : "";
    }

    private static String session(JWTClaimsSet claims) {
        return String.valueOf(claims.getClaim("sessionId"));
    }
}
