package dev.gangway.bench.tls;

import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.bench.event.TlsDetail.IdentityFault;
import dev.gangway.bench.event.TlsDetail.IdentityFault.Kind;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Keys;
import dev.gangway.pki.bouncycastle.SoftwareP256;
import dev.gangway.pki.path.Issuance;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Looks at our own key and chain before anything is sent: servers name these faults badly, and each differently. */
public final class IdentityCheck {
    private static final List<String> CLIENT_PURPOSES = List.of("1.3.6.1.5.5.7.3.2", "2.5.29.37.0");

    private IdentityCheck() {}

    /** Notes what it finds. */
    public static void note(Identity identity, Clock clock, Timeline timeline) {
        List<IdentityFault> faults = faults(identity, clock);
        String summary = faults.isEmpty()
                ? "key and certificate match"
                : faults.getFirst()
                        .kind()
                        .name()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace('_', ' ');
        Field[] fields = faults.stream()
                .map(fault -> Field.of(fault.kind().name(), fault.position() + ": " + fault.subject()))
                .toArray(Field[]::new);
        timeline.note(Layer.LOCAL, "Own certificate", summary, new TlsDetail.IdentityChecked(faults), fields);
    }

    static List<IdentityFault> faults(Identity identity, Clock clock) {
        List<IdentityFault> faults = new ArrayList<>();
        List<X509Certificate> chain = identity.chain();
        X509Certificate leaf = identity.leaf();
        if (!match(identity.key(), leaf.getPublicKey())) {
            faults.add(fault(Kind.KEY_MISMATCH, 0, leaf));
        }
        if (leaf.getBasicConstraints() >= 0) {
            faults.add(fault(Kind.LEAF_IS_AUTHORITY, 0, leaf));
        }
        if (!allowsClient(leaf)) {
            faults.add(fault(Kind.WRONG_USAGE, 0, leaf));
        }
        Instant now = clock.instant();
        for (int i = 0; i < chain.size(); i++) {
            X509Certificate certificate = chain.get(i);
            if (Issuance.isExpired(certificate, now)) {
                faults.add(fault(Kind.EXPIRED, i, certificate));
            } else if (Issuance.isNotYetValid(certificate, now)) {
                faults.add(fault(Kind.NOT_YET_VALID, i, certificate));
            }
            if (i > 0 && !Issuance.isAuthority(certificate)) {
                faults.add(fault(Kind.NOT_AN_AUTHORITY, i, certificate));
            }
            if (i + 1 < chain.size() && !Issuance.isIssuedBy(certificate, chain.get(i + 1))) {
                faults.add(fault(misplaced(chain, i), i, certificate));
            }
        }
        return List.copyOf(faults);
    }

    private static boolean match(PrivateKey key, PublicKey certified) {
        return SoftwareP256.of(key)
                .map(ours -> Keys.match(key, certified, () -> ours.isOf(certified)))
                .orElseGet(() -> Keys.match(key, certified));
    }

    /** Whether another certificate of the chain signed it, or none did. */
    private static Kind misplaced(List<X509Certificate> chain, int position) {
        X509Certificate certificate = chain.get(position);
        boolean elsewhere = chain.stream()
                .anyMatch(other -> !other.equals(certificate)
                        && (Issuance.isIssuedBy(certificate, other) || Issuance.isIssuedBy(other, certificate)));
        return elsewhere ? Kind.WRONG_ORDER : Kind.UNRELATED;
    }

    private static boolean allowsClient(X509Certificate leaf) {
        try {
            List<String> purposes = leaf.getExtendedKeyUsage();
            return purposes == null || purposes.stream().anyMatch(CLIENT_PURPOSES::contains);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    private static IdentityFault fault(Kind kind, int position, X509Certificate certificate) {
        return new IdentityFault(
                kind, position, certificate.getSubjectX500Principal().getName());
    }
}
