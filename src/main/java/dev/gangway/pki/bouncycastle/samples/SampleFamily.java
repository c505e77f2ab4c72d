package dev.gangway.pki.bouncycastle.samples;

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

/** The sound part of the samples: authorities, and what they issue. */
final class SampleFamily {
    private static final Duration LIFETIME = Duration.ofDays(20 * 365L);

    final BouncyCastleMaker maker = new BouncyCastleMaker();
    final Instant from;
    final Instant to;
    final Identity root;
    final Identity intermediate;

    SampleFamily(Instant now) {
        from = now.minus(Duration.ofDays(1));
        to = now.plus(LIFETIME);
        root = self("CN=Sample root,O=Gangway samples", Purpose.ROOT);
        intermediate = below(root, spec("CN=Sample intermediate,O=Gangway samples", Purpose.INTERMEDIATE));
    }

    /** A certificate signed by its own key. */
    Identity self(String subject, Purpose purpose) {
        KeyPair keys = maker.newKey(KeyType.EC_P256);
        return new Identity(
                List.of(maker.selfSigned(keys, spec(subject, purpose)).orThrow()), keys.getPrivate());
    }

    /** A certificate with its chain, without the root, as TLS wants it. */
    Identity below(Identity authority, CertificateSpec spec) {
        KeyPair keys = maker.newKey(KeyType.EC_P256);
        X509Certificate made = maker.issue(keys.getPublic(), spec, authority).orThrow();
        List<X509Certificate> chain = new ArrayList<>(List.of(made));
        if (!authority.leaf().equals(root.leaf())) {
            chain.addAll(authority.chain());
        }
        return new Identity(chain, keys.getPrivate());
    }

    /** A device of the intermediate. */
    Identity device(String name) {
        return below(intermediate, spec("CN=" + name + ",O=Gangway samples", Purpose.DEVICE_CLIENT));
    }

    CertificateSpec spec(String subject, Purpose purpose) {
        List<String> names = purpose == Purpose.MQTT_SERVER ? List.of("localhost") : List.of();
        List<String> addresses = purpose == Purpose.MQTT_SERVER ? List.of("127.0.0.1", "::1") : List.of();
        // An authority outlives what it signs.
        Instant end = purpose.isAuthority() ? to.plus(Duration.ofDays(1)) : to;
        return new CertificateSpec(subject, from, end, purpose, names, addresses);
    }
}
