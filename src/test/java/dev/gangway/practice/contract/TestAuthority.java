package dev.gangway.practice.contract;

import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** An authority of the test's own: a root, an intermediate, and device certificates below. */
final class TestAuthority {
    private static final Duration DAY = Duration.ofDays(1);

    private final BouncyCastleMaker maker = new BouncyCastleMaker();
    private final Instant now = Instant.now();
    private final Identity root;
    private final Identity intermediate;

    /** Makes one; {@code name} tells it from others. */
    TestAuthority(String name) {
        KeyPair rootKeys = maker.newKey(KeyType.EC_P256);
        X509Certificate rootCertificate = maker.selfSigned(rootKeys, authority("CN=" + name + " root", Purpose.ROOT))
                .orThrow();
        root = new Identity(List.of(rootCertificate), rootKeys.getPrivate());
        KeyPair keys = maker.newKey(KeyType.EC_P256);
        intermediate = new Identity(
                List.of(
                        maker.issue(keys.getPublic(), authority("CN=" + name + " devices", Purpose.INTERMEDIATE), root)
                                .orThrow(),
                        rootCertificate),
                keys.getPrivate());
    }

    private CertificateSpec authority(String subject, Purpose purpose) {
        return new CertificateSpec(
                subject,
                now.minus(DAY.multipliedBy(400)),
                now.plus(DAY.multipliedBy(400)),
                purpose,
                List.of(),
                List.of());
    }

    X509Certificate root() {
        return root.leaf();
    }

    X509Certificate intermediate() {
        return intermediate.leaf();
    }

    /** A good device certificate; the chain goes up to the intermediate. */
    Identity device(String commonName) {
        return device(KeyType.EC_P256, commonName, now.minus(DAY), now.plus(DAY));
    }

    Identity rsaDevice(String commonName) {
        return device(KeyType.RSA_2048, commonName, now.minus(DAY), now.plus(DAY));
    }

    Identity expiredDevice(String commonName) {
        return device(KeyType.EC_P256, commonName, now.minus(DAY.multipliedBy(20)), now.minus(DAY));
    }

    Identity futureDevice(String commonName) {
        return device(KeyType.EC_P256, commonName, now.plus(DAY), now.plus(DAY.multipliedBy(20)));
    }

    private Identity device(KeyType type, String commonName, Instant from, Instant to) {
        KeyPair keys = maker.newKey(type);
        X509Certificate leaf = maker.issue(
                        keys.getPublic(), CertificateSpec.device("CN=" + commonName, from, to), intermediate)
                .orThrow();
        return new Identity(List.of(leaf, intermediate()), keys.getPrivate());
    }

    /** Signed by its own key. */
    Identity selfSigned(String commonName) {
        KeyPair keys = maker.newKey(KeyType.EC_P256);
        return new Identity(
                List.of(maker.selfSigned(
                                keys, CertificateSpec.device("CN=" + commonName, now.minus(DAY), now.plus(DAY)))
                        .orThrow()),
                keys.getPrivate());
    }

    /** The same key and leaf with other certificates behind it. */
    static Identity with(Identity device, X509Certificate... behind) {
        List<X509Certificate> chain = new ArrayList<>(List.of(device.leaf()));
        chain.addAll(Arrays.asList(behind));
        return new Identity(chain, device.key());
    }

    static String pem(X509Certificate certificate) {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der(certificate))
                + "\n-----END CERTIFICATE-----\n";
    }

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
