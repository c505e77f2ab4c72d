package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.OwnBug;
import dev.gangway.pki.Keys;
import dev.gangway.pki.importing.Haul.FoundKey;
import java.io.IOException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** Computes the public half of a private key. */
final class PublicKeys {
    private PublicKeys() {}

    /**
     * The key with its public half, made by the JDK's providers. Fails where its numbers do not make a key.
     *
     * @param line where it began in the file, 0 where that has no lines
     */
    static Outcome<FoundKey> pair(String file, int line, PrivateKey key) {
        try {
            PrivateKeyInfo stated = PrivateKeyInfo.getInstance(key.getEncoded());
            SubjectPublicKeyInfo info =
                    SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(half(PrivateKeyFactory.createKey(stated)));
            if (stated.getPrivateKeyAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
                // its numbers are those of any RSA key; what it is bound to stands beside them (RFC 4055, section 1.2)
                info = new SubjectPublicKeyInfo(stated.getPrivateKeyAlgorithm(), info.parsePublicKey());
            }
            return Outcome.ok(new FoundKey(
                    key,
                    KeyFactory.getInstance(key.getAlgorithm())
                            .generatePublic(new X509EncodedKeySpec(info.getEncoded()))));
        } catch (IOException | InvalidKeySpecException | RuntimeException damaged) {
            OwnBug.passOn(damaged);
            return PrivateKeys.damaged(file, line);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether it is of a kind and on a curve that the JDK's providers can use. */
    static boolean isKnown(PublicKey key) {
        return switch (key) {
            case ECPublicKey ec -> Keys.isOnCommonCurve(ec);
            case RSAPublicKey rsa -> true;
            case EdECPublicKey edwards -> true;
            case DSAPublicKey weak -> true;
            default -> false;
        };
    }

    /** Whether one of the JDK's providers can use it; DSA is read, to be called weak. */
    static boolean isKnown(SubjectPublicKeyInfo key) throws IOException {
        X509EncodedKeySpec spec = new X509EncodedKeySpec(key.getEncoded());
        for (String algorithm : List.of("EC", "RSA", "EdDSA", "RSASSA-PSS", "DSA")) {
            try {
                return isKnown(KeyFactory.getInstance(algorithm).generatePublic(spec));
            } catch (InvalidKeySpecException otherKind) {
                // the next one
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return false;
    }

    private static AsymmetricKeyParameter half(AsymmetricKeyParameter key) {
        return switch (key) {
            case ECPrivateKeyParameters ec ->
                new ECPublicKeyParameters(
                        new FixedPointCombMultiplier() // keeps a table of the generator, as its own does not
                                .multiply(ec.getParameters().getG(), ec.getD())
                                .normalize(),
                        ec.getParameters());
            case RSAPrivateCrtKeyParameters rsa ->
                new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent());
            case Ed25519PrivateKeyParameters edwards -> edwards.generatePublicKey();
            case Ed448PrivateKeyParameters edwards -> edwards.generatePublicKey();
            default ->
                throw new IllegalArgumentException(
                        "no public half for " + key.getClass().getSimpleName());
        };
    }
}
