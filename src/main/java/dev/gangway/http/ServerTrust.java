package dev.gangway.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Trusts the given authorities, or those that Java ships where none are given, and remembers what it refused. */
public final class ServerTrust implements X509TrustManager {
    private final X509TrustManager judge;

    /** A refused chain, so that the diagnosis can show it. */
    public static final class ChainRefused extends CertificateException {
        private static final long serialVersionUID = 1L;

        private final transient List<X509Certificate> chain;
        private final boolean notValidNow;

        private ChainRefused(X509Certificate[] chain, boolean notValidNow, CertificateException cause) {
            super("the server's certificate chain was refused", cause);
            this.chain = List.of(chain);
            this.notValidNow = notValidNow;
        }

        /** As the server sent it, its own certificate first. */
        public List<X509Certificate> chain() {
            return chain;
        }

        /** Whether a certificate of the chain is expired or not valid yet. */
        public boolean isNotValidNow() {
            return notValidNow;
        }
    }

    ServerTrust(List<X509Certificate> anchors) {
        try {
            KeyStore store = anchors.isEmpty() ? null : store(anchors);
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            judge = (X509TrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException | IOException missing) {
            throw new IllegalStateException("this Java has no trust manager", missing);
        }
    }

    /** The authorities that Java ships. */
    public static List<X509Certificate> ofJava() {
        return List.of(new ServerTrust(List.of()).getAcceptedIssuers());
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        try {
            judge.checkServerTrusted(chain, authType);
        } catch (CertificateException refused) {
            throw new ChainRefused(chain, isNotValidNow(chain), refused);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("no client connects to us");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }

    private static boolean isNotValidNow(X509Certificate[] chain) {
        for (X509Certificate certificate : chain) {
            try {
                certificate.checkValidity();
            } catch (CertificateExpiredException | CertificateNotYetValidException outside) {
                return true;
            }
        }
        return false;
    }

    private static KeyStore store(List<X509Certificate> anchors) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < anchors.size(); i++) {
            store.setCertificateEntry("anchor-" + i, anchors.get(i));
        }
        return store;
    }
}
