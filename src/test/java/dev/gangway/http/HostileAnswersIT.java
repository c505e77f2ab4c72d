package dev.gangway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.bench.TestChain;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.Printable;
import dev.gangway.enrolment.ClientAuthentication;
import dev.gangway.enrolment.cmp.CmpClient;
import dev.gangway.enrolment.cmp.CmpRequestType;
import dev.gangway.enrolment.cmp.CmpServer;
import dev.gangway.enrolment.est.EstClient;
import dev.gangway.enrolment.est.EstServer;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Pem;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.thingsboard.ThingsBoard;
import dev.gangway.token.oauth.ClientAuth;
import dev.gangway.token.oauth.Grant;
import dev.gangway.token.oauth.OAuthClient;
import dev.gangway.token.oauth.TokenRequestSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a server answers that means us harm: every client ends with a diagnosis that fits on a screen and steers no
 * terminal, sends its credentials nowhere else, and takes no cookie.
 */
class HostileAnswersIT {
    private static final Identity AUTHORITY = TestChain.root("Hostile");
    private static final Identity DEVICE = TestChain.device("pump-1", AUTHORITY);
    private static final int DEEP = 100_000;
    private static final int LONG = 4 << 20;
    private static final String STEERING =
            "\u001b]0;owned\u0007\u001b[2J\r\n\u202e=cmd|'/c calc'!A1<script>alert(1)</script>";

    private final MockWebServer server = new MockWebServer();
    private final MockWebServer elsewhere = new MockWebServer();
    private final Cancellation never = new Cancellation();

    /** One that asks a server for something. */
    private enum Client {
        REST("application/json"),
        TOKEN("application/json"),
        DISCOVERY("application/json"),
        KEYS("application/json"),
        EST_AUTHORITIES("application/pkcs7-mime"),
        EST_ATTRIBUTES("application/csrattrs"),
        CMP("application/pkixcmp");

        private final String type;

        Client(String type) {
            this.type = type;
        }

        private boolean isBase64() {
            return type.equals("application/pkcs7-mime") || type.equals("application/csrattrs");
        }
    }

    /** What the server answers. */
    private enum Misdeed {
        DEEP_LISTS,
        DEEP_OBJECTS,
        DEEP_DER,
        LONG_NAME,
        STEERING_BODY,
        STEERING_ERROR,
        STEERING_TYPE,
        ZIP_BOMB,
        DAMAGED_ZIP,
        ENDLESS,
        REDIRECT,
        REDIRECT_THAT_KEEPS_THE_METHOD,
        COOKIES
    }

    private static List<Arguments> everyPair() {
        return List.of(Client.values()).stream()
                .flatMap(client -> List.of(Misdeed.values()).stream().map(misdeed -> Arguments.of(client, misdeed)))
                .toList();
    }

    @BeforeEach
    void start() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Identity own = TestChain.server(AUTHORITY);
        store.setKeyEntry("own", own.key(), new char[0], own.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server.useHttps(context.getSocketFactory());
        server.start();
        elsewhere.start();
    }

    @AfterEach
    void stop() {
        server.close();
        elsewhere.close();
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void endsWithADiagnosisOfOurOwn(Client client, Misdeed misdeed) throws InterruptedException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(client, misdeed);
            }
        });
        Outcome<?> first = ask(client);
        Outcome<?> second = misdeed == Misdeed.COOKIES ? ask(client) : first;
        if (client != Client.KEYS) { // what keys are is looked at when a token is checked
            assertThat(first.failure()).as("%s, %s: %s", client, misdeed, first).isPresent();
        }
        for (Diagnosis why : List.of(first, second).stream()
                .flatMap(each -> each.failure().stream())
                .toList()) {
            assertThat(why.toString()).hasSizeLessThan(20_000);
            assertThat(why.args().values()).allMatch(value -> value.codePoints().allMatch(Printable::is));
            why.evidence()
                    .forEach(seen -> assertThat(seen.args().values())
                            .allMatch(value -> value.codePoints().allMatch(Printable::is)));
        }
        assertThat(elsewhere.getRequestCount()).isZero();
        for (int i = server.getRequestCount(); i > 0; i--) {
            assertThat(server.takeRequest().getHeaders().get("Cookie")).isNull();
        }
    }

    private MockResponse answer(Client client, Misdeed misdeed) {
        MockResponse.Builder builder = new MockResponse.Builder().addHeader("Content-Type", client.type);
        switch (misdeed) {
            case DEEP_LISTS -> builder.body(body(client, "[".repeat(DEEP)));
            case DEEP_OBJECTS -> builder.body(body(client, "{\"keys\":".repeat(DEEP)));
            case DEEP_DER -> builder.body(body(client, "0\u0080".repeat(DEEP)));
            case LONG_NAME -> builder.body(body(client, "{\"" + "n".repeat(LONG) + "\":\"" + "v".repeat(LONG) + "\"}"));
            case STEERING_BODY -> builder.body(STEERING);
            case STEERING_ERROR ->
                builder.code(400)
                        .body("{\"error\":\"" + json(STEERING) + "\",\"error_description\":\"" + json(STEERING)
                                + "\",\"message\":\"" + json(STEERING) + "\"}");
            case STEERING_TYPE ->
                builder.code(500)
                        .setHeader("Content-Type", "text/plain; charset=owned")
                        .body(STEERING);
            case ZIP_BOMB -> builder.addHeader("Content-Encoding", "gzip").body(new Buffer().write(zipped(64 << 20)));
            case DAMAGED_ZIP -> builder.addHeader("Content-Encoding", "gzip").body("no zip at all");
            case ENDLESS -> builder.chunkedBody(new Buffer().write(new byte[40 << 20]), 1 << 16);
            case REDIRECT, REDIRECT_THAT_KEEPS_THE_METHOD ->
                builder.code(misdeed == Misdeed.REDIRECT ? 302 : 307)
                        .addHeader("Location", elsewhere.url("/stolen").toString());
            case COOKIES -> builder.addHeader("Set-Cookie", "session=1; Path=/").body(body(client, "{}"));
        }
        return builder.build();
    }

    private static Buffer body(Client client, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return new Buffer().write(client.isBase64() ? Base64.getMimeEncoder().encode(bytes) : bytes);
    }

    private static String json(String text) {
        return text.replace("\u001b", "\\u001b").replace("\u0007", "\\u0007").replace("\r\n", "\\r\\n");
    }

    private static byte[] zipped(int zeros) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            for (int i = 0; i < zeros >> 16; i++) {
                zip.write(new byte[1 << 16]);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private Outcome<?> ask(Client client) {
        URI url = server.url("/token").uri();
        OAuthClient oauth = new OAuthClient(new HttpClients(), AUTHORITY.chain(), Clock.systemUTC());
        return switch (client) {
            case REST -> rest();
            case TOKEN ->
                oauth.request(
                        new TokenRequestSpec(
                                url,
                                new ClientAuth.SecretBasic("line4", Secret.of("s3cret")),
                                new Grant.ClientCredentials(),
                                List.of(),
                                Optional.empty()),
                        never);
            case DISCOVERY -> oauth.discover(url, never);
            case KEYS -> oauth.keySet(url, never);
            case EST_AUTHORITIES -> new EstClient(new HttpClients()).authorities(est(), never);
            case EST_ATTRIBUTES ->
                new EstClient(new HttpClients())
                        .csrAttributes(est(), ClientAuthentication.password("me", Secret.of("pa55word")), never);
            case CMP ->
                new CmpClient(new HttpClients(), Clock.systemUTC())
                        .request(
                                CmpServer.at(url.toString(), AUTHORITY.chain()).orThrow(),
                                new CmpClient.CmpAuthentication.SharedSecret("reference", Secret.of("s3cret")),
                                new CmpClient.CmpRequest(
                                        CmpRequestType.INITIAL,
                                        new KeyPair(DEVICE.leaf().getPublicKey(), DEVICE.key()),
                                        "CN=pump-1"),
                                Deadline.in(Duration.ofSeconds(20)),
                                never);
        };
    }

    private EstServer est() {
        return EstServer.at("localhost:" + server.getPort(), List.of())
                .orThrow()
                .trusting(AUTHORITY.chain());
    }

    private Outcome<?> rest() {
        ServerEntry entry = new ServerEntry(
                UUID.randomUUID(),
                "hostile",
                ServerEntry.Kind.THINGSBOARD,
                URI.create("https://localhost:" + server.getPort()),
                "me@example",
                Secret.of("pa55word"),
                Optional.empty(),
                Optional.empty(),
                AUTHORITY.chain().stream().map(HostileAnswersIT::pem).toList());
        return new ThingsBoard(new HttpClients()).connect(entry).orThrow().signIn(never);
    }

    private static String pem(X509Certificate certificate) {
        return Pem.certificate(certificate);
    }
}
