package dev.gangway.pki.bouncycastle;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Names of algorithms as people know them; the object identifier where there is none. */
final class AlgorithmNames {
    private AlgorithmNames() {}

    static String of(AlgorithmIdentifier algorithm) {
        if (algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return algorithm.getParameters() instanceof ASN1ObjectIdentifier curve ? curve(curve) : "EC";
        }
        return algorithm.getAlgorithm().getId();
    }

    private static String curve(ASN1ObjectIdentifier curve) {
        String name = ECNamedCurveTable.getName(curve);
        return "EC " + (name == null ? curve.getId() : name);
    }
}
