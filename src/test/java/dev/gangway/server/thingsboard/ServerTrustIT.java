package dev.gangway.server.thingsboard;

import static dev.gangway.server.thingsboard.ThingsBoardAdapterIT.assertFailed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.http.HttpClients;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Pem;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerCode;
import dev.gangway.server.ServerEntry;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;

/** Whom we send a password to: only a server whose certificate ends at a trusted authority and names the host. */
class ServerTrustIT {
    private static final BouncyCastleMaker MAKER = new BouncyCastleMaker();
    private final Instant now = Instant.now();
    private final Identity authority = authority("CN=Plant Root");

    @Test
    void trustsWhatEndsAtAnAnchor() throws Exception {
        assertThat(signIn(server("localhost", now.minusSeconds(60), now.plusSeconds(600)), List.of(authority))
                        .orThrow()
                        .user())
                .isEqualTo("me");
    }

    @Test
    void refusesAnotherAuthorityAndShowsItsFingerprint() throws Exception {
        var outcome =
                signIn(server("localhost", now.minusSeconds(60), now.plusSeconds(600)), List.of(authority("CN=Other")));
        assertFailed(outcome, ServerCode.TLS_UNTRUSTED);
        assertThat(outcome.failure().orElseThrow().fix()).hasValueSatisfying(fix -> {
            assertThat(fix.action()).isEqualTo(Action.TRUST_AUTHORITY);
            assertThat(fix.args().get("sha256")).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        });
    }

    @Test
    void refusesAPrivateAuthorityWhereNoneIsChosen() throws Exception {
        assertFailed(
                signIn(server("localhost", now.minusSeconds(60), now.plusSeconds(600)), List.of()),
                ServerCode.TLS_UNTRUSTED);
    }

    @Test
    void refusesAnotherHost() throws Exception {
        assertFailed(
                signIn(server("other.example", now.minusSeconds(60), now.plusSeconds(600)), List.of(authority)),
                ServerCode.TLS_HOST_MISMATCH);
    }

    @Test
    void refusesAnExpiredCertificate() throws Exception {
        assertFailed(
                signIn(server("localhost", now.minusSeconds(600), now.minusSeconds(60)), List.of(authority)),
                ServerCode.TLS_NOT_VALID_NOW);
    }

    @Test
    void namesAnAnchorThatCannotBeRead() {
        var connected = new ThingsBoard(new HttpClients()).connect(entry(1, List.of("no certificate")));
        assertFailed(connected, ServerCode.ANCHOR_UNREADABLE);
    }

    private Outcome<ServerAdapter.SignedIn> signIn(Identity server, List<Identity> trusted) throws Exception {
        try (MockWebServer web = new MockWebServer()) {
            web.useHttps(context(server).getSocketFactory());
            web.enqueue(new MockResponse.Builder()
                    .body("{\"token\":\"a\",\"refreshToken\":\"r\"}")
                    .build());
            web.enqueue(new MockResponse.Builder()
                    .body("{\"name\":\"me\",\"authority\":\"TENANT_ADMIN\"}")
                    .build());
            web.start();
            List<String> anchors = trusted.stream()
                    .map(anchor -> Pem.certificate(anchor.leaf()))
                    .toList();
            return new ThingsBoard(new HttpClients(), Duration.ofSeconds(5))
                    .connect(entry(web.getPort(), anchors))
                    .orThrow()
                    .signIn(new Cancellation());
        }
    }

    private static ServerEntry entry(int port, List<String> anchors) {
        return new ServerEntry(
                UUID.randomUUID(),
                "tls",
                ServerEntry.Kind.THINGSBOARD,
                URI.create("https://localhost:" + port),
                "me",
                Secret.of("pw"),
                Optional.empty(),
                Optional.empty(),
                anchors);
    }

    private Identity authority(String subject) {
        KeyPair keys = MAKER.newKey(KeyType.EC_P256);
        var spec = new CertificateSpec(
                subject, now.minusSeconds(3600), now.plusSeconds(3600), Purpose.ROOT, List.of(), List.of());
        return new Identity(List.of(MAKER.selfSigned(keys, spec).orThrow()), keys.getPrivate());
    }

    private Identity server(String host, Instant from, Instant to) {
        KeyPair keys = MAKER.newKey(KeyType.EC_P256);
        var spec = new CertificateSpec("CN=" + host, from, to, Purpose.MQTT_SERVER, List.of(host), List.of());
        X509Certificate leaf = MAKER.issue(keys.getPublic(), spec, authority).orThrow();
        return new Identity(List.of(leaf), keys.getPrivate());
    }

    private static SSLContext context(Identity identity) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "server", identity.key(), new char[0], identity.chain().toArray(Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
