package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.OwnBug;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Names of algorithms as people know them; the object identifier where there is none. */
final class AlgorithmNames {
    private static final Map<ASN1ObjectIdentifier, String> CIPHERS = Map.ofEntries(
            Map.entry(PKCSObjectIdentifiers.pbeWithMD2AndDES_CBC, "PBES1, MD2, DES"),
            Map.entry(PKCSObjectIdentifiers.pbeWithMD2AndRC2_CBC, "PBES1, MD2, RC2"),
            Map.entry(PKCSObjectIdentifiers.pbeWithMD5AndDES_CBC, "PBES1, MD5, DES"),
            Map.entry(PKCSObjectIdentifiers.pbeWithMD5AndRC2_CBC, "PBES1, MD5, RC2"),
            Map.entry(PKCSObjectIdentifiers.pbeWithSHA1AndDES_CBC, "PBES1, SHA-1, DES"),
            Map.entry(PKCSObjectIdentifiers.pbeWithSHA1AndRC2_CBC, "PBES1, SHA-1, RC2"),
            Map.entry(PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC4, "PKCS#12, SHA-1, RC4-128"),
            Map.entry(PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC4, "PKCS#12, SHA-1, RC4-40"),
            Map.entry(PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC, "PKCS#12, SHA-1, 3DES"),
            Map.entry(PKCSObjectIdentifiers.pbeWithSHAAnd2_KeyTripleDES_CBC, "PKCS#12, SHA-1, 3DES"),
            Map.entry(PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC2_CBC, "PKCS#12, SHA-1, RC2-128"),
            Map.entry(PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC, "PKCS#12, SHA-1, RC2-40"),
            Map.entry(PKCSObjectIdentifiers.des_EDE3_CBC, "3DES"),
            Map.entry(NISTObjectIdentifiers.id_aes128_CBC, "AES-128"),
            Map.entry(NISTObjectIdentifiers.id_aes192_CBC, "AES-192"),
            Map.entry(NISTObjectIdentifiers.id_aes256_CBC, "AES-256"));

    private static final Map<ASN1ObjectIdentifier, String> KEYS = Map.ofEntries(
            Map.entry(PKCSObjectIdentifiers.rsaEncryption, "RSA"),
            Map.entry(PKCSObjectIdentifiers.id_RSASSA_PSS, "RSASSA-PSS"),
            Map.entry(X9ObjectIdentifiers.id_dsa, "DSA"),
            Map.entry(OIWObjectIdentifiers.dsaWithSHA1, "DSA"),
            Map.entry(PKCSObjectIdentifiers.dhKeyAgreement, "Diffie-Hellman"),
            Map.entry(EdECObjectIdentifiers.id_X25519, "X25519"),
            Map.entry(EdECObjectIdentifiers.id_X448, "X448"),
            Map.entry(EdECObjectIdentifiers.id_Ed25519, "Ed25519"),
            Map.entry(EdECObjectIdentifiers.id_Ed448, "Ed448"),
            Map.entry(NISTObjectIdentifiers.id_ml_dsa_44, "ML-DSA-44"),
            Map.entry(NISTObjectIdentifiers.id_ml_dsa_65, "ML-DSA-65"),
            Map.entry(NISTObjectIdentifiers.id_ml_dsa_87, "ML-DSA-87"));

    private AlgorithmNames() {}

    static String of(AlgorithmIdentifier algorithm) {
        if (algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return algorithm.getParameters() instanceof ASN1ObjectIdentifier curve
                    ? curve(curve)
                    : "EC, explicit parameters"
                            + commonCurve(algorithm).map(name -> " of " + name).orElse("");
        }
        return KEYS.getOrDefault(
                algorithm.getAlgorithm(), algorithm.getAlgorithm().getId());
    }

    /** Whether the parameters spell out a curve of NIST that has a name as well (RFC 5480 forbids to spell it out). */
    static boolean isExplicitCommonCurve(AlgorithmIdentifier algorithm) {
        return commonCurve(algorithm).isPresent();
    }

    private static Optional<String> commonCurve(AlgorithmIdentifier algorithm) {
        if (!algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                || !(algorithm.getParameters() instanceof ASN1Sequence explicit)) {
            return Optional.empty();
        }
        try {
            X9ECParameters stated = X9ECParameters.getInstance(explicit);
            return Stream.of("P-256", "P-384", "P-521")
                    .filter(name -> {
                        X9ECParameters named = ECNamedCurveTable.getByName(name);
                        return named.getN().equals(stated.getN())
                                && named.getCurve().equals(stated.getCurve());
                    })
                    .findFirst();
        } catch (RuntimeException malformed) {
            OwnBug.passOn(malformed);
            return Optional.empty();
        }
    }

    static String cipher(ASN1ObjectIdentifier cipher) {
        return CIPHERS.getOrDefault(cipher, cipher.getId());
    }

    private static String curve(ASN1ObjectIdentifier curve) {
        if (curve.equals(GMObjectIdentifiers.sm2p256v1)) {
            return "SM2";
        }
        String name = ECNamedCurveTable.getName(curve);
        return "EC " + (name == null ? curve.getId() : name);
    }
}
