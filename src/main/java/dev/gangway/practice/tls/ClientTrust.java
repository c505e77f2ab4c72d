package dev.gangway.practice.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.X509TrustManager;

/**
 * Looks at client certificates as ThingsBoard does: each has to be signed by the next one, nothing else matters here.
 * Dates and registration are judged at CONNECT. The only accepted issuer it names is the server's own leaf, which is
 * why stock Java clients send no certificate at all.
 */
final class ClientTrust implements X509TrustManager {
    private final X509Certificate serverLeaf;
    private final Consumer<List<X509Certificate>> presented;

    ClientTrust(X509Certificate serverLeaf, Consumer<List<X509Certificate>> presented) {
        this.serverLeaf = serverLeaf;
        this.presented = presented;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        for (int i = 0; i + 1 < chain.length; i++) {
            try {
                chain[i].verify(chain[i + 1].getPublicKey());
            } catch (GeneralSecurityException e) {
                throw new CertificateException("not signed by the certificate that follows", e);
            }
        }
        presented.accept(List.of(chain));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("this is a server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[] {serverLeaf};
    }
}
