package dev.gangway.token.oauth;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/** HTTP clients with these trust anchors and, for mutual TLS, this identity. Never without verification. */
final class TlsClients {
    private static final Duration DEADLINE = Duration.ofSeconds(15);
    private static final char[] IN_MEMORY = new char[0];

    private TlsClients() {}

    static OkHttpClient make(List<X509Certificate> anchors, ClientAuth auth) {
        OkHttpClient.Builder client =
                new OkHttpClient.Builder().callTimeout(DEADLINE).followRedirects(false);
        if (anchors.isEmpty() && !(auth instanceof ClientAuth.MutualTls)) {
            return client.build();
        }
        try {
            X509TrustManager trust = trust(anchors);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(auth), new TrustManager[] {trust}, null);
            return client.sslSocketFactory(context.getSocketFactory(), trust).build();
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static X509TrustManager trust(List<X509Certificate> anchors) throws GeneralSecurityException, IOException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        if (anchors.isEmpty()) {
            factory.init((KeyStore) null);
        } else {
            KeyStore store = empty();
            for (X509Certificate anchor : anchors) {
                store.setCertificateEntry("anchor-" + store.size(), anchor);
            }
            factory.init(store);
        }
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    private static KeyManager[] keys(ClientAuth auth) throws GeneralSecurityException, IOException {
        if (!(auth instanceof ClientAuth.MutualTls tls)) {
            return new KeyManager[0];
        }
        KeyStore store = empty();
        store.setKeyEntry(
                "client",
                tls.identity().key(),
                IN_MEMORY,
                tls.identity().chain().toArray(X509Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, IN_MEMORY);
        return factory.getKeyManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
