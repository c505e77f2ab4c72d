package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.CertificateMaker;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Keys;
import dev.gangway.pki.PkiCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/**
 * Makes certificates with Bouncy Castle, and keys with the JDK's own providers but for P-256. Certificates follow
 * RFC 5280: version 3, random serial numbers of 128 bits, validity in whole seconds.
 */
public final class BouncyCastleMaker implements CertificateMaker {
    private final SecureRandom random = new SecureRandom();

    @Override
    public KeyPair newKey(KeyType type) {
        return switch (type) {
            case EC_P256 -> known(SoftwareP256.generate(Keys.P256, random));
            case EC_P384 -> newKey("EC", new ECGenParameterSpec("secp384r1"));
            case EC_P521 -> newKey("EC", new ECGenParameterSpec("secp521r1"));
            case RSA_2048 -> newKey("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
            case RSA_3072 -> newKey("RSA", new RSAKeyGenParameterSpec(3072, RSAKeyGenParameterSpec.F4));
            case RSA_4096 -> newKey("RSA", new RSAKeyGenParameterSpec(4096, RSAKeyGenParameterSpec.F4));
            case ED25519 -> newKey("Ed25519", NamedParameterSpec.ED25519);
            case ED448 -> newKey("Ed448", NamedParameterSpec.ED448);
        };
    }

    private KeyPair newKey(String algorithm, AlgorithmParameterSpec parameters) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(parameters, random);
            return known(generator.generateKeyPair());
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair known(KeyPair pair) {
        Keys.generated(pair);
        return pair;
    }

    @Override
    public Outcome<X509Certificate> selfSigned(KeyPair keys, CertificateSpec spec) {
        return SubjectNames.parse(spec.subject())
                .then(subject -> make(subject, keys.getPublic(), spec, Issuer.itself(subject, keys, identifiers())));
    }

    @Override
    public Outcome<X509Certificate> issue(PublicKey subjectKey, CertificateSpec spec, Identity authority) {
        return refusal(spec, authority.chain())
                .<Outcome<X509Certificate>>map(Outcome::failed)
                .orElseGet(() -> SubjectNames.parse(spec.subject())
                        .then(subject -> make(subject, subjectKey, spec, Issuer.authority(authority, identifiers()))));
    }

    @Override
    public Optional<Diagnosis> refusal(CertificateSpec spec, List<X509Certificate> authorities) {
        X509Certificate issuer = authorities.getFirst();
        return IssuingLimits.mayIssue(issuer, spec)
                .or(() -> refusedDates(spec.notAfter(), issuer))
                .or(() -> NameLimits.refusedName(spec, authorities));
    }

    @Override
    public CertificateSpec specOf(X509Certificate certificate) {
        return Specs.of(certificate);
    }

    private static Optional<Diagnosis> refusedDates(Instant notAfter, X509Certificate issuer) {
        Instant end = issuer.getNotAfter().toInstant();
        return notAfter.truncatedTo(ChronoUnit.SECONDS).isAfter(end)
                ? Optional.of(Diagnosis.of(PkiCode.VALIDITY_BEYOND_AUTHORITY)
                        .with("notAfter", notAfter)
                        .with("authorityEnd", end)
                        .fact("pki.authority-end", "date", end)
                        .remedy("pki.shorten-validity", "date", end)
                        .build())
                : Optional.empty();
    }

    private Outcome<X509Certificate> make(X500Name subject, PublicKey subjectKey, CertificateSpec spec, Issuer issuer) {
        Instant from = spec.notBefore().truncatedTo(ChronoUnit.SECONDS);
        Instant to = spec.notAfter().truncatedTo(ChronoUnit.SECONDS);
        if (!to.isAfter(from)) {
            return Diagnosis.of(PkiCode.VALIDITY_REVERSED)
                    .with("notBefore", from)
                    .with("notAfter", to)
                    .remedy("pki.order-dates")
                    .failed();
        }
        return CertificateExtensions.of(spec, subjectKey, issuer, identifiers()).map(extensions -> {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    issuer.name(),
                    newSerial(),
                    Times.of(from),
                    Times.of(to),
                    subject,
                    SubjectPublicKeyInfo.getInstance(subjectKey.getEncoded()));
            return sign(builder, extensions, issuer);
        });
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, List<Extension> extensions, Issuer issuer) {
        try {
            for (Extension extension : extensions) {
                builder.addExtension(extension);
            }
            byte[] der = builder.build(issuer.signer()).getEncoded();
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (IOException | CertificateException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JcaX509ExtensionUtils identifiers() {
        try {
            return new JcaX509ExtensionUtils();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Positive, never short, and of 127 random bits: a serial number may have 20 octets (RFC 5280, 4.1.2.2). */
    private BigInteger newSerial() {
        return new BigInteger(128, random).setBit(127);
    }
}
