package dev.gangway.pki.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.faultlab.Forge;
import dev.gangway.pki.Identity;
import dev.gangway.pki.path.PathFault.Kind;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;

/** An OCSP response that came along refuses a path where it says "revoked", and only there. */
class StapledStatusTest {
    private final Identity root = Forge.authority("CN=Root").make();
    private final Identity server = Forge.server("CN=x", "x").by(root).make();

    @Test
    void revokedIsRefused() throws Exception {
        Instant now = Instant.now();
        assertThat(judge(response(new RevokedStatus(Date.from(now), CRLReason.keyCompromise), root)))
                .isInstanceOfSatisfying(
                        PathVerdict.Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(PathFault::kind)
                                .containsExactly(Kind.REVOKED));
    }

    @Test
    void goodAndWhatProvesNothingAreNot() throws Exception {
        assertThat(judge(response(CertificateStatus.GOOD, root)).isValid()).isTrue();
        Identity stranger = Forge.authority("CN=Stranger").make();
        RevokedStatus revoked = new RevokedStatus(Date.from(Instant.now()), CRLReason.keyCompromise);
        assertThat(judge(response(revoked, stranger)).isValid()).isTrue();
        assertThat(judge(new byte[] {1, 2, 3}).isValid()).isTrue();
    }

    private PathVerdict judge(byte[] stapled) {
        return PathValidator.judge(server.chain(), List.of(root.leaf()), Instant.now(), Optional.of(stapled));
    }

    private byte[] response(CertificateStatus status, Identity signer) throws Exception {
        DigestCalculator sha1 = new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1);
        X509CertificateHolder issuer = new JcaX509CertificateHolder(root.leaf());
        Date now = new Date();
        Date later = Date.from(now.toInstant().plusSeconds(3600));
        return new OCSPRespBuilder()
                .build(
                        OCSPRespBuilder.SUCCESSFUL,
                        new BasicOCSPRespBuilder(new RespID(issuer.getSubject()))
                                .addResponse(
                                        new CertificateID(
                                                sha1, issuer, server.leaf().getSerialNumber()),
                                        status,
                                        now,
                                        later,
                                        null)
                                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.key()), null, now))
                .getEncoded();
    }
}
