package dev.gangway.pki.bouncycastle;

import dev.gangway.pki.Identity;
import dev.gangway.pki.Keys;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Who signs.
 *
 * @param name its subject, exactly as encoded in its own certificate
 * @param identifier its subject key identifier as its own certificate states it: chains are built by that
 */
record Issuer(X500Name name, PublicKey key, PrivateKey signingKey, AuthorityKeyIdentifier identifier) {
    /** A certificate's own key. */
    static Issuer itself(X500Name subject, KeyPair keys, JcaX509ExtensionUtils identifiers) {
        return new Issuer(
                subject,
                keys.getPublic(),
                keys.getPrivate(),
                identifiers.createAuthorityKeyIdentifier(keys.getPublic()));
    }

    static Issuer authority(Identity authority, JcaX509ExtensionUtils identifiers) {
        X509Certificate certificate = authority.leaf();
        byte[] stated = certificate.getExtensionValue(Extension.subjectKeyIdentifier.getId());
        AuthorityKeyIdentifier identifier = stated == null
                ? identifiers.createAuthorityKeyIdentifier(certificate.getPublicKey())
                : new AuthorityKeyIdentifier(SubjectKeyIdentifier.getInstance(
                                ASN1OctetString.getInstance(stated).getOctets())
                        .getKeyIdentifier());
        return new Issuer(
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()),
                certificate.getPublicKey(),
                authority.key(),
                identifier);
    }

    ContentSigner signer() {
        return Signing.signer(signingKey, key);
    }

    /**
     * Signs with the JDK's own providers, so that keys in hardware work as well; by PSS with Bouncy Castle, which names it
     * otherwise, and with {@link SoftwareP256} where it can.
     */
    static final class Signing {
        private static final SecureRandom RANDOM = new SecureRandom();

        private Signing() {}

        static ContentSigner signer(PrivateKey key, PublicKey of) {
            String algorithm = Keys.signatureAlgorithm(of);
            Optional<SoftwareP256> quick = SoftwareP256.of(key).filter(ours -> SoftwareP256.isOn(of));
            if (quick.isPresent()) {
                return signer(quick.get(), algorithm);
            }
            try {
                return Keys.signatureParameters(of)
                        .map(pss -> new JcaContentSignerBuilder(algorithm, pss).setProvider(Providers.BC))
                        .orElseGet(() -> new JcaContentSignerBuilder(algorithm))
                        .build(key);
            } catch (OperatorCreationException unusable) {
                throw new IllegalArgumentException("cannot sign with a key of type " + of.getAlgorithm(), unusable);
            }
        }

        /** By ECDSA over SHA-256. */
        private static ContentSigner signer(SoftwareP256 key, String algorithm) {
            MessageDigest hash = sha256();
            return new ContentSigner() {
                @Override
                public AlgorithmIdentifier getAlgorithmIdentifier() {
                    return new DefaultSignatureAlgorithmIdentifierFinder().find(algorithm);
                }

                @Override
                public OutputStream getOutputStream() {
                    return new DigestOutputStream(OutputStream.nullOutputStream(), hash);
                }

                @Override
                public byte[] getSignature() {
                    return key.sign(hash.digest(), RANDOM);
                }
            };
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every JDK has SHA-256", impossible);
            }
        }
    }
}
