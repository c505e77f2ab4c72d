package dev.gangway.token.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.http.HttpClients;
import dev.gangway.secret.Secret;
import dev.gangway.token.jwt.Algorithm;
import dev.gangway.token.jwt.CheckingKeys.CheckingKey;
import dev.gangway.token.jwt.Expectation;
import dev.gangway.token.jwt.JwtKeys.SigningKey;
import dev.gangway.token.jwt.TokenReader;
import dev.gangway.token.jwt.TokenReport;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What we send to a token endpoint, and what we make of each answer that the standards allow and some that they do not. */
class OAuthClientIT {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String TOKEN = """
        {"access_token":"abc","token_type":"Bearer","expires_in":300,"refresh_token":"again","scope":"mqtt"}\
        """;

    private static final ClientAuth LINE = new ClientAuth.SecretBasic("line4", Secret.of("s3cret"));

    private final MockWebServer server = new MockWebServer();
    private final OAuthClient client = new OAuthClient(new HttpClients(), List.of(), CLOCK);

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void clientCredentialsGoOutAsBasicAndTheTokenComesBack() throws Exception {
        answer(200, TOKEN);
        IssuedToken token = client.request(
                        spec(new ClientAuth.SecretBasic("line 4", Secret.of("s:cret"))), new Cancellation())
                .orThrow();
        assertThat(token.accessToken()).isEqualTo(Secret.of("abc"));
        assertThat(token.expiresAt()).contains(NOW.plusSeconds(300));
        assertThat(token.refreshAt()).contains(NOW.plusSeconds(240));
        RecordedRequest request = server.takeRequest();
        // RFC 6749, section 2.3.1: id and secret are form-encoded before Basic.
        String basic = java.util.Base64.getEncoder().encodeToString("line+4:s%3Acret".getBytes(StandardCharsets.UTF_8));
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Basic " + basic);
        assertThat(form(request))
                .containsEntry("grant_type", "client_credentials")
                .containsEntry("scope", "mqtt")
                .containsEntry("audience", "broker")
                .doesNotContainKey("client_secret");
    }

    @Test
    void theSecretCanGoIntoTheForm() throws Exception {
        answer(200, TOKEN);
        client.request(spec(new ClientAuth.SecretPost("line4", Secret.of("s3cret"))), new Cancellation())
                .orThrow();
        assertThat(form(server.takeRequest()))
                .containsEntry("client_id", "line4")
                .containsEntry("client_secret", "s3cret");
    }

    @Test
    void aKeyOfItsOwnProvesTheClient() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair keys = generator.generateKeyPair();
        answer(200, TOKEN);
        client.request(
                        spec(new ClientAuth.PrivateKeyJwt(
                                "line4",
                                Algorithm.ES256,
                                new SigningKey.Pair(keys.getPublic(), keys.getPrivate()),
                                Optional.of("k1"))),
                        new Cancellation())
                .orThrow();
        Map<String, String> form = form(server.takeRequest());
        assertThat(form)
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        TokenReport assertion = TokenReader.read(
                        Secret.of(form.get("client_assertion")),
                        new CheckingKey.Public(keys.getPublic()),
                        Expectation.ofTime(Clock.systemUTC(), Duration.ofSeconds(5)))
                .orThrow();
        assertThat(assertion.signature()).isEqualTo(TokenReport.Signature.VALID);
        assertThat(assertion.claims().text("iss")).contains("line4");
        assertThat(assertion.claims().text("sub")).contains("line4");
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_request, oauth.invalid-request",
        "401, invalid_client, oauth.invalid-client",
        "400, invalid_grant, oauth.invalid-grant",
        "401, unauthorized_client, oauth.unauthorized-client",
        "400, unsupported_grant_type, oauth.unsupported-grant-type",
        "400, invalid_scope, oauth.invalid-scope",
        "400, access_denied, oauth.access-denied",
        "400, expired_token, oauth.device-code-expired",
        "400, quota_spent, oauth.other-error"
    })
    void everyErrorOfTheStandardIsNamed(int status, String error, String code) {
        answer(status, "{\"error\":\"" + error + "\",\"error_description\":\"so it is\"}");
        Diagnosis why = refusal();
        assertThat(why.code()).isEqualTo(code);
        assertThat(why.evidence()).anySatisfy(seen -> assertThat(seen.args()).containsValue("so it is"));
    }

    @ParameterizedTest
    @CsvSource({
        "200, <html>Sign in</html>, oauth.not-json",
        "404, <html>No such page</html>, oauth.not-json",
        "302, '', oauth.redirected",
        "429, slow, oauth.rate-limited",
        "503, <html>down</html>, oauth.server-error",
        "200, {}, oauth.not-json"
    })
    void whatIsNoTokenEndpointIsToldApart(int status, String body, String code) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "text/html")
                .addHeader("Location", "/login")
                .body(body)
                .build());
        assertThat(refusal().code()).isEqualTo(code);
    }

    @Test
    void aPublicClientCannotAskInItsOwnName() {
        assertThat(client.request(spec(new ClientAuth.None("line4")), new Cancellation())
                        .failure())
                .hasValueSatisfying(
                        why -> assertThat(why.is(OAuthCode.CLIENT_PROOF_NEEDED)).isTrue());
    }

    @Test
    void nobodyThereIsSaidToBeSo() {
        URI gone = endpoint();
        server.close();
        Diagnosis why = client.request(
                        new TokenRequestSpec(gone, LINE, new Grant.ClientCredentials(), List.of(), Optional.empty()),
                        new Cancellation())
                .failure()
                .orElseThrow();
        assertThat(why.is(OAuthCode.UNREACHABLE)).isTrue();
    }

    @Test
    void theKeeperRenewsInTime() {
        MovingClock clock = new MovingClock();
        OAuthClient moving = new OAuthClient(new HttpClients(), List.of(), clock);
        TokenKeeper keeper = new TokenKeeper(moving, spec(LINE), clock);
        answer(200, TOKEN);
        answer(200, TOKEN.replace("abc", "def"));
        answer(400, "{\"error\":\"invalid_grant\"}");
        answer(200, TOKEN.replace("abc", "ghi"));
        assertThat(token(keeper)).isEqualTo("abc");
        clock.now = NOW.plusSeconds(239);
        assertThat(token(keeper)).isEqualTo("abc");
        clock.now = NOW.plusSeconds(240);
        assertThat(token(keeper)).as("by its refresh token").isEqualTo("def");
        clock.now = NOW.plusSeconds(600);
        assertThat(token(keeper))
                .as("from the start when the refresh token is refused")
                .isEqualTo("ghi");
    }

    @Test
    void aDeviceLoginWaitsForThePerson() {
        answer(200, """
            {"device_code":"d","user_code":"WDJB-MJHT","verification_uri":"https://id.example/device",
             "expires_in":600,"interval":1}\
            """);
        DeviceAuthorization login = client.startDevice(endpoint(), "line4", List.of("mqtt"), new Cancellation())
                .orThrow();
        assertThat(login.userCode()).isEqualTo("WDJB-MJHT");
        DeviceAuthorization quick = new DeviceAuthorization(
                login.deviceCode(),
                login.userCode(),
                login.page(),
                login.pageWithCode(),
                login.expiresAt(),
                Duration.ofMillis(1));
        answer(400, "{\"error\":\"authorization_pending\"}");
        answer(200, TOKEN);
        assertThat(new DeviceFlow(client, CLOCK)
                        .await(quick, spec(LINE), new Cancellation())
                        .isOk())
                .isTrue();
    }

    @Test
    void aClockThatJumpsEndsNoLoginOfADevice() {
        Instant[] now = {NOW};
        Clock jumping = ((InstantSource) () -> now[0]).withZone(ZoneOffset.UTC);
        DeviceAuthorization login = new DeviceAuthorization(
                Secret.of("d"),
                "WDJB-MJHT",
                URI.create("https://id.example/device"),
                Optional.empty(),
                NOW.plusSeconds(600),
                Duration.ofMillis(1));
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                boolean first = now[0].equals(NOW);
                now[0] = NOW.plusSeconds(3600);
                return new MockResponse.Builder()
                        .code(first ? 400 : 200)
                        .addHeader("Content-Type", "application/json")
                        .body(first ? "{\"error\":\"authorization_pending\"}" : TOKEN)
                        .build();
            }
        });
        assertThat(new DeviceFlow(client, jumping)
                        .await(login, spec(LINE), new Cancellation())
                        .isOk())
                .isTrue();
    }

    @Test
    void aTokenOfBeforeTheClockWasSetBackIsNotTakenForFresh() {
        IssuedToken old = new IssuedToken(
                Secret.of("old"),
                Optional.empty(),
                NOW.plusSeconds(3600),
                Optional.of(Duration.ofSeconds(300)),
                List.of());
        answer(200, TOKEN);
        assertThat(token(new TokenKeeper(client, spec(LINE), CLOCK, Optional.of(old))))
                .isEqualTo("abc");
    }

    @Test
    void discoveryFallsBackToRfc8414() {
        server.enqueue(new MockResponse.Builder().code(404).build());
        answer(200, """
            {"issuer":"https://id.example","token_endpoint":"https://id.example/token",
             "jwks_uri":"https://id.example/keys","grant_types_supported":["client_credentials"]}\
            """);
        Metadata metadata =
                client.discover(server.url("/realm").uri(), new Cancellation()).orThrow();
        assertThat(metadata.tokenEndpoint()).isEqualTo(URI.create("https://id.example/token"));
        assertThat(metadata.keySet()).contains(URI.create("https://id.example/keys"));
    }

    private static String token(TokenKeeper keeper) {
        return keeper.fresh(new Cancellation()).orThrow().accessToken().reveal();
    }

    private void answer(int status, String json) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(json)
                .build());
    }

    private Diagnosis refusal() {
        return client.request(spec(LINE), new Cancellation()).failure().orElseThrow();
    }

    private URI endpoint() {
        return server.url("/token").uri();
    }

    private TokenRequestSpec spec(ClientAuth auth) {
        return new TokenRequestSpec(
                endpoint(), auth, new Grant.ClientCredentials(), List.of("mqtt"), Optional.of("broker"));
    }

    private static Map<String, String> form(RecordedRequest request) {
        return Arrays.stream(request.getBody().utf8().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decode(pair[0]), pair -> decode(pair[1])));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static final class MovingClock extends Clock {
        Instant now = NOW;

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
