package dev.gangway.practice.contract;

import dev.gangway.pki.Identity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;

/** TLS connections with a client certificate that is sent whatever the server says it accepts. */
final class TlsClient {
    private final ServerUnderTest server;
    private final String authorityPem;
    /** The issuers that the server named last. */
    private final AtomicReference<List<Principal>> acceptedIssuers = new AtomicReference<>(List.of());

    TlsClient(ServerUnderTest server, String authorityPem) {
        this.server = server;
        this.authorityPem = authorityPem;
    }

    /** Shakes hands; verifies the server's chain and name. */
    SSLSocket connect(Optional<Identity> identity, String version) throws IOException {
        return connect(
                identity.<KeyManager[]>map(own -> new KeyManager[] {new Always(own)})
                        .orElse(null),
                version);
    }

    SSLSocket connect(KeyManager[] keys, String version) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust(), null);
            SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(server.host(), server.mqtts());
            socket.setSoTimeout(15_000);
            socket.setEnabledProtocols(new String[] {version});
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** An MQTT client over a new connection. */
    RawMqtt mqtt(Identity identity, String version) {
        return mqtt(Optional.of(identity), version);
    }

    RawMqtt mqtt(Optional<Identity> identity, String version) {
        try {
            Socket socket = connect(identity, version);
            return new RawMqtt(socket);
        } catch (IOException e) {
            throw new AssertionError("no TLS: " + e, e);
        }
    }

    List<Principal> acceptedIssuers() {
        return acceptedIssuers.get();
    }

    private TrustManager[] trust() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry(
                "root",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(authorityPem.getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        return factory.getTrustManagers();
    }

    /** Sends one identity, and remembers what the server said it would take. */
    private final class Always extends X509ExtendedKeyManager {
        private final Identity identity;

        Always(Identity identity) {
            this.identity = identity;
        }

        @Override
        public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
            acceptedIssuers.set(issuers == null ? List.of() : Arrays.asList(issuers));
            return Arrays.asList(keyTypes).contains(identity.key().getAlgorithm()) ? "own" : null;
        }

        @Override
        public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
            return chooseClientAlias(keyTypes, issuers, null);
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return identity.chain().toArray(X509Certificate[]::new);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return identity.key();
        }

        @Override
        public String[] getClientAliases(String keyType, Principal[] issuers) {
            return new String[] {"own"};
        }

        @Override
        public String[] getServerAliases(String keyType, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
            return null;
        }
    }
}
