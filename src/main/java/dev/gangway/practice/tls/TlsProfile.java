package dev.gangway.practice.tls;

import dev.gangway.pki.Identity;
import dev.gangway.pki.IdentityKeyManager;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.core.net.TrustOptions;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How the TLS listeners speak.
 *
 * @param certificate what they show
 * @param versions which versions they take
 * @param requireClientCertificate whether a client without a certificate is sent away with an alert
 */
public record TlsProfile(ServerCertificate certificate, TlsVersions versions, boolean requireClientCertificate) {
    /** As the real server: a good certificate, both versions, a client certificate wanted and not needed. */
    public static final TlsProfile REAL = new TlsProfile(ServerCertificate.GOOD, TlsVersions.BOTH, false);

    /** Which versions of TLS a listener takes. */
    public enum TlsVersions {
        /** 1.2 and 1.3. */
        BOTH,
        /** 1.2. */
        ONLY_1_2,
        /** 1.3. */
        ONLY_1_3;

        private Set<String> protocols() {
            return switch (this) {
                case BOTH -> Set.of("TLSv1.2", "TLSv1.3");
                case ONLY_1_2 -> Set.of("TLSv1.2");
                case ONLY_1_3 -> Set.of("TLSv1.3");
            };
        }
    }

    /**
     * Options for a listener.
     *
     * @param authority issues the certificate
     * @param presented gets every chain that a client presents, within the handshake
     */
    public ServerSSLOptions options(DemoAuthority authority, Consumer<List<X509Certificate>> presented) {
        Identity identity = authority.server(certificate);
        return new ServerSSLOptions()
                .setKeyCertOptions(KeyCertOptions.wrap(new IdentityKeyManager(identity)))
                .setTrustOptions(TrustOptions.wrap(new ClientTrust(identity.leaf(), presented)))
                .setClientAuth(requireClientCertificate ? ClientAuth.REQUIRED : ClientAuth.REQUEST)
                .setEnabledSecureTransportProtocols(versions.protocols());
    }

    /** What the MQTT server can be made to show. */
    public enum ServerCertificate {
        /** In order: localhost, 127.0.0.1 and ::1, issued by the intermediate, which is sent along. */
        GOOD,
        /** Expired yesterday. */
        EXPIRED,
        /** Valid from tomorrow on. */
        NOT_YET_VALID,
        /** For mqtt.example.org only. */
        WRONG_HOST,
        /** In order, but the intermediate is not sent. */
        WITHOUT_INTERMEDIATE,
        /** Signed by its own key. */
        SELF_SIGNED,
        /** For client authentication only. */
        CLIENT_PURPOSE,
        /** Issued by another authority with the same names. */
        UNKNOWN_AUTHORITY
    }
}
