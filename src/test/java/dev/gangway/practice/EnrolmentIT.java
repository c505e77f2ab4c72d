package dev.gangway.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.pki.KeyType;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.pki.bouncycastle.BouncyCastleRequests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Devices that enrol by EST. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnrolmentIT {
    private static final String BASIC = "Basic "
            + Base64.getEncoder().encodeToString("practice:practice-secret".getBytes(StandardCharsets.US_ASCII));
    private final BouncyCastleMaker maker = new BouncyCastleMaker();
    private final BouncyCastleRequests requests = new BouncyCastleRequests();
    private PracticeServer server;

    @BeforeAll
    void start() {
        server = PracticeServer.start(PracticeOptions.freePorts(maker).withEnrolment(requests))
                .orThrow();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private HttpResponse<String> send(
            String path, Optional<String> body, Optional<String> authorization, Optional<KeyManager> key)
            throws IOException, InterruptedException, GeneralSecurityException {
        KeyStore roots = KeyStore.getInstance("PKCS12");
        roots.load(null, null);
        roots.setCertificateEntry(
                "root",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(server.authorityPem().getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(key.map(own -> new KeyManager[] {own}).orElse(null), trust.getTrustManagers(), null);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("https://localhost:" + server.httpsPort() + "/.well-known/est/" + path));
        authorization.ifPresent(value -> request.header("Authorization", value));
        body.ifPresent(text ->
                request.header("Content-Type", "application/pkcs10").POST(HttpRequest.BodyPublishers.ofString(text)));
        try (HttpClient http = HttpClient.newBuilder().sslContext(context).build()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private String csr(KeyPair keys, String subject) {
        return requests.make(keys, subject)
                .orThrow()
                .replaceAll("-----.*-----", "")
                .strip();
    }

    private static X509Certificate certificate(HttpResponse<String> response) throws GeneralSecurityException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/pkcs7-mime; smime-type=certs-only");
        byte[] pkcs7 = Base64.getMimeDecoder().decode(response.body());
        Collection<?> certificates =
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pkcs7));
        assertThat(certificates).hasSize(1);
        return (X509Certificate) certificates.iterator().next();
    }

    @Test
    void enrolsAndRenews() throws Exception {
        X509Certificate authority = certificate(send("cacerts", Optional.empty(), Optional.empty(), Optional.empty()));
        KeyPair keys = maker.newKey(KeyType.EC_P256);
        X509Certificate first = certificate(
                send("simpleenroll", Optional.of(csr(keys, "CN=pump-1")), Optional.of(BASIC), Optional.empty()));
        first.verify(authority.getPublicKey());
        assertThat(first.getPublicKey()).isEqualTo(keys.getPublic());
        assertThat(first.getSubjectX500Principal().getName()).isEqualTo("CN=pump-1");

        KeyManager own = new Always(first, keys.getPrivate());
        KeyPair fresh = maker.newKey(KeyType.EC_P256);
        X509Certificate second = certificate(
                send("simplereenroll", Optional.of(csr(fresh, "CN=pump-1")), Optional.empty(), Optional.of(own)));
        second.verify(authority.getPublicKey());
        assertThat(second.getPublicKey()).isEqualTo(fresh.getPublic());
        assertThat(send("simplereenroll", Optional.of(csr(fresh, "CN=pump-2")), Optional.empty(), Optional.of(own))
                        .statusCode())
                .as("another subject")
                .isEqualTo(400);
    }

    @Test
    void refuses() throws Exception {
        String csr = csr(maker.newKey(KeyType.EC_P256), "CN=pump-1");
        var nobody = send("simpleenroll", Optional.of(csr), Optional.empty(), Optional.empty());
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("WWW-Authenticate")).contains("Basic realm=\"est\"");
        assertThat(send("simplereenroll", Optional.of(csr), Optional.of(BASIC), Optional.empty())
                        .statusCode())
                .as("a password is not enough")
                .isEqualTo(401);
        for (String garbage : new String[] {"not base64!", "bm8gcmVxdWVzdA==", ""}) {
            assertThat(send("simpleenroll", Optional.of(garbage), Optional.of(BASIC), Optional.empty())
                            .statusCode())
                    .as(garbage)
                    .isEqualTo(400);
        }
    }

    @Test
    void tellsWhatItWants() throws Exception {
        var response = send("csrattrs", Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/csrattrs");
        assertThat(Base64.getMimeDecoder().decode(response.body())).startsWith(0x30, 33);
    }

    /** Sends one certificate, whatever issuers the server names. */
    private static final class Always extends X509ExtendedKeyManager {
        private final X509Certificate certificate;
        private final PrivateKey key;

        Always(X509Certificate certificate, PrivateKey key) {
            this.certificate = certificate;
            this.key = key;
        }

        @Override
        public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
            return "own";
        }

        @Override
        public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
            return "own";
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[] {certificate};
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return key;
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
