package dev.gangway.pki;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What people want to know of a certificate beside its names and dates.
 *
 * @param key kind and size of its key, for example {@code EC 256}
 * @param usages what the key may be used for, in the words of RFC 5280
 * @param alternativeNames with their kinds, for example {@code DNS:broker.example}
 */
public record CertificateFacts(String key, List<String> usages, List<String> alternativeNames) {
    private static final List<String> KEY_USAGES = List.of(
            "digitalSignature",
            "nonRepudiation",
            "keyEncipherment",
            "dataEncipherment",
            "keyAgreement",
            "keyCertSign",
            "cRLSign",
            "encipherOnly",
            "decipherOnly");

    private static final Map<String, String> EXTENDED = Map.of(
            CertificateExtras.CLIENT_AUTH,
            "clientAuth",
            CertificateExtras.SERVER_AUTH,
            "serverAuth",
            "1.3.6.1.5.5.7.3.3",
            "codeSigning",
            "1.3.6.1.5.5.7.3.4",
            "emailProtection",
            "1.3.6.1.5.5.7.3.8",
            "timeStamping",
            "1.3.6.1.5.5.7.3.9",
            "OCSPSigning",
            "2.5.29.37.0",
            "anyExtendedKeyUsage");

    /** RFC 5280, 4.2.1.6: the numbers of the kinds of name. */
    private static final Map<Integer, String> KINDS =
            Map.of(1, "email", 2, "DNS", 4, "DN", 6, "URI", 7, "IP", 8, "RID");

    public CertificateFacts {
        usages = List.copyOf(usages);
        alternativeNames = List.copyOf(alternativeNames);
    }

    /** Those of a certificate; what is damaged is left out. */
    public static CertificateFacts of(X509Certificate certificate) {
        return new CertificateFacts(Keys.describe(certificate.getPublicKey()), usages(certificate), names(certificate));
    }

    /** The bits of keyUsage that are set, in the words of RFC 5280 (section 4.2.1.3); empty also without the extension. */
    public static List<String> keyUsages(X509Certificate certificate) {
        List<String> found = new ArrayList<>();
        boolean[] bits = certificate.getKeyUsage();
        for (int i = 0; bits != null && i < Math.min(bits.length, KEY_USAGES.size()); i++) {
            if (bits[i]) {
                found.add(KEY_USAGES.get(i));
            }
        }
        return found;
    }

    private static List<String> usages(X509Certificate certificate) {
        List<String> found = new ArrayList<>(keyUsages(certificate));
        try {
            List<String> extended = certificate.getExtendedKeyUsage();
            if (extended != null) {
                extended.forEach(oid -> found.add(EXTENDED.getOrDefault(oid, oid)));
            }
        } catch (CertificateParsingException damaged) {
            // left out
        }
        return found;
    }

    private static List<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> KINDS.containsKey(name.getFirst()))
                            .map(name -> KINDS.get(name.getFirst()) + ":" + name.get(1))
                            .toList();
        } catch (CertificateParsingException damaged) {
            return List.of();
        }
    }
}
