package dev.gangway.pki.bouncycastle;

import dev.gangway.pki.AlternativeNames;
import dev.gangway.pki.AuthorityLimits;
import dev.gangway.pki.CertificateExtras;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.path.Issuance;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** Reads out of a certificate what it was made from. */
final class Specs {
    private Specs() {}

    static CertificateSpec of(X509Certificate certificate) {
        List<String> usages = usages(certificate);
        Purpose purpose = purpose(certificate, usages);
        String own = purpose == Purpose.MQTT_SERVER ? CertificateExtras.SERVER_AUTH : CertificateExtras.CLIENT_AUTH;
        return new CertificateSpec(
                certificate.getSubjectX500Principal().getName(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                purpose,
                names(certificate, GeneralName.dNSName),
                names(certificate, GeneralName.iPAddress),
                purpose.isAuthority() ? NameLimits.of(certificate) : AuthorityLimits.NONE,
                new CertificateExtras(
                        names(certificate, GeneralName.uniformResourceIdentifier),
                        usages.stream()
                                .filter(usage -> purpose.isAuthority() || !usage.equals(own))
                                .toList(),
                        parsed(certificate, Extension.cRLDistributionPoints, Specs::revocationList),
                        parsed(certificate, Extension.authorityInfoAccess, Specs::issuer)),
                AlternativeNames.others(certificate));
    }

    private static Purpose purpose(X509Certificate certificate, List<String> usages) {
        if (certificate.getBasicConstraints() >= 0) {
            return Issuance.isSelfSigned(certificate) ? Purpose.ROOT : Purpose.INTERMEDIATE;
        }
        boolean server =
                usages.contains(CertificateExtras.SERVER_AUTH) && !usages.contains(CertificateExtras.CLIENT_AUTH);
        return server ? Purpose.MQTT_SERVER : Purpose.DEVICE_CLIENT;
    }

    private static List<String> usages(X509Certificate certificate) {
        try {
            List<String> usages = certificate.getExtendedKeyUsage();
            return usages == null ? List.of() : usages;
        } catch (CertificateParsingException damaged) {
            return List.of();
        }
    }

    private static List<String> names(X509Certificate certificate, int kind) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> name.getFirst().equals(kind))
                            .map(name -> String.valueOf(name.get(1)))
                            .toList();
        } catch (CertificateParsingException damaged) {
            return List.of();
        }
    }

    /** Empty also where the extension is damaged or says it in a way that we never write. */
    private static Optional<String> parsed(
            X509Certificate certificate, ASN1ObjectIdentifier type, Function<Object, Optional<String>> read) {
        byte[] extension = certificate.getExtensionValue(type.getId());
        if (extension == null) {
            return Optional.empty();
        }
        try {
            return read.apply(ASN1OctetString.getInstance(extension).getOctets());
        } catch (IllegalArgumentException | IllegalStateException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<String> revocationList(Object extension) {
        return Arrays.stream(CRLDistPoint.getInstance(extension).getDistributionPoints())
                .map(DistributionPoint::getDistributionPoint)
                .filter(point -> point != null && point.getType() == DistributionPointName.FULL_NAME)
                .flatMap(point ->
                        Stream.of(GeneralNames.getInstance(point.getName()).getNames()))
                .flatMap(name -> uri(name).stream())
                .findFirst();
    }

    private static Optional<String> issuer(Object extension) {
        return Arrays.stream(AuthorityInformationAccess.getInstance(extension).getAccessDescriptions())
                .filter(each -> each.getAccessMethod().equals(AccessDescription.id_ad_caIssuers))
                .flatMap(each -> uri(each.getAccessLocation()).stream())
                .findFirst();
    }

    private static Optional<String> uri(GeneralName name) {
        return name.getTagNo() == GeneralName.uniformResourceIdentifier
                ? Optional.of(name.getName().toString())
                : Optional.empty();
    }
}
