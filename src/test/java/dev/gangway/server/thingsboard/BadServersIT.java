package dev.gangway.server.thingsboard;

import static dev.gangway.server.thingsboard.ThingsBoardAdapterIT.assertFailed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Cancellation;
import dev.gangway.device.Credential;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.http.HttpClients;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerAdapter.NewDevice;
import dev.gangway.server.ServerAdapter.SignedIn;
import dev.gangway.server.ServerCode;
import dev.gangway.server.ServerEntry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that are none, or that misbehave at any point: each gets a diagnosis of its own, and in time. */
class BadServersIT {
    private static final String TOKENS = "{\"token\":\"access-%d\",\"refreshToken\":\"refresh-%d\"}";
    private static final String EXPIRED =
            "{\"status\":401,\"message\":\"Token has expired\",\"errorCode\":11,\"timestamp\":1}";
    private static final String USER = "{\"name\":\"me\",\"authority\":\"TENANT_ADMIN\"}";

    private final MockWebServer web = new MockWebServer();
    private final Cancellation never = new Cancellation();

    @BeforeEach
    void start() throws IOException {
        web.start();
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void nothingListens() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertFailed(signIn(URI.create("http://localhost:" + port)), ServerCode.REFUSED);
    }

    @Test
    void itNeverAnswers() {
        web.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        assertFailed(signIn(url()), ServerCode.TIMEOUT);
    }

    @Test
    void itAnswersOneByteASecond() {
        web.enqueue(json(200, USER)
                .newBuilder()
                .throttleBody(1, 1, java.util.concurrent.TimeUnit.SECONDS)
                .build());
        assertFailed(signIn(url()), ServerCode.TIMEOUT);
    }

    @Test
    void itHangsUp() {
        web.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                .build());
        assertFailed(signIn(url()), ServerCode.CONNECTION_LOST);
    }

    @Test
    void itSpeaksNoHttp() throws IOException {
        try (Garbage garbage = new Garbage("SSH-2.0-OpenSSH_9.6\r\n")) {
            assertFailed(signIn(garbage.url("http")), ServerCode.ANSWER_NOT_UNDERSTOOD);
        }
    }

    @Test
    void itSpeaksPlainHttpWhereTlsIsExpected() {
        IntStream.range(0, 4).forEach(i -> web.enqueue(json(200, "{}")));
        assertFailed(signIn(URI.create("https://localhost:" + web.getPort())), ServerCode.NOT_TLS);
    }

    @Test
    void itWantsTlsWherePlainHttpIsExpected() throws IOException {
        try (Garbage alert = new Garbage("\u0015\u0003\u0003\u0000\u0002\u0002\u0050")) {
            assertFailed(signIn(alert.url("http")), ServerCode.WANTS_TLS);
        }
    }

    @Test
    void itSendsMoreThanAnybodyAskedFor() {
        web.enqueue(new MockResponse.Builder()
                .body(new Buffer().write(new byte[(16 << 20) + 1]))
                .build());
        assertFailed(signIn(url()), ServerCode.ANSWER_TOO_LARGE);
    }

    @Test
    void itSendsUsElsewhereAndThePasswordStaysHere() {
        web.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", "https://elsewhere.example/login")
                .build());
        assertFailed(signIn(url()), ServerCode.REDIRECTED);
        assertThat(web.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "3", "[]", "{}", "\"x\"", "{\"name\":{}}", "{\"name\":\"x\"}", "{\"a\":", "garbage"})
    void itAnswersSomethingElse(String body) {
        web.enqueue(json(200, TOKENS.formatted(1, 1)));
        web.enqueue(json(200, body));
        assertFailed(signIn(url()), ServerCode.ANSWER_NOT_UNDERSTOOD);
    }

    @Test
    void itWantsASecondFactor() {
        web.enqueue(json(200, "{\"token\":\"pre\",\"scope\":\"PRE_VERIFICATION_TOKEN\"}"));
        assertFailed(signIn(url()), ServerCode.SECOND_FACTOR_NEEDED);
    }

    @Test
    void anEndedSessionIsRefreshed() throws InterruptedException {
        web.enqueue(json(200, TOKENS.formatted(1, 1)));
        web.enqueue(json(401, EXPIRED));
        web.enqueue(json(200, TOKENS.formatted(2, 2)));
        web.enqueue(json(200, USER));
        assertThat(signIn(url()).orThrow().user()).isEqualTo("me");
        assertThat(paths(4)).containsExactly("/api/auth/login", "/api/auth/user", "/api/auth/token", "/api/auth/user");
    }

    @Test
    void whereRefreshingFailsThePasswordHelps() throws InterruptedException {
        web.enqueue(json(200, TOKENS.formatted(1, 1)));
        web.enqueue(json(401, EXPIRED));
        web.enqueue(json(500, "{\"status\":500,\"message\":\"Invalid Refresh Token scope\",\"errorCode\":2}"));
        web.enqueue(json(200, TOKENS.formatted(2, 2)));
        web.enqueue(json(200, USER));
        signIn(url()).orThrow();
        assertThat(paths(5)).endsWith("/api/auth/token", "/api/auth/login", "/api/auth/user");
    }

    @Test
    void aServerThatForgetsEverySessionIsGivenUp() throws InterruptedException {
        web.enqueue(json(200, TOKENS.formatted(1, 1)));
        web.enqueue(json(401, EXPIRED));
        web.enqueue(json(200, TOKENS.formatted(2, 2)));
        web.enqueue(json(401, EXPIRED));
        web.enqueue(json(200, TOKENS.formatted(3, 3)));
        web.enqueue(json(401, EXPIRED));
        assertFailed(signIn(url()), ServerCode.SESSION_EXPIRED);
        assertThat(web.getRequestCount()).isEqualTo(6);
    }

    @Test
    void aCreateIsSentOnceWhenTheAnswerIsLost() throws InterruptedException {
        web.enqueue(json(200, TOKENS.formatted(1, 1)));
        web.enqueue(json(200, USER));
        web.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                .build());
        web.enqueue(json(200, "{}"));
        ServerAdapter adapter = connect(url());
        adapter.signIn(never).orThrow();
        var device = new NewDevice("pump", "", UUID.randomUUID().toString(), "mark", false);
        var made = adapter.create(device, new Credential.AccessToken(Secret.of("TOKEN")), never);
        assertFailed(made, ServerCode.CONNECTION_LOST);
        assertThat(ServerCode.leavesDoubt(made.failure().orElseThrow())).isTrue();
        assertThat(paths(web.getRequestCount()))
                .filteredOn(path -> !path.equals("/")) // the probe for TLS
                .containsExactly("/api/auth/login", "/api/auth/user", "/api/device-with-credentials");
    }

    @Test
    void noSecretIsInAnyDiagnosis() {
        web.enqueue(json(400, "{\"message\":\"bad password pa55word\",\"errorCode\":31}"));
        assertThat(signIn(url()).toString()).doesNotContain("pa55word").contains("bad password");
    }

    private Outcome<SignedIn> signIn(URI url) {
        // Not closed: signing out would be one more request.
        return connect(url).signIn(never);
    }

    private static ServerAdapter connect(URI url) {
        ServerEntry entry = new ServerEntry(
                UUID.randomUUID(),
                "bad",
                ServerEntry.Kind.THINGSBOARD,
                url,
                "me@example",
                Secret.of("pa55word"),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return new ThingsBoard(new HttpClients(), Duration.ofSeconds(2))
                .connect(entry)
                .orThrow();
    }

    private URI url() {
        return URI.create("http://localhost:" + web.getPort());
    }

    private List<String> paths(int count) throws InterruptedException {
        List<String> paths = new java.util.ArrayList<>();
        for (int i = 0; i < count; i++) {
            paths.add(web.takeRequest().getUrl().encodedPath());
        }
        return paths;
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    /** Answers everyone the same bytes, then hangs up. */
    private static final class Garbage implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0);

        Garbage(String answer) throws IOException {
            Thread.ofVirtual().start(() -> {
                while (!server.isClosed()) {
                    try (var client = server.accept()) {
                        client.getInputStream().read(new byte[4096]);
                        client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                        client.shutdownOutput();
                        client.getInputStream().readAllBytes();
                    } catch (IOException over) {
                        // the next one, or the end
                    }
                }
            });
        }

        URI url(String scheme) {
            return URI.create(scheme + "://localhost:" + server.getLocalPort());
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
