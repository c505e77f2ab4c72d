package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Identity;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Subjects;
import dev.gangway.pki.authority.RevocationLists;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/** Revocation lists with Bouncy Castle. */
public final class BouncyCastleRevocationLists implements RevocationLists {
    private static final int CRL_SIGN = 6;

    @Override
    public Outcome<X509CRL> make(
            Identity authority, List<Revoked> revoked, BigInteger number, Instant thisUpdate, Instant nextUpdate) {
        boolean[] usage = authority.leaf().getKeyUsage();
        if (authority.leaf().getBasicConstraints() < 0 || usage != null && !usage[CRL_SIGN]) {
            return Diagnosis.of(PkiCode.AUTHORITY_NOT_CA)
                    .with("authority", Subjects.text(authority.leaf()))
                    .remedy("pki.choose-authority")
                    .failed();
        }
        try {
            Issuer issuer = Issuer.authority(authority, new JcaX509ExtensionUtils());
            X509v2CRLBuilder list = new X509v2CRLBuilder(issuer.name(), Date.from(thisUpdate));
            list.setNextUpdate(Date.from(nextUpdate));
            for (Revoked each : revoked) {
                // Bouncy Castle leaves "unspecified" out, as RFC 5280, 5.3.1, wants it.
                list.addCRLEntry(
                        each.serial(), Date.from(each.at()), each.reason().number());
            }
            list.addExtension(Extension.authorityKeyIdentifier, false, issuer.identifier());
            list.addExtension(Extension.cRLNumber, false, new CRLNumber(number));
            byte[] der = list.build(issuer.signer()).getEncoded();
            return Outcome.ok(
                    (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der)));
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
