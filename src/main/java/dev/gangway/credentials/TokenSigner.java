package dev.gangway.credentials;

import dev.gangway.device.TokenSigning;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.token.jwt.Algorithm;
import dev.gangway.token.jwt.Claims;
import dev.gangway.token.jwt.ClaimsTemplate;
import dev.gangway.token.jwt.JwtKeys;
import dev.gangway.token.jwt.TokenMaker;
import java.time.Instant;
import java.util.Locale;

/** Makes a device's JWT as its credential says. Safe for use by several threads. */
public final class TokenSigner {
    private TokenSigner() {}

    /** The token of this device from now on; fails where key, algorithm or claims do not do. */
    public static Outcome<Secret> sign(TokenSigning signing, String deviceName, Instant now) {
        Outcome<Claims> claims = ClaimsTemplate.fill(signing.claims(), deviceName, now, signing.lifetime());
        return claims.then(filled -> JwtKeys.of(signing.key(), signing.publicKey())
                .then(key -> TokenMaker.sign(algorithm(signing), key, signing.keyId(), filled)));
    }

    /** The algorithm that it signs with. */
    public static Algorithm algorithm(TokenSigning signing) {
        return Algorithm.valueOf(signing.algorithm().toUpperCase(Locale.ROOT));
    }
}
