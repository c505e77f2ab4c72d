package dev.gangway.authorities;

import dev.gangway.device.KeyRef;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Keys;
import dev.gangway.secret.Secret;
import java.security.PrivateKey;
import java.time.Instant;

/** Opens an authority for signing. */
final class AuthorityKeys {
    private AuthorityKeys() {}

    /** Fails where its key is not here, or nobody would accept what it signs. */
    static Outcome<Identity> open(Authority authority, Instant now) {
        return now.isBefore(authority.end())
                ? key(authority).map(key -> new Identity(authority.chain(), key))
                : Diagnosis.of(AuthorityCode.EXPIRED)
                        .with("name", authority.name())
                        .with("date", authority.end())
                        .remedy("authorities.renew-authority")
                        .failed();
    }

    /** Its private key; fails where that is not here. */
    static Outcome<PrivateKey> key(Authority authority) {
        return authority.key() instanceof KeyRef.Stored(Secret pkcs8)
                ? Keys.fromPkcs8(pkcs8)
                : Diagnosis.of(AuthorityCode.KEY_ELSEWHERE)
                        .with("name", authority.name())
                        .remedy("authorities.choose-other")
                        .failed();
    }
}
