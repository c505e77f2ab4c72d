package dev.gangway.pki.path;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The authorities that Java ships, read when first needed. */
public final class SystemAuthorities {
    private SystemAuthorities() {}

    private static final class Holder {
        static final List<X509Certificate> ALL = read();
    }

    /** All of them. */
    public static List<X509Certificate> all() {
        return Holder.ALL;
    }

    private static List<X509Certificate> read() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                    .toList();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no trust manager", missing);
        }
    }
}
