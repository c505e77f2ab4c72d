package dev.gangway.practice.tls;

import dev.gangway.pki.CertificateMaker;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.practice.tls.TlsProfile.ServerCertificate;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** The practice server's own authority: a root, an intermediate, and the server certificates they issue. */
public final class DemoAuthority {
    private static final Duration LIFETIME = Duration.ofDays(365);
    private static final Duration DAY = Duration.ofDays(1);
    private static final List<String> NAMES = List.of("localhost");
    private static final List<String> ADDRESSES = List.of("127.0.0.1", "::1");

    private final CertificateMaker maker;
    private final Instant now;
    private final X509Certificate root;
    private final Identity intermediate;

    /** Makes root and intermediate, valid from yesterday on. */
    public DemoAuthority(CertificateMaker maker, Instant now) {
        this.maker = maker;
        this.now = now;
        // The authorities are old enough that an expired server certificate can be issued below them.
        Instant from = now.minus(LIFETIME);
        KeyPair rootKeys = maker.newKey(KeyType.EC_P256);
        root = maker.selfSigned(rootKeys, authority("CN=Practice Root CA,O=Gangway practice", from, Purpose.ROOT))
                .orThrow();
        KeyPair keys = maker.newKey(KeyType.EC_P256);
        X509Certificate issued = maker.issue(
                        keys.getPublic(),
                        authority("CN=Practice Server CA,O=Gangway practice", from, Purpose.INTERMEDIATE),
                        new Identity(List.of(root), rootKeys.getPrivate()))
                .orThrow();
        intermediate = new Identity(List.of(issued, root), keys.getPrivate());
    }

    private CertificateSpec authority(String subject, Instant from, Purpose purpose) {
        return new CertificateSpec(subject, from, now.plus(LIFETIME.multipliedBy(10)), purpose, List.of(), List.of());
    }

    /** The root, as PEM. */
    public String rootPem() {
        try {
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(root.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server's key with the chain it sends: without the root, as servers do. */
    public Identity server(ServerCertificate kind) {
        KeyPair keys = maker.newKey(KeyType.EC_P256);
        return switch (kind) {
            case GOOD -> issued(keys, good());
            case EXPIRED -> issued(keys, localhost(now.minus(DAY.multipliedBy(30)), now.minus(DAY)));
            case NOT_YET_VALID -> issued(keys, localhost(now.plus(DAY), now.plus(DAY.multipliedBy(30))));
            case WRONG_HOST ->
                issued(
                        keys,
                        new CertificateSpec(
                                "CN=mqtt.example.org,O=Gangway practice",
                                now.minus(DAY),
                                now.plus(LIFETIME),
                                Purpose.MQTT_SERVER,
                                List.of("mqtt.example.org"),
                                List.of()));
            case WITHOUT_INTERMEDIATE -> issued(keys, good()).leafOnly();
            case SELF_SIGNED ->
                new Identity(List.of(maker.selfSigned(keys, good()).orThrow()), keys.getPrivate());
            case CLIENT_PURPOSE ->
                issued(
                        keys,
                        new CertificateSpec(
                                "CN=localhost,O=Gangway practice",
                                now.minus(DAY),
                                now.plus(LIFETIME),
                                Purpose.DEVICE_CLIENT,
                                NAMES,
                                ADDRESSES));
            case UNKNOWN_AUTHORITY -> new DemoAuthority(maker, now).server(ServerCertificate.GOOD);
        };
    }

    private CertificateSpec good() {
        return localhost(now.minus(DAY), now.plus(LIFETIME));
    }

    private static CertificateSpec localhost(Instant from, Instant to) {
        return new CertificateSpec("CN=localhost,O=Gangway practice", from, to, Purpose.MQTT_SERVER, NAMES, ADDRESSES);
    }

    private Identity issued(KeyPair keys, CertificateSpec spec) {
        X509Certificate leaf = maker.issue(keys.getPublic(), spec, intermediate).orThrow();
        return new Identity(List.of(leaf, intermediate.leaf()), keys.getPrivate());
    }
}
