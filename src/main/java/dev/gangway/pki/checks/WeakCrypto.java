package dev.gangway.pki.checks;

import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.pki.Finding;
import dev.gangway.pki.Keys;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.path.KeyStrength;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/** Keys and signatures that servers refuse, or will soon (NIST SP 800-131A; OpenSSL's security level 2). */
final class WeakCrypto {
    private WeakCrypto() {}

    static Optional<Finding> key(X509Certificate certificate, String file) {
        PublicKey key = certificate.getPublicKey();
        boolean known = key instanceof RSAPublicKey || key instanceof ECPublicKey || key instanceof EdECPublicKey;
        if (known && KeyStrength.tooShort(key).isEmpty()) {
            return Optional.empty();
        }
        Diagnosis.Builder weak = CredentialCheck.about(PkiCode.WEAK_KEY, certificate, file)
                .with("key", Keys.describe(key))
                .remedy(Action.REISSUE, "pki.reissue");
        return Optional.of(CredentialCheck.warning(weak));
    }

    static Optional<Finding> signature(X509Certificate certificate, String file) {
        if (!KeyStrength.isSignedWeakly(certificate)) {
            return Optional.empty();
        }
        return Optional.of(CredentialCheck.warning(CredentialCheck.about(PkiCode.WEAK_SIGNATURE, certificate, file)
                .with("algorithm", certificate.getSigAlgName())
                .remedy(Action.REISSUE, "pki.reissue")));
    }
}
