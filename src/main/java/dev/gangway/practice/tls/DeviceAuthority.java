package dev.gangway.practice.tls;

import dev.gangway.pki.CertificateMaker;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.authority.CertificateRequest;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** Issues certificates to devices that enrol. */
public final class DeviceAuthority {
    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final Duration DAY = Duration.ofDays(1);

    private final CertificateMaker maker;
    private final InstantSource clock;
    private final Identity identity;

    /** Makes one with a key of its own. */
    public DeviceAuthority(CertificateMaker maker, InstantSource clock) {
        this.maker = maker;
        this.clock = clock;
        Instant now = clock.instant();
        KeyPair keys = maker.newKey(KeyType.EC_P256);
        X509Certificate certificate = maker.selfSigned(
                        keys,
                        new CertificateSpec(
                                "CN=Practice Device CA,O=Gangway practice",
                                now.minus(DAY),
                                now.plus(Duration.ofDays(365)),
                                Purpose.ROOT,
                                List.of(),
                                List.of()))
                .orThrow();
        identity = new Identity(List.of(certificate), keys.getPrivate());
    }

    /** Its own certificate. */
    public X509Certificate certificate() {
        return identity.leaf();
    }

    /** A certificate for what is asked for; empty where the subject will not do. */
    public Optional<X509Certificate> issue(CertificateRequest request) {
        Instant now = clock.instant();
        return maker.issue(
                        request.key(),
                        new CertificateSpec(
                                request.subject(),
                                now.minus(Duration.ofMinutes(1)),
                                now.plus(LIFETIME),
                                Purpose.DEVICE_CLIENT,
                                request.dnsNames(),
                                request.ipAddresses()),
                        identity)
                .toOptional();
    }

    /** Whether the first certificate of the chain is one of its own, and valid. */
    public boolean issued(List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            return false;
        }
        try {
            chain.getFirst().verify(certificate().getPublicKey());
            chain.getFirst().checkValidity(Date.from(clock.instant()));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Certificates in a PKCS#7 message without a signature (RFC 5652, "certs-only"). */
    public static byte[] pkcs7(List<X509Certificate> certificates) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertPath(certificates)
                    .getEncoded("PKCS7");
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}
