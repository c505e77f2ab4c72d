package dev.gangway.pki.bouncycastle;

import dev.gangway.pki.Keys;
import dev.gangway.pki.Pem;
import dev.gangway.secret.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfoBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/** The forms in which a private key can be written to a PEM file, beside plain PKCS#8. */
final class KeyForms {
    /** What OWASP asks for PBKDF2 with HMAC-SHA-256. */
    static final int ITERATIONS = 600_000;

    private KeyForms() {}

    /** SEC1 for EC, PKCS#1 for RSA; Ed25519 has no other form than PKCS#8. */
    static Secret traditional(PrivateKey key) {
        return Keys.pkcs8(key).withBytes(der -> {
            try {
                PrivateKeyInfo info = PrivateKeyInfo.getInstance(der);
                AlgorithmIdentifier algorithm = info.getPrivateKeyAlgorithm();
                if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
                    return Pem.secretBlock(
                            "RSA PRIVATE KEY",
                            info.parsePrivateKey().toASN1Primitive().getEncoded());
                }
                return algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                        ? Pem.secretBlock("EC PRIVATE KEY", sec1(info).getEncoded())
                        : Pem.secretBlock("PRIVATE KEY", der);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
    }

    /** SEC1 names the curve inside, because there is nothing around it that would. */
    private static ECPrivateKey sec1(PrivateKeyInfo info) throws IOException {
        ECPrivateKey inner = ECPrivateKey.getInstance(info.parsePrivateKey());
        ASN1ObjectIdentifier curve =
                ASN1ObjectIdentifier.getInstance(info.getPrivateKeyAlgorithm().getParameters());
        int order = ECNamedCurveTable.getByOID(curve).getN().bitLength();
        return new ECPrivateKey(order, inner.getKey(), inner.getPublicKey(), curve);
    }

    /** PKCS#8 under PBES2: PBKDF2 with HMAC-SHA-256, AES-256. */
    static Secret encrypted(PrivateKey key, Secret passphrase) {
        return Keys.pkcs8(key)
                .withBytes(der -> passphrase.withChars(chars -> {
                    try {
                        byte[] sealed = new PKCS8EncryptedPrivateKeyInfoBuilder(PrivateKeyInfo.getInstance(der))
                                .build(new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                                        .setProvider(Providers.BC)
                                        .setPRF(new AlgorithmIdentifier(
                                                PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE))
                                        .setIterationCount(ITERATIONS)
                                        .build(chars))
                                .getEncoded();
                        return Pem.secretBlock("ENCRYPTED PRIVATE KEY", sealed);
                    } catch (IOException | OperatorCreationException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                }));
    }
}
