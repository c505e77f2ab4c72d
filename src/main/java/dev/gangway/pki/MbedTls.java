package dev.gangway.pki;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.pki.Finding.Severity;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What Mbed TLS, the library of most small devices, cannot load: its 2.28 and 3.x have no Ed25519 and no Ed448, and
 * refuse a certificate with an extension that is critical and unknown to them, as name constraints are.
 */
public final class MbedTls {
    private static final String NAME_CONSTRAINTS = "2.5.29.30";

    private MbedTls() {}

    /** What to know of a device with a key of this kind below these authorities. */
    public static List<Finding> of(KeyType key, List<X509Certificate> authorities) {
        List<Finding> found = new ArrayList<>();
        if (key == KeyType.ED25519 || key == KeyType.ED448) {
            found.add(warning(
                    Diagnosis.of(PkiCode.MBEDTLS_KEY).with("key", key == KeyType.ED25519 ? "Ed25519" : "Ed448")));
        }
        authorities.stream()
                .filter(MbedTls::hasNameConstraints)
                .findFirst()
                .ifPresent(limited -> found.add(warning(
                        Diagnosis.of(PkiCode.MBEDTLS_NAME_CONSTRAINTS).with("authority", Subjects.text(limited)))));
        return found;
    }

    /** The same for a chain that is there, its leaf first. */
    public static List<Finding> of(List<X509Certificate> chain) {
        return of(KeyType.of(chain.getFirst().getPublicKey()), chain);
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
