package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.pki.AuthorityLimits;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Subjects;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.jspecify.annotations.Nullable;

/** The host names that an authority may sign for (RFC 5280, section 4.2.1.10). */
final class NameLimits {
    private NameLimits() {}

    static AuthorityLimits of(X509Certificate authority) {
        // -1: no authority; Integer.MAX_VALUE: no limit.
        int stated = authority.getBasicConstraints();
        Optional<Integer> pathLength =
                stated < 0 || stated == Integer.MAX_VALUE ? Optional.empty() : Optional.of(stated);
        byte[] extension = authority.getExtensionValue(Extension.nameConstraints.getId());
        if (extension == null) {
            return new AuthorityLimits(pathLength, List.of(), List.of());
        }
        NameConstraints names = NameConstraints.getInstance(
                ASN1OctetString.getInstance(extension).getOctets());
        return new AuthorityLimits(pathLength, hosts(names.getPermittedSubtrees()), hosts(names.getExcludedSubtrees()));
    }

    /** The first name that one of the authorities may not sign for. */
    static Optional<Diagnosis> refusedName(CertificateSpec spec, List<X509Certificate> authorities) {
        for (X509Certificate authority : authorities) {
            AuthorityLimits limits = of(authority);
            Optional<String> refused = spec.dnsNames().stream()
                    .filter(name -> !isPermitted(name.toLowerCase(Locale.ROOT), limits))
                    .findFirst();
            if (refused.isPresent()) {
                return Optional.of(Diagnosis.of(PkiCode.NAME_NOT_PERMITTED)
                        .with("name", refused.get())
                        .with("authority", Subjects.text(authority))
                        .fact(
                                "pki.permitted-names",
                                "permitted",
                                String.join(", ", limits.permittedDns()),
                                "excluded",
                                String.join(", ", limits.excludedDns()))
                        .remedy("pki.choose-permitted-name")
                        .build());
            }
        }
        return Optional.empty();
    }

    private static boolean isPermitted(String name, AuthorityLimits limits) {
        return (limits.permittedDns().isEmpty() || isBelowAny(name, limits.permittedDns()))
                && !isBelowAny(name, limits.excludedDns());
    }

    private static boolean isBelowAny(String name, List<String> domains) {
        return domains.stream()
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .anyMatch(domain -> domain.isEmpty()
                        || name.equals(domain)
                        || name.endsWith(domain.startsWith(".") ? domain : "." + domain));
    }

    private static List<String> hosts(GeneralSubtree @Nullable [] subtrees) {
        return subtrees == null
                ? List.of()
                : Arrays.stream(subtrees)
                        .map(GeneralSubtree::getBase)
                        .filter(base -> base.getTagNo() == GeneralName.dNSName)
                        .map(base -> base.getName().toString())
                        .toList();
    }
}
