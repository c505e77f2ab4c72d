package dev.gangway.practice.tls;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** The certificates that a client presented. */
public final class ClientChain {
    private ClientChain() {}

    /** Leaf first; empty without TLS or without a certificate. */
    public static List<X509Certificate> of(@Nullable SSLSession session) {
        if (session == null) {
            return List.of();
        }
        try {
            return Arrays.stream(session.getPeerCertificates())
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (SSLPeerUnverifiedException e) {
            return List.of();
        }
    }
}
