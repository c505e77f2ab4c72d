package dev.gangway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which certificate a server sees, and that clients share their sockets. */
class HttpClientsIT {
    private static final BouncyCastleMaker MAKER = new BouncyCastleMaker();

    private final Instant now = Instant.now();
    private final Identity authority = authority();
    private final HttpClients clients = new HttpClients();
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws Exception {
        Identity own = issued("CN=localhost", KeyType.EC_P256, Purpose.MQTT_SERVER);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", own.key(), new char[0], new Certificate[] {own.leaf()});
        store.setCertificateEntry("authority", authority.leaf());
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, new char[0]);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        server.useHttps(context.getSocketFactory());
        server.requestClientAuth();
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"EC_P256", "RSA_2048", "ED25519"})
    void showsTheIdentityThatWasGiven(KeyType type) throws Exception {
        Identity device = issued("CN=device-7", type, Purpose.DEVICE_CLIENT);
        assertThat(shown(Optional.of(device))).isEqualTo("CN=device-7");
    }

    @Test
    void showsNoneWhereNoneWasGiven() throws Exception {
        assertThat(shown(Optional.empty())).isEmpty();
    }

    @Test
    void oneClientUsesItsSocketAgainAndAllShareThePool() throws Exception {
        OkHttpClient client = clients.trusting(List.of(authority.leaf()), Optional.empty());
        call(client);
        call(client);
        assertThat(server.takeRequest().getConnectionIndex()).isZero();
        assertThat(server.takeRequest().getExchangeIndex()).isOne();
        assertThat(clients.trusting(List.of(), Optional.empty()).connectionPool())
                .isSameAs(client.connectionPool());
    }

    @Test
    void believesNobodyElse() {
        OkHttpClient client = clients.trusting(List.of(authority().leaf()), Optional.empty());
        assertThatThrownBy(() -> call(client)).hasCauseInstanceOf(ServerTrust.ChainRefused.class);
    }

    private String shown(Optional<Identity> identity) throws Exception {
        call(clients.trusting(List.of(authority.leaf()), identity));
        RecordedRequest request = server.takeRequest();
        return request.getHandshake().peerPrincipal() == null
                ? ""
                : request.getHandshake().peerPrincipal().getName();
    }

    private void call(OkHttpClient client) throws IOException {
        server.enqueue(new MockResponse.Builder().body("{}").build());
        try (Response response = client.newCall(
                        new Request.Builder().url(server.url("/")).build())
                .execute()) {
            assertThat(response.body().string()).isEqualTo("{}");
        }
    }

    private Identity authority() {
        KeyPair keys = MAKER.newKey(KeyType.EC_P256);
        var spec = new CertificateSpec(
                "CN=Plant Root", now.minusSeconds(60), now.plusSeconds(600), Purpose.ROOT, List.of(), List.of());
        return new Identity(List.of(MAKER.selfSigned(keys, spec).orThrow()), keys.getPrivate());
    }

    private Identity issued(String subject, KeyType type, Purpose purpose) {
        KeyPair keys = MAKER.newKey(type);
        List<String> names = purpose == Purpose.MQTT_SERVER ? List.of("localhost") : List.of();
        var spec = new CertificateSpec(subject, now.minusSeconds(60), now.plusSeconds(600), purpose, names, List.of());
        return new Identity(
                List.of(MAKER.issue(keys.getPublic(), spec, authority).orThrow()), keys.getPrivate());
    }
}
