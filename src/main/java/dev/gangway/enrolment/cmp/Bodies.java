package dev.gangway.enrolment.cmp;

import dev.gangway.enrolment.cmp.CmpClient.CmpRequest;
import dev.gangway.pki.Keys;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PollReqContent;
import org.bouncycastle.asn1.crmf.CRMFObjectIdentifiers;
import org.bouncycastle.asn1.crmf.CertId;
import org.bouncycastle.asn1.crmf.CertReqMessages;
import org.bouncycastle.asn1.crmf.CertReqMsg;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.CertificateConfirmationContentBuilder;
import org.bouncycastle.cert.crmf.CRMFException;
import org.bouncycastle.cert.crmf.jcajce.JcaCertificateRequestMessageBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** The bodies of our messages. */
final class Bodies {
    private static final BigInteger FIRST = BigInteger.ZERO;

    /** The number of a request inside its message; PKCS#10 has none (RFC 9810, section 5.3.4). */
    static final BigInteger NO_NUMBER = BigInteger.ONE.negate();

    private Bodies() {}

    static BigInteger number(CmpRequestType type) {
        return type == CmpRequestType.PKCS10 ? NO_NUMBER : FIRST;
    }

    /** {@code replaced} is named in an update. */
    static PKIBody request(CmpRequest request, Optional<X509Certificate> replaced) {
        X500Principal subject = new X500Principal(request.subject());
        try {
            ContentSigner signer = new JcaContentSignerBuilder(
                            Keys.signatureAlgorithm(request.keys().getPublic()))
                    .build(request.keys().getPrivate());
            if (request.kind() == CmpRequestType.PKCS10) {
                return new PKIBody(
                        request.kind().request(),
                        new JcaPKCS10CertificationRequestBuilder(
                                        subject, request.keys().getPublic())
                                .build(signer)
                                .toASN1Structure());
            }
            JcaCertificateRequestMessageBuilder builder = new JcaCertificateRequestMessageBuilder(FIRST)
                    .setPublicKey(request.keys().getPublic())
                    .setSubject(subject);
            if (request.kind() == CmpRequestType.UPDATE) {
                replaced.ifPresent(old -> builder.addControl(new org.bouncycastle.cert.crmf.Control() {
                    @Override
                    public org.bouncycastle.asn1.ASN1ObjectIdentifier getType() {
                        return CRMFObjectIdentifiers.id_regCtrl_oldCertID;
                    }

                    @Override
                    public org.bouncycastle.asn1.ASN1Encodable getValue() {
                        return new CertId(
                                new GeneralName(X500Name.getInstance(
                                        old.getIssuerX500Principal().getEncoded())),
                                old.getSerialNumber());
                    }
                }));
            }
            CertReqMsg message =
                    builder.setProofOfPossessionSigningKeySigner(signer).build().toASN1Structure();
            return new PKIBody(request.kind().request(), new CertReqMessages(message));
        } catch (OperatorCreationException | CRMFException unusable) {
            throw new IllegalArgumentException("cannot sign with this key", unusable);
        }
    }

    static PKIBody poll(BigInteger number) {
        return new PKIBody(PKIBody.TYPE_POLL_REQ, new PollReqContent(number));
    }

    static PKIBody confirm(X509Certificate certificate, BigInteger number) {
        try {
            return new PKIBody(
                    PKIBody.TYPE_CERT_CONFIRM,
                    new CertificateConfirmationContentBuilder()
                            .addAcceptedCertificate(new X509CertificateHolder(certificate.getEncoded()), number)
                            .build(new JcaDigestCalculatorProviderBuilder().build())
                            .toASN1Structure());
        } catch (CMPException
                | IOException
                | OperatorCreationException
                | java.security.cert.CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
