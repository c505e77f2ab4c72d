package dev.gangway.bench.tls;

import dev.gangway.bench.event.TlsDetail.Staple;
import dev.gangway.pki.path.Issuance;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * Judges the OCSP response that a server staples (RFC 6960, section 3.2): it has to be about the server's certificate,
 * signed by its issuer or by one whom the issuer charged with that, and of today.
 */
final class StapleJudge {
    private static final Duration SLACK = Duration.ofMinutes(5);

    private final X509Certificate leaf;
    private final X509Certificate issuer;
    private final Instant now;

    private StapleJudge(X509Certificate leaf, X509Certificate issuer, Instant now) {
        this.leaf = leaf;
        this.issuer = issuer;
        this.now = now;
    }

    /**
     * What it says of the leaf.
     *
     * @param chain as sent, leaf first
     * @param anchors authorities that are trusted
     * @return empty where the leaf's issuer is not there, without whom nothing can be said
     */
    static Optional<Staple> judge(
            byte[] response, List<X509Certificate> chain, List<X509Certificate> anchors, Instant now) {
        X509Certificate leaf = chain.getFirst();
        return Stream.concat(chain.stream(), anchors.stream())
                .filter(each -> each.getSubjectX500Principal().equals(leaf.getIssuerX500Principal()))
                .filter(each -> Issuance.isSignedWith(leaf, each.getPublicKey()))
                .findFirst()
                .map(issuer -> new StapleJudge(leaf, issuer, now).judge(response));
    }

    private Staple judge(byte[] der) {
        try {
            OCSPResp response = new OCSPResp(der);
            if (response.getStatus() != OCSPResp.SUCCESSFUL
                    || !(response.getResponseObject() instanceof BasicOCSPResp basic)) {
                return Staple.NO_ANSWER;
            }
            Optional<SingleResp> about =
                    Stream.of(basic.getResponses()).filter(this::isAboutLeaf).findFirst();
            if (about.isEmpty()) {
                return Staple.OTHER_CERTIFICATE;
            }
            return isSignedWell(basic) ? status(about.get()) : Staple.WRONG_SIGNER;
        } catch (IOException | OCSPException | RuntimeException e) {
            // Bouncy Castle meets damaged ASN.1 with exceptions of many kinds
            return Staple.NO_ANSWER;
        }
    }

    private Staple status(SingleResp single) {
        boolean early = single.getThisUpdate().toInstant().isAfter(now.plus(SLACK));
        boolean late = single.getNextUpdate() != null
                && single.getNextUpdate().toInstant().isBefore(now.minus(SLACK));
        return switch (single.getCertStatus()) {
            // what was revoked stays so
            case RevokedStatus _ -> Staple.REVOKED;
            case null -> early || late ? Staple.OUTDATED : Staple.GOOD;
            default -> Staple.UNKNOWN;
        };
    }

    private boolean isAboutLeaf(SingleResp single) {
        try {
            return single.getCertID().getSerialNumber().equals(leaf.getSerialNumber())
                    && single.getCertID().matchesIssuer(holder(issuer), new BcDigestCalculatorProvider());
        } catch (OCSPException e) {
            return false;
        }
    }

    private boolean isSignedWell(BasicOCSPResp basic) throws OCSPException {
        if (isSignedWith(basic, issuer)) {
            return true;
        }
        for (X509CertificateHolder candidate : basic.getCerts()) {
            if (isCharged(candidate) && isSignedWith(basic, certificate(candidate))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the issuer let this one sign responses (section 4.2.2.2). */
    private boolean isCharged(X509CertificateHolder candidate) {
        Extension extension = candidate.getExtension(Extension.extendedKeyUsage);
        return extension != null
                && ExtendedKeyUsage.getInstance(extension.getParsedValue())
                        .hasKeyPurposeId(KeyPurposeId.id_kp_OCSPSigning)
                && candidate.isValidOn(Date.from(now))
                && Issuance.isSignedWith(certificate(candidate), issuer.getPublicKey());
    }

    private static boolean isSignedWith(BasicOCSPResp basic, X509Certificate signer) throws OCSPException {
        try {
            return basic.isSignatureValid(new JcaContentVerifierProviderBuilder().build(signer.getPublicKey()));
        } catch (OperatorCreationException e) {
            return false;
        }
    }

    private static X509CertificateHolder holder(X509Certificate certificate) {
        try {
            return new JcaX509CertificateHolder(certificate);
        } catch (CertificateException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static X509Certificate certificate(X509CertificateHolder holder) {
        try {
            return new JcaX509CertificateConverter().getCertificate(holder);
        } catch (CertificateException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
