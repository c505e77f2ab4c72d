package dev.gangway.pki.lint;

import static dev.gangway.pki.lint.CertificateLint.extension;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/** Extensions: present, critical and consistent as RFC 5280, 4.2, wants them. */
final class ExtensionRules {
    private static final Set<ASN1ObjectIdentifier> CRITICAL =
            Set.of(Extension.basicConstraints, Extension.keyUsage, Extension.nameConstraints);
    private static final Set<ASN1ObjectIdentifier> NOT_CRITICAL = Set.of(
            Extension.subjectKeyIdentifier,
            Extension.authorityKeyIdentifier,
            Extension.cRLDistributionPoints,
            Extension.authorityInfoAccess,
            Extension.extendedKeyUsage);

    private ExtensionRules() {}

    static void check(Certificate certificate, Certificate issuer, List<String> wrong) {
        ASN1Sequence all = ASN1Sequence.getInstance(
                certificate.getTBSCertificate().getExtensions().toASN1Primitive());
        Set<ASN1ObjectIdentifier> seen = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            Extension each = Extension.getInstance(all.getObjectAt(i));
            if (!seen.add(each.getExtnId())) {
                wrong.add(each.getExtnId() + " stands there twice");
            }
            if (CRITICAL.contains(each.getExtnId()) && !each.isCritical()) {
                wrong.add(each.getExtnId() + " is not critical");
            }
            if (NOT_CRITICAL.contains(each.getExtnId()) && each.isCritical()) {
                wrong.add(each.getExtnId() + " is critical");
            }
        }
        usage(certificate, wrong);
        identifiers(certificate, issuer, wrong);
        names(certificate, wrong);
    }

    private static void usage(Certificate certificate, List<String> wrong) {
        Optional<BasicConstraints> constraints = extension(certificate, Extension.basicConstraints)
                .map(found -> BasicConstraints.getInstance(found.getParsedValue()));
        Optional<KeyUsage> usage =
                extension(certificate, Extension.keyUsage).map(found -> KeyUsage.getInstance(found.getParsedValue()));
        if (constraints.isEmpty() || usage.isEmpty()) {
            wrong.add("basic constraints or key usage is missing");
            return;
        }
        boolean authority = constraints.get().isCA();
        if (!authority && constraints.get().getPathLenConstraint() != null) {
            wrong.add("a path length without an authority");
        }
        if (usage.get().hasUsages(KeyUsage.keyCertSign) != authority) {
            wrong.add("keyCertSign and basic constraints disagree");
        }
        if (authority && !usage.get().hasUsages(KeyUsage.cRLSign)) {
            wrong.add("an authority that cannot sign revocation lists");
        }
        if (!authority && extension(certificate, Extension.nameConstraints).isPresent()) {
            wrong.add("name constraints without an authority");
        }
        extension(certificate, Extension.extendedKeyUsage)
                .map(found -> ExtendedKeyUsage.getInstance(found.getParsedValue()))
                .ifPresentOrElse(extended -> extended(extended, usage.get(), authority, wrong), () -> {
                    if (!authority) {
                        wrong.add("an end entity without extended key usage");
                    }
                });
    }

    private static void extended(ExtendedKeyUsage extended, KeyUsage usage, boolean authority, List<String> wrong) {
        boolean tls = extended.hasKeyPurposeId(KeyPurposeId.id_kp_clientAuth)
                || extended.hasKeyPurposeId(KeyPurposeId.id_kp_serverAuth);
        if (!authority && tls && !usage.hasUsages(KeyUsage.digitalSignature)) {
            wrong.add("TLS without digitalSignature (RFC 5280, 4.2.1.12)");
        }
        if (extended.hasKeyPurposeId(KeyPurposeId.anyExtendedKeyUsage)) {
            wrong.add("any extended key usage");
        }
        if (Set.of(extended.getUsages()).size() != extended.size()) {
            wrong.add("an extended key usage twice");
        }
    }

    private static void identifiers(Certificate certificate, Certificate issuer, List<String> wrong) {
        byte[] own = subjectKey(certificate);
        byte[] above = subjectKey(issuer);
        byte[] stated = extension(certificate, Extension.authorityKeyIdentifier)
                .map(found -> AuthorityKeyIdentifier.getInstance(found.getParsedValue())
                        .getKeyIdentifierOctets())
                .orElse(new byte[0]);
        if (own.length == 0 || stated.length == 0) {
            wrong.add("a key identifier is missing");
        }
        if (!Arrays.equals(stated, above)) {
            wrong.add("the authority key identifier is not the issuer's subject key identifier");
        }
        if (!certificate.getIssuer().equals(issuer.getSubject())) {
            wrong.add("the issuer's name is not the issuer's subject");
        }
    }

    private static byte[] subjectKey(Certificate certificate) {
        return extension(certificate, Extension.subjectKeyIdentifier)
                .map(found ->
                        SubjectKeyIdentifier.getInstance(found.getParsedValue()).getKeyIdentifier())
                .orElse(new byte[0]);
    }

    private static void names(Certificate certificate, List<String> wrong) {
        Optional<Extension> found = extension(certificate, Extension.subjectAlternativeName);
        boolean server = extension(certificate, Extension.extendedKeyUsage)
                .map(extended -> ExtendedKeyUsage.getInstance(extended.getParsedValue()))
                .filter(extended -> extended.hasKeyPurposeId(KeyPurposeId.id_kp_serverAuth))
                .isPresent();
        if (found.isEmpty()) {
            if (server) {
                wrong.add("a server without alternative name");
            }
            return;
        }
        if (found.get().isCritical() && certificate.getSubject().size() > 0) {
            wrong.add("a critical alternative name beside a subject");
        }
        GeneralName[] names =
                GeneralNames.getInstance(found.get().getParsedValue()).getNames();
        if (names.length == 0) {
            wrong.add("alternative names without any");
        }
        if (Set.copyOf(Arrays.asList(names)).size() != names.length) {
            wrong.add("an alternative name twice");
        }
        for (GeneralName name : names) {
            if (name.getTagNo() == GeneralName.dNSName
                    && !name.getName().toString().matches("(\\*\\.)?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")) {
                wrong.add("a DNS name that is none: " + name.getName());
            }
        }
    }
}
