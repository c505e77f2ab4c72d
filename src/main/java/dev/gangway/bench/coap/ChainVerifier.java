package dev.gangway.bench.coap;

import java.net.InetSocketAddress;
import java.security.cert.CertPath;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import javax.security.auth.x500.X500Principal;
import org.eclipse.californium.scandium.dtls.AlertMessage;
import org.eclipse.californium.scandium.dtls.AlertMessage.AlertDescription;
import org.eclipse.californium.scandium.dtls.AlertMessage.AlertLevel;
import org.eclipse.californium.scandium.dtls.CertificateMessage;
import org.eclipse.californium.scandium.dtls.CertificateType;
import org.eclipse.californium.scandium.dtls.CertificateVerificationResult;
import org.eclipse.californium.scandium.dtls.ConnectionId;
import org.eclipse.californium.scandium.dtls.HandshakeException;
import org.eclipse.californium.scandium.dtls.HandshakeResultHandler;
import org.eclipse.californium.scandium.dtls.x509.NewAdvancedCertificateVerifier;
import org.eclipse.californium.scandium.util.ServerNames;

/** Has the server's chain judged by the same judge as TLS. */
final class ChainVerifier implements NewAdvancedCertificateVerifier {
    /** No alert: the chain is good. */
    static final int GOOD = -1;

    private final ToIntFunction<List<X509Certificate>> judge;

    /** The judge returns the alert to refuse a chain with, or {@link #GOOD}. */
    ChainVerifier(ToIntFunction<List<X509Certificate>> judge) {
        this.judge = judge;
    }

    /** The alert, or {@link #GOOD}. */
    static int code(OptionalInt alert) {
        return alert.orElse(GOOD);
    }

    @Override
    public List<CertificateType> getSupportedCertificateTypes() {
        return List.of(CertificateType.X_509);
    }

    @Override
    public CertificateVerificationResult verifyCertificate(
            ConnectionId cid,
            ServerNames serverName,
            InetSocketAddress remotePeer,
            boolean clientUsage,
            boolean verifySubject,
            boolean truncateCertificatePath,
            CertificateMessage message) {
        CertPath path = message.getCertificateChain();
        List<X509Certificate> chain = path == null
                ? List.of()
                : path.getCertificates().stream()
                        .map(X509Certificate.class::cast)
                        .toList();
        int alert = chain.isEmpty() ? AlertDescription.BAD_CERTIFICATE.getCode() : judge.applyAsInt(chain);
        if (alert == GOOD) {
            return new CertificateVerificationResult(cid, path, null);
        }
        AlertDescription description = AlertDescription.getDescriptionByCode(alert);
        return new CertificateVerificationResult(
                cid, new HandshakeException("chain refused", new AlertMessage(AlertLevel.FATAL, description)), null);
    }

    @Override
    public List<X500Principal> getAcceptedIssuers() {
        return List.of();
    }

    @Override
    public void setResultHandler(HandshakeResultHandler resultHandler) {
        // the answer is given at once
    }
}
