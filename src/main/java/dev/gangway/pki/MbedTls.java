package dev.gangway.pki;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.pki.Finding.Severity;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What Mbed TLS, the library of most small devices, cannot load: its 2.28 and 3.x have no Ed25519, no Ed448 and
 * no keys bound to RSA-PSS (they know that only as a signature), and
 * refuse a certificate with an extension that is critical and unknown to them, as name constraints are.
 */
public final class MbedTls {
    private static final String NAME_CONSTRAINTS = "2.5.29.30";

    private MbedTls() {}

    /** What to know of a device with a key of this kind below these authorities. */
    public static List<Finding> of(KeyType key, List<X509Certificate> authorities) {
        return switch (key) {
            case ED25519 -> of(Optional.of("Ed25519"), authorities);
            case ED448 -> of(Optional.of("Ed448"), authorities);
            default -> of(Optional.empty(), authorities);
        };
    }

    private static List<Finding> of(Optional<String> unknownKey, List<X509Certificate> authorities) {
        List<Finding> found = new ArrayList<>();
        unknownKey.ifPresent(
                key -> found.add(warning(Diagnosis.of(PkiCode.MBEDTLS_KEY).with("key", key))));
        authorities.stream()
                .filter(MbedTls::hasNameConstraints)
                .findFirst()
                .ifPresent(limited -> found.add(warning(
                        Diagnosis.of(PkiCode.MBEDTLS_NAME_CONSTRAINTS).with("authority", Subjects.text(limited)))));
        return found;
    }

    /** The same for a chain that is there, its leaf first. */
    public static List<Finding> of(List<X509Certificate> chain) {
        PublicKey leaf = chain.getFirst().getPublicKey();
        return Keys.isBoundToPss(leaf) ? of(Optional.of("RSA-PSS"), chain) : of(KeyType.of(leaf), chain);
    }

    private static boolean hasNameConstraints(X509Certificate certificate) {
        Set<String> critical = certificate.getCriticalExtensionOIDs();
        return critical != null && critical.contains(NAME_CONSTRAINTS);
    }

    private static Finding warning(Diagnosis.Builder diagnosis) {
        return new Finding(
                Severity.WARNING, diagnosis.remedy("pki.mbedtls-common-key").build());
    }
}
