package dev.gangway.pki;

import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Locale;
import java.util.Optional;

/** Keys and signatures that servers refuse, or will soon (NIST SP 800-131A; OpenSSL's security level 2). */
final class WeakCrypto {
    /** Below that OpenSSL's default security level refuses RSA. */
    private static final int MIN_RSA_BITS = 2048;

    private static final int MIN_EC_BITS = 224;

    private WeakCrypto() {}

    static Optional<Finding> key(X509Certificate certificate, String file) {
        PublicKey key = certificate.getPublicKey();
        boolean strong = switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= MIN_RSA_BITS;
            case ECPublicKey ec -> ec.getParams().getOrder().bitLength() >= MIN_EC_BITS;
            case EdECPublicKey edwards -> true;
            default -> false;
        };
        if (strong) {
            return Optional.empty();
        }
        Diagnosis.Builder weak = CredentialCheck.about(PkiCode.WEAK_KEY, certificate, file)
                .with("key", Keys.describe(key))
                .remedy(Action.REISSUE, "pki.reissue");
        return Optional.of(CredentialCheck.warning(weak));
    }

    static Optional<Finding> signature(X509Certificate certificate, String file) {
        String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        if (!algorithm.startsWith("SHA1") && !algorithm.startsWith("MD")) {
            return Optional.empty();
        }
        return Optional.of(CredentialCheck.warning(CredentialCheck.about(PkiCode.WEAK_SIGNATURE, certificate, file)
                .with("algorithm", certificate.getSigAlgName())
                .remedy(Action.REISSUE, "pki.reissue")));
    }
}
