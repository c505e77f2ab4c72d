package dev.gangway.faultlab;

import dev.gangway.pki.Identity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v1CertificateBuilder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes certificates, also those that no careful authority would make. */
public final class Forge {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String subject;
    private Optional<Identity> issuer = Optional.empty();
    private KeyPair keys = ec();
    private Instant from = Instant.now().minus(Duration.ofDays(1));
    private Instant until = Instant.now().plus(Duration.ofDays(365));
    private List<KeyPurposeId> purposes = List.of();
    private final List<GeneralName> names = new ArrayList<>();
    private boolean authority;
    private OptionalInt pathLength = OptionalInt.empty();
    private boolean versionOne;
    private String algorithm = "";
    private boolean identified;
    private final List<Extra> extensions = new ArrayList<>();

    private record Extra(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {}

    private Forge(String subject) {
        this.subject = subject;
    }

    /** A certificate for a client. */
    public static Forge client(String subject) {
        Forge forge = new Forge(subject);
        forge.purposes = List.of(KeyPurposeId.id_kp_clientAuth);
        return forge;
    }

    /** A certificate for a server of these names; what looks like an address becomes one. */
    public static Forge server(String subject, String... hosts) {
        Forge forge = new Forge(subject);
        forge.purposes = List.of(KeyPurposeId.id_kp_serverAuth);
        for (String host : hosts) {
            boolean address = host.matches("[0-9.]+");
            forge.names.add(new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host));
        }
        return forge;
    }

    /** An authority. */
    public static Forge authority(String subject) {
        Forge forge = new Forge(subject);
        forge.authority = true;
        return forge;
    }

    /** Signed by this authority, whose chain follows. */
    public Forge by(Identity signer) {
        issuer = Optional.of(signer);
        return this;
    }

    /** With this validity. */
    public Forge valid(Instant notBefore, Instant notAfter) {
        from = notBefore;
        until = notAfter;
        return this;
    }

    /** Expired yesterday. */
    public Forge expired() {
        return valid(Instant.now().minus(Duration.ofDays(30)), Instant.now().minus(Duration.ofDays(1)));
    }

    /** Valid from tomorrow. */
    public Forge early() {
        return valid(Instant.now().plus(Duration.ofDays(1)), Instant.now().plus(Duration.ofDays(30)));
    }

    /** With this key pair. */
    public Forge with(KeyPair pair) {
        keys = pair;
        return this;
    }

    /** Signed with this algorithm instead of the usual one for the key. */
    public Forge signedWith(String signature) {
        algorithm = signature;
        return this;
    }

    /** For servers instead of clients, or the other way round. */
    public Forge purpose(KeyPurposeId other) {
        purposes = List.of(other);
        return this;
    }

    /** For these as well. */
    public Forge alsoFor(KeyPurposeId other) {
        purposes = Stream.concat(purposes.stream(), Stream.of(other)).toList();
        return this;
    }

    /** May sign this many authorities below it, one after the other. */
    public Forge pathLength(int most) {
        pathLength = OptionalInt.of(most);
        return this;
    }

    /** With an extension of its own making. */
    public Forge extension(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
        extensions.add(new Extra(type, critical, value));
        return this;
    }

    /** With these bits of key usage (RFC 5280, section 4.2.1.3). */
    public Forge keyUsage(int bits) {
        return extension(Extension.keyUsage, true, new KeyUsage(bits));
    }

    /** An authority that may issue for names below this domain only. */
    public Forge onlyBelow(String domain) {
        return extension(
                Extension.nameConstraints,
                true,
                new NameConstraints(
                        new GeneralSubtree[] {new GeneralSubtree(new GeneralName(GeneralName.dNSName, domain))}, null));
    }

    /** Names its own key, and its issuer's where there is one (RFC 5280, sections 4.2.1.1 and 4.2.1.2). */
    public Forge identified() {
        identified = true;
        return this;
    }

    /** Version 1: without any extension. */
    public Forge versionOne() {
        versionOne = true;
        return this;
    }

    /** The certificate with its key and the chain of its issuer, without the root. */
    public Identity make() {
        X509Certificate certificate = sign();
        List<X509Certificate> above = issuer.stream()
                .flatMap(signer -> signer.chain().stream())
                .filter(one -> !one.getSubjectX500Principal().equals(one.getIssuerX500Principal()))
                .toList();
        return new Identity(
                Stream.concat(Stream.of(certificate), above.stream()).toList(), keys.getPrivate());
    }

    private X509Certificate sign() {
        X500Name name = new X500Name(subject);
        X500Name issuerName = issuer.map(signer -> X500Name.getInstance(
                        signer.leaf().getSubjectX500Principal().getEncoded()))
                .orElse(name);
        var key = issuer.map(Identity::key).orElse(keys.getPrivate());
        SubjectPublicKeyInfo info =
                SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
        BigInteger serial = new BigInteger(120, RANDOM).setBit(119);
        String usual = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        try {
            ContentSigner signer = new JcaContentSignerBuilder(algorithm.isEmpty() ? usual : algorithm).build(key);
            X509CertificateHolder holder;
            if (versionOne) {
                holder = new X509v1CertificateBuilder(issuerName, serial, Date.from(from), Date.from(until), name, info)
                        .build(signer);
            } else {
                X509v3CertificateBuilder builder =
                        new X509v3CertificateBuilder(issuerName, serial, Date.from(from), Date.from(until), name, info);
                extensions(builder);
                holder = builder.build(signer);
            }
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void extensions(X509v3CertificateBuilder builder) throws IOException {
        if (authority) {
            BasicConstraints constraints =
                    pathLength.isPresent() ? new BasicConstraints(pathLength.getAsInt()) : new BasicConstraints(true);
            builder.addExtension(Extension.basicConstraints, true, constraints);
        }
        if (!purposes.isEmpty()) {
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes.toArray(KeyPurposeId[]::new)));
        }
        for (Extra extra : extensions) {
            builder.addExtension(extra.type(), extra.critical(), extra.value());
        }
        if (identified) {
            identify(builder);
        }
        if (!names.isEmpty()) {
            builder.addExtension(
                    Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(GeneralName[]::new)));
        }
    }

    private void identify(X509v3CertificateBuilder builder) throws IOException {
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(keys.getPublic()));
            if (issuer.isPresent()) {
                builder.addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        identifiers.createAuthorityKeyIdentifier(
                                issuer.get().leaf().getPublicKey()));
            }
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** A list in which the authority revokes these certificates, as PEM. */
    public static String revoking(Identity authority, X509Certificate... revoked) {
        try {
            Instant now = Instant.now();
            X509v2CRLBuilder builder = new X509v2CRLBuilder(
                    X500Name.getInstance(
                            authority.leaf().getSubjectX500Principal().getEncoded()),
                    Date.from(now.minus(Duration.ofHours(1))));
            builder.setNextUpdate(Date.from(now.plus(Duration.ofDays(1))));
            for (X509Certificate certificate : revoked) {
                builder.addCRLEntry(certificate.getSerialNumber(), Date.from(now), CRLReason.keyCompromise);
            }
            ContentSigner signer = new JcaContentSignerBuilder("SHA256withECDSA").build(authority.key());
            return Pems.block("X509 CRL", builder.build(signer).getEncoded());
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A fresh key on NIST P-256. */
    public static KeyPair ec() {
        return keys("EC", 256);
    }

    /** A fresh EC key on this curve. */
    public static KeyPair ec(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new java.security.spec.ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A fresh key of an algorithm that has one size alone: Ed25519, Ed448. */
    public static KeyPair keys(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A fresh RSA key. */
    public static KeyPair rsa(int bits) {
        return keys("RSA", bits);
    }

    private static KeyPair keys(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits, RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
