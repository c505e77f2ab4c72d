package dev.gangway.http;

import dev.gangway.pki.Identity;
import dev.gangway.pki.IdentityKeyManager;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * HTTP clients that share one pool of sockets and threads. They verify the server always, and follow no redirect: a
 * password is not carried on to an address that nobody chose. Safe for use by several threads.
 */
public final class HttpClients {
    /** Sockets that stay open between calls: a line has a dozen units under way, and each keeps its own. */
    private static final int IDLE_SOCKETS = 32;

    private static final int IDLE_MINUTES = 5;

    private final ConnectionPool sockets = new ConnectionPool(IDLE_SOCKETS, IDLE_MINUTES, TimeUnit.MINUTES);
    private final Dispatcher threads = new Dispatcher();

    /**
     * A client; its deadlines are up to the caller.
     *
     * @param anchors that the server's chain may end at; empty for those that Java ships
     * @param identity shown to a server that asks for a certificate
     */
    public OkHttpClient trusting(List<X509Certificate> anchors, Optional<Identity> identity) {
        ServerTrust trust = new ServerTrust(anchors);
        KeyManager[] keys = identity.map(IdentityKeyManager::new).stream().toArray(KeyManager[]::new);
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, new TrustManager[] {trust}, null);
            // never without a trust of its own: a client that is built with none first reads every root of this Java
            return new OkHttpClient.Builder()
                    .connectionPool(sockets)
                    .dispatcher(threads)
                    .followRedirects(false)
                    .followSslRedirects(false)
                    .sslSocketFactory(context.getSocketFactory(), trust)
                    .build();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no TLS", missing);
        }
    }
}
