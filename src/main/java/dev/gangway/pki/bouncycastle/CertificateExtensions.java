package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.AuthorityLimits;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.PkiCode;
import java.io.IOException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.jspecify.annotations.Nullable;

/** What the extensions of a certificate say, by its purpose (RFC 5280, section 4.2). */
final class CertificateExtensions {
    private static final Pattern DNS_NAME = Pattern.compile(
            "(\\*\\.)?([A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

    private CertificateExtensions() {}

    static Outcome<List<Extension>> of(
            CertificateSpec spec, PublicKey subjectKey, Issuer issuer, JcaX509ExtensionUtils identifiers) {
        Optional<Diagnosis> bad = spec.extras().problem();
        if (bad.isPresent()) {
            return Outcome.failed(bad.get());
        }
        return alternativeNames(spec).map(names -> {
            List<Extension> extensions = new ArrayList<>();
            extensions.add(critical(Extension.basicConstraints, basicConstraints(spec)));
            extensions.add(critical(Extension.keyUsage, keyUsage(spec.purpose(), subjectKey)));
            KeyPurposeId[] usages = extendedKeyUsage(spec);
            if (usages.length > 0) {
                extensions.add(plain(Extension.extendedKeyUsage, new ExtendedKeyUsage(usages)));
            }
            if (spec.purpose().isAuthority() && spec.limits().hasNames()) {
                extensions.add(critical(Extension.nameConstraints, nameConstraints(spec.limits())));
            }
            names.ifPresent(found -> extensions.add(plain(Extension.subjectAlternativeName, found)));
            extensions.add(plain(Extension.subjectKeyIdentifier, identifiers.createSubjectKeyIdentifier(subjectKey)));
            extensions.add(plain(Extension.authorityKeyIdentifier, issuer.identifier()));
            spec.extras()
                    .revocationListUrl()
                    .ifPresent(url -> extensions.add(plain(Extension.cRLDistributionPoints, revocationList(url))));
            spec.extras()
                    .issuerUrl()
                    .ifPresent(url -> extensions.add(plain(Extension.authorityInfoAccess, issuerAt(url))));
            return extensions;
        });
    }

    private static Extension critical(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return extension(type, true, value);
    }

    private static Extension plain(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return extension(type, false, value);
    }

    private static Extension extension(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
        try {
            return Extension.create(type, critical, value);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static BasicConstraints basicConstraints(CertificateSpec spec) {
        Optional<Integer> pathLength = spec.limits().pathLength();
        return switch (spec.purpose()) {
            case DEVICE_CLIENT, MQTT_SERVER -> new BasicConstraints(false);
            case ROOT -> pathLength.isPresent() ? new BasicConstraints(pathLength.get()) : new BasicConstraints(true);
            case INTERMEDIATE -> new BasicConstraints(pathLength.orElse(0));
        };
    }

    /** Names that an authority may sign for (RFC 5280, 4.2.1.10). */
    private static NameConstraints nameConstraints(AuthorityLimits limits) {
        return new NameConstraints(subtrees(limits.permittedDns()), subtrees(limits.excludedDns()));
    }

    private static GeneralSubtree @Nullable [] subtrees(List<String> names) {
        return names.isEmpty()
                ? null
                : names.stream()
                        .map(name -> new GeneralSubtree(new GeneralName(GeneralName.dNSName, name)))
                        .toArray(GeneralSubtree[]::new);
    }

    /** A server with an RSA key may also be asked to decrypt: key exchange of TLS 1.2 without Diffie-Hellman. */
    private static KeyUsage keyUsage(Purpose purpose, PublicKey key) {
        boolean rsa = key.getAlgorithm().equals("RSA");
        return switch (purpose) {
            case DEVICE_CLIENT -> new KeyUsage(KeyUsage.digitalSignature);
            case MQTT_SERVER -> new KeyUsage(KeyUsage.digitalSignature | (rsa ? KeyUsage.keyEncipherment : 0));
            case ROOT, INTERMEDIATE -> new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
        };
    }

    /** What the purpose needs, then what was asked for beside that; none on an authority. */
    private static KeyPurposeId[] extendedKeyUsage(CertificateSpec spec) {
        Stream<KeyPurposeId> needed = switch (spec.purpose()) {
            case DEVICE_CLIENT -> Stream.of(KeyPurposeId.id_kp_clientAuth);
            case MQTT_SERVER -> Stream.of(KeyPurposeId.id_kp_serverAuth);
            case ROOT, INTERMEDIATE -> Stream.empty();
        };
        Stream<KeyPurposeId> wanted =
                spec.extras().moreUsages().stream().map(oid -> KeyPurposeId.getInstance(new ASN1ObjectIdentifier(oid)));
        return Stream.concat(needed, wanted).distinct().toArray(KeyPurposeId[]::new);
    }

    private static CRLDistPoint revocationList(String url) {
        return new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(new DistributionPointName(new GeneralNames(uri(url))), null, null)
        });
    }

    private static AuthorityInformationAccess issuerAt(String url) {
        return new AuthorityInformationAccess(AccessDescription.id_ad_caIssuers, uri(url));
    }

    private static GeneralName uri(String text) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, text);
    }

    /** Empty where the specification names none. */
    private static Outcome<Optional<GeneralNames>> alternativeNames(CertificateSpec spec) {
        List<GeneralName> names = new ArrayList<>();
        for (String dns : spec.dnsNames()) {
            if (dns.length() > 253 || !DNS_NAME.matcher(dns).matches()) {
                return bad(dns);
            }
            names.add(new GeneralName(GeneralName.dNSName, dns));
        }
        for (String address : spec.ipAddresses()) {
            try {
                names.add(new GeneralName(GeneralName.iPAddress, address));
            } catch (IllegalArgumentException notAnAddress) {
                return bad(address);
            }
        }
        spec.otherNames().forEach(other -> names.add(OtherNames.generalName(other)));
        for (String uri : spec.extras().uris()) {
            names.add(uri(uri));
        }
        return Outcome.ok(
                names.isEmpty() ? Optional.empty() : Optional.of(new GeneralNames(names.toArray(GeneralName[]::new))));
    }

    private static Outcome<Optional<GeneralNames>> bad(String name) {
        return Diagnosis.of(PkiCode.ALTERNATIVE_NAME)
                .with("name", name)
                .evidence(Evidence.inField("alternativeNames", "pki.name", "name", name))
                .remedy("pki.write-alternative-name")
                .failed();
    }
}
