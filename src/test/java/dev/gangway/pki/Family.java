package dev.gangway.pki;

import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.pki.path.Issuance;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A root, an intermediate below it, a device and a server below that; valid now. */
public final class Family {
    private final BouncyCastleMaker maker = new BouncyCastleMaker();
    private final Instant from = Instant.now().minus(Duration.ofHours(1));
    private final Instant to = from.plus(Duration.ofDays(30));

    public final Identity root;
    public final Identity intermediate;
    public final Identity device;

    /** With keys of this type. */
    public Family(KeyType type) {
        this(type, AuthorityLimits.NONE);
    }

    /** With an intermediate that is limited. */
    public Family(KeyType type, AuthorityLimits limits) {
        KeyPair keys = maker.newKey(type);
        root = new Identity(
                List.of(maker.selfSigned(keys, authority(Purpose.ROOT, AuthorityLimits.NONE))
                        .orThrow()),
                keys.getPrivate());
        intermediate = below(root, type, authority(Purpose.INTERMEDIATE, limits));
        device = below(intermediate, type, CertificateSpec.device("CN=pump-0417,O=Plant 2", from, to));
    }

    /** A server's identity below the intermediate. */
    public Identity server(String host) {
        return below(intermediate, KeyType.EC_P256, serverSpec(host));
    }

    /** What it would say. */
    public CertificateSpec serverSpec(String host) {
        return new CertificateSpec("CN=" + host, from, to, Purpose.MQTT_SERVER, List.of(host), List.of());
    }

    private CertificateSpec authority(Purpose purpose, AuthorityLimits limits) {
        return CertificateSpec.authority("CN=Plant 2 " + purpose, from, to, purpose, limits);
    }

    private Identity below(Identity authority, KeyType type, CertificateSpec spec) {
        KeyPair keys = maker.newKey(type);
        X509Certificate made = maker.issue(keys.getPublic(), spec, authority).orThrow();
        return new Identity(
                Stream.concat(Stream.of(made), authority.chain().stream().filter(each -> !Issuance.isSelfSigned(each)))
                        .toList(),
                keys.getPrivate());
    }
}
