package dev.gangway.ui.bench;

import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A root, an intermediate and a device's certificate. */
final class Pki {
    private static final BouncyCastleMaker MAKER = new BouncyCastleMaker();

    private final KeyPair key = MAKER.newKey(KeyType.EC_P256);
    final X509Certificate root;
    final X509Certificate intermediate;
    final X509Certificate leaf;

    Pki() {
        KeyPair rootKey = MAKER.newKey(KeyType.EC_P256);
        KeyPair lineKey = MAKER.newKey(KeyType.EC_P256);
        root = MAKER.selfSigned(rootKey, spec("CN=Plant Root", CertificateSpec.Purpose.ROOT, 30))
                .orThrow();
        intermediate = MAKER.issue(
                        lineKey.getPublic(),
                        spec("CN=Line 4", CertificateSpec.Purpose.INTERMEDIATE, 20),
                        new Identity(List.of(root), rootKey.getPrivate()))
                .orThrow();
        leaf = MAKER.issue(
                        key.getPublic(),
                        spec("CN=pump-0417", CertificateSpec.Purpose.DEVICE_CLIENT, 10),
                        new Identity(List.of(intermediate), lineKey.getPrivate()))
                .orThrow();
    }

    /** The device's key with these certificates, in this order. */
    Identity device(X509Certificate... chain) {
        return new Identity(List.of(chain), key.getPrivate());
    }

    private static CertificateSpec spec(String subject, CertificateSpec.Purpose purpose, int days) {
        Instant now = Instant.now();
        return new CertificateSpec(
                subject,
                now.minus(Duration.ofHours(1)),
                now.plus(Duration.ofDays(days)),
                purpose,
                List.of(),
                List.of());
    }
}
