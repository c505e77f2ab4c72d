package dev.gangway.enrolment.cmp;

import dev.gangway.diagnosis.OwnBug;
import dev.gangway.enrolment.EnrolmentCode;
import dev.gangway.enrolment.cmp.CmpClient.CmpAuthentication;
import dev.gangway.pki.Keys;
import dev.gangway.pki.path.Issuance;
import dev.gangway.pki.path.PathValidator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cmp.PBMParameter;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.GeneralPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;
import org.bouncycastle.cert.crmf.CRMFException;
import org.bouncycastle.cert.crmf.PKMACBuilder;
import org.bouncycastle.cert.crmf.jcajce.JcePKMACValuesCalculator;
import org.bouncycastle.operator.MacCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/** Protects our messages, and checks the protection of the others'. */
final class MessageProtection {
    /** Slow enough for guessing, and what servers take. */
    private static final int ITERATIONS = 10_000;

    /** More would keep us busy for a message that anybody may send. */
    private static final int MOST_ITERATIONS = 1_000_000;

    private static final int SALT_BYTES = 16;
    private static final int DIGITAL_SIGNATURE = 0;

    /** The authority's and the registration authority's purposes: id-kp-cmcCA, id-kp-cmcRA (RFC 6402, section 2.10). */
    private static final Set<String> MANAGEMENT = Set.of("1.3.6.1.5.5.7.3.27", "1.3.6.1.5.5.7.3.28");

    private final CmpAuthentication authentication;
    private final List<X509Certificate> authorities;
    private final Clock clock;

    MessageProtection(CmpAuthentication authentication, List<X509Certificate> authorities, Clock clock) {
        this.clock = clock;
        this.authentication = authentication;
        this.authorities = authorities;
    }

    ProtectedPKIMessage protect(ProtectedPKIMessageBuilder message) {
        try {
            return switch (authentication) {
                case CmpAuthentication.SharedSecret shared ->
                    message.build(shared.secret().<MacCalculator>withChars(MessageProtection::mac));
                case CmpAuthentication.Signature(var identity) -> {
                    for (X509Certificate each : identity.chain()) {
                        message.addCMPCertificate(new X509CertificateHolder(each.getEncoded()));
                    }
                    String algorithm = Keys.signatureAlgorithm(identity.leaf().getPublicKey());
                    yield message.build(new JcaContentSignerBuilder(algorithm).build(identity.key()));
                }
            };
        } catch (CMPException | CertificateException | IOException | OperatorCreationException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private static MacCalculator mac(char[] secret) {
        try {
            byte[] salt = new byte[SALT_BYTES];
            new SecureRandom().nextBytes(salt);
            PBMParameter parameters = new PBMParameter(
                    salt,
                    new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256),
                    ITERATIONS,
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE));
            return new PKMACBuilder(new JcePKMACValuesCalculator())
                    .setParameters(parameters)
                    .build(secret);
        } catch (CRMFException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    /** What is wrong with a message; empty where it is whom we trust that sent it. */
    Optional<EnrolmentCode> refuse(GeneralPKIMessage message) {
        if (!message.hasProtection()) {
            return Optional.of(EnrolmentCode.CMP_UNPROTECTED);
        }
        ProtectedPKIMessage guarded = new ProtectedPKIMessage(message);
        try {
            boolean sound = guarded.hasPasswordBasedMacProtection() ? macIsSound(guarded) : signatureIsSound(guarded);
            return sound ? Optional.empty() : Optional.of(EnrolmentCode.CMP_PROTECTION);
        } catch (CMPException | CertificateException | IOException | OperatorCreationException | RuntimeException odd) {
            OwnBug.passOn(odd);
            // The parsers let out whatever malformed input leads them to.
            return Optional.of(EnrolmentCode.CMP_PROTECTION);
        }
    }

    private boolean macIsSound(ProtectedPKIMessage message) throws CMPException {
        if (!(authentication instanceof CmpAuthentication.SharedSecret shared)) {
            return false;
        }
        PKMACBuilder calculator = new PKMACBuilder(new JcePKMACValuesCalculator(), MOST_ITERATIONS);
        char[] secret = shared.secret().withChars(char[]::clone);
        try {
            return message.verify(calculator, secret);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private boolean signatureIsSound(ProtectedPKIMessage message)
            throws CMPException, CertificateException, IOException, OperatorCreationException {
        List<X509Certificate> pool = new ArrayList<>(authorities);
        for (X509CertificateHolder each : message.getCertificates()) {
            pool.add(certificate(each.getEncoded()));
        }
        for (X509Certificate signer : pool) {
            if (mayAnswer(signer, pool)
                    && message.verify(new JcaContentVerifierProviderBuilder().build(signer.getPublicKey()))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a certificate is meant for an authority's messages (RFC 9810, section 8; RFC 9483, section 1.5): the
     * authority's own, or one that says so in its extended key usage. Any other one below the authority, such as a
     * device's, is not.
     */
    private boolean mayAnswer(X509Certificate signer, List<X509Certificate> pool) throws CertificateException {
        List<String> purposes = signer.getExtendedKeyUsage();
        boolean[] usage = signer.getKeyUsage();
        boolean charged = purposes != null
                && purposes.stream().anyMatch(MANAGEMENT::contains)
                && (usage == null || usage[DIGITAL_SIGNATURE]);
        if (!charged && !Issuance.isAuthority(signer)) {
            return false;
        }
        List<X509Certificate> chain = new ArrayList<>(List.of(signer));
        pool.stream().filter(each -> !each.equals(signer)).forEach(chain::add);
        return PathValidator.judge(chain, authorities, clock.instant()).isValid();
    }

    static X509Certificate certificate(byte[] der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }
}
