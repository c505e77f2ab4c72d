package dev.gangway.practice.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.practice.rest.OAuthGrants.OAuthError;
import dev.gangway.practice.store.Json;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Logins that a person approves on another screen (RFC 8628). Confined to the server's thread. */
final class OAuthLogins {
    static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final int INTERVAL_SECONDS = 1;
    /** Without vowels and look-alikes (RFC 8628, section 6.1). */
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    private enum Decision {
        PENDING,
        APPROVED,
        DECLINED
    }

    private record Login(String userCode, Instant end, Decision decision) {}

    private final InstantSource clock;
    private final Map<String, Login> byDeviceCode = new HashMap<>();

    OAuthLogins(InstantSource clock) {
        this.clock = clock;
    }

    /** Begins one; {@code page} is where the person decides. */
    ObjectNode begin(String page) {
        String deviceCode = UUID.randomUUID().toString();
        String userCode = letters() + "-" + letters();
        byDeviceCode.put(deviceCode, new Login(userCode, clock.instant().plus(LIFETIME), Decision.PENDING));
        return Json.object()
                .put("device_code", deviceCode)
                .put("user_code", userCode)
                .put("verification_uri", page)
                .put("verification_uri_complete", page + "?user_code=" + userCode)
                .put("expires_in", LIFETIME.toSeconds())
                .put("interval", INTERVAL_SECONDS);
    }

    /** A person's decision; says whether there was anything to decide. */
    boolean decide(String userCode, boolean approved) {
        boolean known = false;
        for (Map.Entry<String, Login> entry : byDeviceCode.entrySet()) {
            Login login = entry.getValue();
            if (login.userCode().equalsIgnoreCase(userCode.strip())) {
                known = true;
                entry.setValue(
                        new Login(login.userCode(), login.end(), approved ? Decision.APPROVED : Decision.DECLINED));
            }
        }
        return known;
    }

    /** Uses up one that was approved (RFC 8628, section 3.5, has the errors). */
    void redeem(String deviceCode) throws OAuthError {
        Login login = byDeviceCode.get(deviceCode);
        if (login == null) {
            throw new OAuthError(400, "invalid_grant", "The device code is unknown or was used.");
        }
        if (clock.instant().isAfter(login.end())) {
            throw new OAuthError(400, "expired_token", "The code has run out.");
        }
        switch (login.decision()) {
            case PENDING -> throw new OAuthError(400, "authorization_pending", "Nobody has decided yet.");
            case DECLINED -> throw new OAuthError(400, "access_denied", "The login was declined.");
            case APPROVED -> byDeviceCode.remove(deviceCode);
        }
    }

    private static String letters() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
