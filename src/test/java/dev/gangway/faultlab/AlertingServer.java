package dev.gangway.faultlab;

import dev.gangway.pki.Identity;
import java.io.IOException;
import java.net.Socket;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Vector;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCrypto;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCryptoProvider;

/** A server of TLS 1.2 that refuses any client certificate in a way of our choice: no library does so on request. */
final class AlertingServer extends DefaultTlsServer {
    private final Identity identity;
    private final Socket socket;
    private final Optional<Short> alert;

    private AlertingServer(JcaTlsCrypto crypto, Identity identity, Socket socket, Optional<Short> alert) {
        super(crypto);
        this.identity = identity;
        this.socket = socket;
        this.alert = alert;
    }

    /** Refuses with this alert ({@link AlertDescription}), or by hanging up without one. */
    static HostileServer.Manners refusing(Identity identity, Optional<Short> alert) {
        return socket -> {
            JcaTlsCrypto crypto = new JcaTlsCryptoProvider().create(new SecureRandom());
            new TlsServerProtocol(socket.getInputStream(), socket.getOutputStream())
                    .accept(new AlertingServer(crypto, identity, socket, alert));
        };
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return ProtocolVersion.TLSv12.only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return new int[] {CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256};
    }

    @Override
    protected TlsCredentialedSigner getECDSASignerCredentials() throws IOException {
        JcaTlsCrypto crypto = (JcaTlsCrypto) getCrypto();
        TlsCertificate[] chain = new TlsCertificate[identity.chain().size()];
        for (int i = 0; i < chain.length; i++) {
            chain[i] = crypto.createCertificate(Pems.der(identity.chain().get(i)));
        }
        return new JcaDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context),
                crypto,
                identity.key(),
                new Certificate(chain),
                SignatureAndHashAlgorithm.getInstance(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
    }

    @Override
    public CertificateRequest getCertificateRequest() {
        Vector<?> algorithms = TlsUtils.getDefaultSupportedSignatureAlgorithms(context);
        return new CertificateRequest(
                new short[] {ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign},
                algorithms,
                new Vector<>());
    }

    @Override
    public void notifyClientCertificate(Certificate certificate) throws IOException {
        if (alert.isPresent()) {
            throw new TlsFatalAlert(alert.get());
        }
        socket.close();
        throw new IOException("hung up");
    }
}
