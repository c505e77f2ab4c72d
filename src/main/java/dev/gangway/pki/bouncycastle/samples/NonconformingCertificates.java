package dev.gangway.pki.bouncycastle.samples;

import dev.gangway.pki.Identity;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v1CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates as no careful authority makes them: for samples and for tests, never for devices. */
final class NonconformingCertificates {
    private final Instant from;
    private final Instant to;

    /** All of them are valid in this time. */
    NonconformingCertificates(Instant from, Instant to) {
        this.from = from;
        this.to = to;
    }

    /** Version 1, without any extension, as {@code openssl x509 -req} makes them when it is told nothing. */
    X509Certificate version1(String subject, PublicKey key, Identity issuer) {
        return signed(new JcaX509v1CertificateBuilder(
                        name(issuer.leaf()), serial(), Date.from(from), Date.from(to), new X500Name(subject), key)
                .build(signer("SHA256withECDSA", issuer)));
    }

    /** A key usage without digitalSignature. */
    X509Certificate forAgreementOnly(String subject, PublicKey key, Identity issuer) {
        try {
            X509v3CertificateBuilder builder = plain(subject, key, issuer);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyAgreement));
            return signed(builder.build(signer("SHA256withECDSA", issuer)));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Signed with SHA-1. */
    X509Certificate withSha1(String subject, KeyPair keys) {
        X500Name name = new X500Name(subject);
        return signed(
                new JcaX509v3CertificateBuilder(name, serial(), Date.from(from), Date.from(to), name, keys.getPublic())
                        .build(signer("SHA1withRSA", keys.getPrivate())));
    }

    /** An RSA key of any length. */
    static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private X509v3CertificateBuilder plain(String subject, PublicKey key, Identity issuer) {
        return new JcaX509v3CertificateBuilder(
                name(issuer.leaf()), serial(), Date.from(from), Date.from(to), new X500Name(subject), key);
    }

    private static X500Name name(X509Certificate certificate) {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    private static BigInteger serial() {
        return new BigInteger(120, new SecureRandom()).setBit(119);
    }

    private static ContentSigner signer(String algorithm, Identity issuer) {
        return signer(algorithm, issuer.key());
    }

    private static ContentSigner signer(String algorithm, PrivateKey key) {
        try {
            return new JcaContentSignerBuilder(algorithm).build(key);
        } catch (OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static X509Certificate signed(X509CertificateHolder holder) {
        try {
            return new JcaX509CertificateConverter().getCertificate(holder);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
