package dev.gangway.enrolment.est;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.bench.TestChain;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.enrolment.ClientAuthentication;
import dev.gangway.enrolment.EnrolmentCode;
import dev.gangway.enrolment.est.EstClient.EstAnswer;
import dev.gangway.http.HttpClients;
import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Source;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.pki.bouncycastle.BouncyCastleReader;
import dev.gangway.pki.bouncycastle.BouncyCastleRequests;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.practice.tls.DeviceAuthority;
import dev.gangway.secret.Secret;
import java.io.IOException;
import java.net.ServerSocket;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Enrolment with the practice server; a server of canned answers says what a healthy one never does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EstClientIT {
    private static final ClientAuthentication LOGIN =
            ClientAuthentication.password("practice", Secret.of("practice-secret"));

    private final Cancellation never = new Cancellation();
    private final BouncyCastleMaker maker = new BouncyCastleMaker();
    private final BouncyCastleRequests requests = new BouncyCastleRequests();
    private final EstClient client = new EstClient(new HttpClients());
    private PracticeServer practice;
    private EstServer server;

    @BeforeAll
    void start() {
        practice = PracticeServer.start(PracticeOptions.freePorts(maker).withEnrolment(requests))
                .orThrow();
        List<X509Certificate> anchors = new BouncyCastleReader()
                .readChain(Source.text("ca", practice.authorityPem()))
                .orThrow();
        EstServer known =
                EstServer.at("localhost:" + practice.httpsPort(), anchors).orThrow();
        server = new Bootstrap(client).trusted(known, Optional.empty(), never).orThrow();
    }

    @AfterAll
    void stop() {
        practice.close();
    }

    private byte[] request(KeyPair keys, String subject) {
        String pem = requests.make(keys, subject).orThrow();
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----.*-----", ""));
    }

    private Outcome<EstAnswer> enrol(EstServer with, ClientAuthentication authentication, KeyPair keys) {
        return client.enrol(with, authentication, request(keys, "CN=pump-9"), keys.getPublic(), never);
    }

    private static Diagnosis failure(Outcome<?> outcome, EnrolmentCode code) {
        Diagnosis why = outcome.failure().orElseThrow();
        assertThat(why.code()).as(why.toString()).isEqualTo(code.id());
        return why;
    }

    private static List<X509Certificate> chain(Outcome<EstAnswer> answer) {
        return ((EstAnswer.Issued) answer.orThrow()).chain();
    }

    @Test
    void enrolsByPasswordAndRenewsByCertificate() {
        KeyPair keys = maker.newKey(KeyType.EC_P256);
        List<X509Certificate> first = chain(enrol(server, LOGIN, keys));
        assertThat(first)
                .singleElement()
                .satisfies(leaf -> assertThat(leaf.getPublicKey()).isEqualTo(keys.getPublic()));

        ClientAuthentication own = ClientAuthentication.certificate(new Identity(first, keys.getPrivate()));
        KeyPair fresh = maker.newKey(KeyType.RSA_2048);
        List<X509Certificate> second =
                chain(client.renew(server, own, request(fresh, "CN=pump-9"), fresh.getPublic(), never));
        assertThat(second.getFirst().getPublicKey()).isEqualTo(fresh.getPublic());
        Diagnosis other = failure(
                client.renew(server, own, request(fresh, "CN=pump-10"), fresh.getPublic(), never),
                EnrolmentCode.REFUSED);
        assertThat(other.evidence().getFirst().args()).containsEntry("message", "The subject has to stay the same.");
    }

    @Test
    void knowsWhatTheServerWants() {
        assertThat(client.csrAttributes(server, LOGIN, never).orThrow().key()).contains(KeyType.EC_P256);
    }

    @Test
    void saysThatThePasswordIsWrong() {
        KeyPair keys = maker.newKey(KeyType.EC_P256);
        Diagnosis why = failure(
                enrol(server, ClientAuthentication.password("practice", Secret.of("guessed")), keys),
                EnrolmentCode.UNAUTHORIZED);
        assertThat(why.toString()).doesNotContain("guessed");
        failure(enrol(server, ClientAuthentication.NONE, keys), EnrolmentCode.UNAUTHORIZED);
        failure(
                client.renew(server, LOGIN, request(keys, "CN=pump-9"), keys.getPublic(), never),
                EnrolmentCode.UNAUTHORIZED);
    }

    @Test
    void asksNothingBeforeAnAuthorityIsConfirmed() {
        EstServer unknown =
                new EstServer(server.base(), List.of(TestChain.root("other").leaf()), List.of());
        failure(enrol(unknown, LOGIN, maker.newKey(KeyType.EC_P256)), EnrolmentCode.AUTHORITY_UNCONFIRMED);
        Bootstrap bootstrap = new Bootstrap(client);
        Diagnosis why =
                failure(bootstrap.trusted(unknown, Optional.empty(), never), EnrolmentCode.AUTHORITY_UNCONFIRMED);
        String sha256 = Fingerprints.sha256(server.authorities().getFirst());
        assertThat(why.evidence()).anyMatch(seen -> seen.args().containsValue(sha256));
        failure(
                bootstrap.trusted(unknown, Optional.of(sha256.replace('A', 'B').replace('1', '2')), never),
                EnrolmentCode.FINGERPRINT_DIFFERS);
        EstServer confirmed = bootstrap
                .trusted(unknown, Optional.of(sha256.replace(":", " ").toLowerCase(java.util.Locale.ROOT)), never)
                .orThrow();
        assertThat(confirmed.authorities()).isEqualTo(server.authorities());
        failure(enrol(confirmed, LOGIN, maker.newKey(KeyType.EC_P256)), EnrolmentCode.UNTRUSTED);
    }

    @Test
    void readsAddressesAsPeopleWriteThem() {
        assertThat(EstServer.at("est.example", List.of()).orThrow().base())
                .hasToString("https://est.example/.well-known/est");
        assertThat(EstServer.at(" https://est.example:8443/ ", List.of())
                        .orThrow()
                        .base())
                .hasToString("https://est.example:8443/.well-known/est");
        assertThat(EstServer.at("https://est.example/.well-known/est/plant2/", List.of())
                        .orThrow()
                        .base())
                .hasToString("https://est.example/.well-known/est/plant2");
        for (String bad : new String[] {"http://est.example", "", "https://", "https://u:p@est.example", "a b"}) {
            failure(EstServer.at(bad, List.of()), EnrolmentCode.ADDRESS);
        }
    }

    /** A server with a certificate of its own authority, which is also the one that it names. */
    private static final class Canned implements AutoCloseable {
        final Identity authority = TestChain.root("Canned");
        final MockWebServer http = new MockWebServer();
        final EstServer address;

        Canned() throws Exception {
            Identity own = TestChain.server(authority);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("own", own.key(), new char[0], own.chain().toArray(X509Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            http.useHttps(context.getSocketFactory());
            http.start();
            address = EstServer.at("localhost:" + http.getPort(), List.of())
                    .orThrow()
                    .trusting(authority.chain());
        }

        void answer(int status, String type, byte[] body, String... header) {
            MockResponse.Builder builder = new MockResponse.Builder()
                    .code(status)
                    .addHeader("Content-Type", type)
                    .body(Base64.getMimeEncoder().encodeToString(body));
            for (int i = 0; i < header.length; i += 2) {
                builder.addHeader(header[i], header[i + 1]);
            }
            http.enqueue(builder.build());
        }

        void say(int status, String type, String text) {
            http.enqueue(new MockResponse.Builder()
                    .code(status)
                    .addHeader("Content-Type", type)
                    .body(text)
                    .build());
        }

        @Override
        public void close() {
            http.close();
        }
    }

    @Test
    void bootstrapsWithNothingButAFingerprint() throws Exception {
        try (Canned canned = new Canned()) {
            EstServer unknown = EstServer.at("localhost:" + canned.http.getPort(), List.of())
                    .orThrow();
            byte[] bundle = DeviceAuthority.pkcs7(
                    List.of(canned.authority.leaf(), TestChain.root("stowaway").leaf()));
            canned.answer(200, "application/pkcs7-mime", bundle);
            EstServer trusted = new Bootstrap(client)
                    .trusted(unknown, Optional.of(Fingerprints.sha256(canned.authority.leaf())), never)
                    .orThrow();
            assertThat(trusted.authorities())
                    .as("a fingerprint confirms one authority only")
                    .isEqualTo(canned.authority.chain());
            KeyPair keys = maker.newKey(KeyType.EC_P256);
            Identity issued = TestChain.device("pump-9", canned.authority);
            canned.answer(200, "application/pkcs7-mime; smime-type=certs-only", DeviceAuthority.pkcs7(issued.chain()));
            failure(enrol(trusted, LOGIN, keys), EnrolmentCode.OTHER_KEY);
            RecordedRequest cacerts = canned.http.takeRequest();
            assertThat(cacerts.getHeaders().get("Authorization"))
                    .as("nothing secret goes to a stranger")
                    .isNull();
        }
    }

    @Test
    void waitsAsLongAsTheServerSaysAndThenAsksAgain() throws Exception {
        try (Canned canned = new Canned()) {
            Identity issued = TestChain.device("pump-9", canned.authority);
            KeyPair keys = new KeyPair(issued.leaf().getPublicKey(), issued.key());
            canned.answer(202, "text/plain", new byte[0], "Retry-After", "1");
            canned.answer(200, "application/pkcs7-mime", DeviceAuthority.pkcs7(issued.chain()));
            EstClient.Asking asking = () -> enrol(canned.address, LOGIN, keys);
            assertThat(client.await(asking, "localhost", Deadline.in(Duration.ofSeconds(20)), never)
                            .orThrow())
                    .containsExactly(issued.leaf());
            canned.answer(202, "text/plain", new byte[0], "Retry-After", "3600");
            Diagnosis late = failure(
                    client.await(asking, "localhost", Deadline.in(Duration.ofSeconds(20)), never),
                    EnrolmentCode.PENDING);
            assertThat(late.args()).containsEntry("seconds", "3600");
        }
    }

    @Test
    void namesWhatIsWrongWithAnAnswer() throws Exception {
        KeyPair keys = maker.newKey(KeyType.EC_P256);
        try (Canned canned = new Canned()) {
            canned.say(200, "text/html", "<html><body>Please <b>sign in</b></body></html>");
            Diagnosis html = failure(enrol(canned.address, LOGIN, keys), EnrolmentCode.WRONG_CONTENT);
            assertThat(html.evidence().getFirst().args()).containsEntry("message", "Please sign in");
            canned.say(200, "application/pkcs7-mime", "!!!");
            failure(enrol(canned.address, LOGIN, keys), EnrolmentCode.NO_CERTIFICATE);
            canned.answer(200, "application/pkcs7-mime", new byte[] {0x30, 5, 1, 2, 3});
            failure(enrol(canned.address, LOGIN, keys), EnrolmentCode.DAMAGED);
            canned.answer(200, "application/pkcs7-mime", DeviceAuthority.pkcs7(List.of()));
            failure(enrol(canned.address, LOGIN, keys), EnrolmentCode.NO_CERTIFICATE);
            Identity foreign = TestChain.device("pump-9", TestChain.root("Foreign"));
            canned.answer(200, "application/pkcs7-mime", DeviceAuthority.pkcs7(foreign.chain()));
            failure(
                    enrol(canned.address, LOGIN, new KeyPair(foreign.leaf().getPublicKey(), foreign.key())),
                    EnrolmentCode.OTHER_AUTHORITY);
            canned.say(404, "text/plain", "no such page");
            failure(enrol(canned.address, LOGIN, keys), EnrolmentCode.NOT_HERE);
            canned.say(503, "text/plain", "later");
            failure(enrol(canned.address, LOGIN, keys), EnrolmentCode.SERVER_ERROR);
            canned.answer(302, "text/plain", new byte[0], "Location", "https://elsewhere.example/");
            failure(enrol(canned.address, LOGIN, keys), EnrolmentCode.REDIRECTED);
            canned.say(200, "application/csrattrs", "MAA=");
            assertThat(client.csrAttributes(canned.address, LOGIN, never).orThrow())
                    .isEqualTo(CsrAttributes.NONE);
            canned.say(200, "application/csrattrs", "AQID");
            failure(client.csrAttributes(canned.address, LOGIN, never), EnrolmentCode.DAMAGED);
        }
    }

    @Test
    void endsWhenItIsCancelledOrNobodyIsThere() throws IOException {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        KeyPair keys = maker.newKey(KeyType.EC_P256);
        failure(
                client.enrol(server, LOGIN, request(keys, "CN=x"), keys.getPublic(), cancelled),
                EnrolmentCode.CANCELLED);
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        EstServer nobody =
                EstServer.at("localhost:" + free, List.of()).orThrow().trusting(server.authorities());
        failure(enrol(nobody, LOGIN, keys), EnrolmentCode.UNREACHABLE);
    }
}
