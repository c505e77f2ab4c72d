package dev.gangway.bench;

import dev.gangway.pki.CertificateMaker;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Authorities, servers and devices for tests, made afresh; valid for a month unless said. */
public final class TestChain {
    private static final CertificateMaker MAKER = new BouncyCastleMaker();

    private TestChain() {}

    /** A root authority. */
    public static Identity root(String name) {
        KeyPair keys = MAKER.newKey(KeyType.EC_P256);
        X509Certificate certificate = MAKER.selfSigned(keys, spec("CN=" + name, Purpose.ROOT, -60, 90, List.of()))
                .orThrow();
        return new Identity(List.of(certificate), keys.getPrivate());
    }

    /** An authority below another; its chain leaves out the root. */
    public static Identity intermediate(String name, Identity issuer) {
        return issue(spec("CN=" + name, Purpose.INTERMEDIATE, -50, 80, List.of()), KeyType.EC_P256, issuer, false);
    }

    /** A server for localhost and 127.0.0.1. */
    public static Identity server(Identity issuer) {
        return server(issuer, KeyType.EC_P256, List.of("localhost"), 0, 30);
    }

    /** A server; days count from now, the first may be negative for the end. */
    public static Identity server(Identity issuer, KeyType type, List<String> names, int fromDay, int toDay) {
        return issue(spec("CN=localhost", Purpose.MQTT_SERVER, fromDay, toDay, names), type, issuer, true);
    }

    /** A device's client certificate. */
    public static Identity device(String name, Identity issuer) {
        return device(name, issuer, 0, 30);
    }

    /** A device's client certificate with other dates. */
    public static Identity device(String name, Identity issuer, int fromDay, int toDay) {
        return issue(
                spec("CN=" + name, Purpose.DEVICE_CLIENT, fromDay, toDay, List.of()), KeyType.EC_P256, issuer, true);
    }

    /** A certificate that signed itself. */
    public static Identity selfSigned(String name, Purpose purpose) {
        KeyPair keys = MAKER.newKey(KeyType.EC_P256);
        List<String> names = purpose == Purpose.MQTT_SERVER ? List.of("localhost") : List.of();
        return new Identity(
                List.of(MAKER.selfSigned(keys, spec("CN=" + name, purpose, 0, 30, names))
                        .orThrow()),
                keys.getPrivate());
    }

    private static Identity issue(CertificateSpec spec, KeyType type, Identity issuer, boolean withIntermediates) {
        KeyPair keys = MAKER.newKey(type);
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(MAKER.issue(keys.getPublic(), spec, issuer).orThrow());
        boolean root =
                issuer.leaf().getSubjectX500Principal().equals(issuer.leaf().getIssuerX500Principal());
        if (withIntermediates && !root) {
            chain.addAll(issuer.chain());
        }
        return new Identity(chain, keys.getPrivate());
    }

    private static CertificateSpec spec(String subject, Purpose purpose, int fromDay, int toDay, List<String> names) {
        Instant now = Instant.now();
        return new CertificateSpec(
                subject,
                now.plus(Duration.ofDays(fromDay)).minus(Duration.ofHours(1)),
                now.plus(Duration.ofDays(toDay)),
                purpose,
                names,
                names.contains("localhost") ? List.of("127.0.0.1") : List.of());
    }
}
