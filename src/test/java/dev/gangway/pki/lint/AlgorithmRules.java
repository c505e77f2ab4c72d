package dev.gangway.pki.lint;

import java.security.PublicKey;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Null;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** The signature's algorithm: said twice and the same, with parameters as its own RFC wants them, and strong. */
final class AlgorithmRules {
    private static final Set<String> RSA = Set.of(
            PKCSObjectIdentifiers.sha256WithRSAEncryption.getId(),
            PKCSObjectIdentifiers.sha384WithRSAEncryption.getId(),
            PKCSObjectIdentifiers.sha512WithRSAEncryption.getId());
    private static final Set<String> WITHOUT_PARAMETERS = Set.of(
            X9ObjectIdentifiers.ecdsa_with_SHA256.getId(),
            X9ObjectIdentifiers.ecdsa_with_SHA384.getId(),
            X9ObjectIdentifiers.ecdsa_with_SHA512.getId(),
            EdECObjectIdentifiers.id_Ed25519.getId());

    private AlgorithmRules() {}

    static void check(Certificate certificate, PublicKey issuerKey, List<String> wrong) {
        AlgorithmIdentifier outer = certificate.getSignatureAlgorithm();
        AlgorithmIdentifier inner = certificate.getTBSCertificate().getSignature();
        if (!outer.equals(inner)) {
            wrong.add("the two signature algorithms differ");
        }
        ASN1Encodable parameters = outer.getParameters();
        String oid = outer.getAlgorithm().getId();
        if (RSA.contains(oid)) {
            if (!(parameters instanceof ASN1Null)) {
                wrong.add("an RSA signature lacks its NULL parameters (RFC 4055, 5)");
            }
        } else if (WITHOUT_PARAMETERS.contains(oid)) {
            if (parameters != null) {
                wrong.add("the signature has parameters that it must not have (RFC 5758, 3.2; RFC 8410, 3)");
            }
        } else {
            wrong.add("signed with " + oid);
        }
        if (issuerKey.getAlgorithm().equals("RSA") != RSA.contains(oid)) {
            wrong.add("the signature is not of the issuer's kind of key");
        }
    }
}
