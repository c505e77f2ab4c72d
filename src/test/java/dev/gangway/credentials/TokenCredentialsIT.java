package dev.gangway.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.app.Workspace;
import dev.gangway.background.Cancellation;
import dev.gangway.bench.engine.Bench;
import dev.gangway.bench.kinds.Kinds;
import dev.gangway.bench.rules.MqttCode;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.HeldToken;
import dev.gangway.device.TokenClient;
import dev.gangway.device.TokenSigning;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.onboarding.Onboarding.Result;
import dev.gangway.onboarding.OnboardingPlan;
import dev.gangway.onboarding.Station;
import dev.gangway.secret.Secret;
import dev.gangway.token.jwt.Algorithm;
import dev.gangway.token.jwt.Jwks;
import dev.gangway.token.jwt.JwtKeys;
import dev.gangway.token.jwt.JwtKeys.SigningKey;
import dev.gangway.token.oauth.DeviceAuthorization;
import dev.gangway.token.oauth.OAuthCode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Devices that sign in with tokens: signed here, or fetched from an authorization server. */
class TokenCredentialsIT {
    @TempDir
    Path folder;

    private final Cancellation never = new Cancellation();
    private Station station;
    private Workspace workspace;

    @BeforeEach
    void open() {
        station = new Station(folder, new Bench(Kinds.judge()));
        workspace = station.open();
    }

    @AfterEach
    void close() {
        workspace.close();
        station.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Algorithm.class,
            names = {"HS256", "PS256", "ES256", "ES384", "ES512", "EDDSA"})
    void aTokenOfATrustedKeySignsIn(Algorithm algorithm) {
        SigningKey key = JwtKeys.fresh(algorithm);
        trust(key);
        Result result = onboard("jwt-1", jwt(algorithm, key, "{\"clientid\": \"{name}\"}", false));
        assertThat(result.failure()).isEmpty();
        assertThat(result.run()).isPresent();
    }

    @Test
    void theTokenGoesIntoTheUserNameAsWell() {
        SigningKey key = JwtKeys.fresh(Algorithm.ES256);
        trust(key);
        assertThat(onboard("jwt-2", jwt(Algorithm.ES256, key, "{}", true)).failure())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"exp\": 1000}            | JWT_EXPIRED",
                "{\"nbf\": 99999999999}     | JWT_NOT_YET_VALID",
                "{\"clientid\": \"other\"}  | JWT_CLAIM_DIFFERS",
                "{\"username\": \"other\"}  | JWT_USER_DIFFERS"
            })
    void aRefusedTokenIsExplained(String claims, MqttCode code) {
        SigningKey key = JwtKeys.fresh(Algorithm.ES256);
        trust(key);
        Result result = onboard("jwt-3", jwt(Algorithm.ES256, key, claims, false));
        assertThat(result.failure())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo(code.id()));
    }

    @Test
    void aTokenOfAnUnknownKeyIsRefused() {
        Result result = onboard("jwt-4", jwt(Algorithm.ES256, JwtKeys.fresh(Algorithm.ES256), "{}", false));
        assertThat(result.failure())
                .hasValueSatisfying(
                        why -> assertThat(why.is(MqttCode.JWT_CLAIMS_REFUSED)).isTrue());
    }

    @Test
    void aTokenIsFetchedKeptAndRefreshed() {
        TokenClient.Grant user =
                new TokenClient.Grant.Password(station.server.tenantUser(), Secret.of(station.server.tenantPassword()));
        Result result = onboard("oauth-1", new CredentialChoice.Existing(oauth(user, "practice-secret")));
        assertThat(result.failure()).isEmpty();
        Credential.OAuth kept = stored("oauth-1");
        assertThat(kept.held())
                .hasValueSatisfying(token -> assertThat(token.refreshToken()).isPresent());
        Device device = workspace.devices().named("oauth-1").orElseThrow();
        Device again = workspace.tokens().of(device, never).orThrow();
        assertThat(again.credential()).as("still good").isEqualTo(kept);
    }

    @Test
    void aWrongClientSecretIsExplained() {
        Result result = onboard(
                "oauth-2",
                new CredentialChoice.Existing(oauth(new TokenClient.Grant.ClientCredentials(), "not the secret")));
        assertThat(result.failure())
                .hasValueSatisfying(
                        why -> assertThat(why.is(OAuthCode.INVALID_CLIENT)).isTrue());
    }

    @ParameterizedTest
    @CsvSource({"approve, ", "decline, ACCESS_DENIED"})
    void aPersonDecidesOnALoginElsewhere(String decision, OAuthCode refusal) throws Exception {
        TokenClient.Grant login =
                new TokenClient.Grant.DeviceLogin(URI.create(station.server.restUrl() + "/oauth/device_authorization"));
        TokenClient client = oauth(login, "practice-secret").client();
        DeviceAuthorization begun =
                workspace.tokenRequests().login(client, never).orThrow();
        decide(begun, decision);
        Outcome<HeldToken> held = workspace.tokenRequests().await(client, begun, never);
        assertThat(held.failure().map(Diagnosis::code))
                .isEqualTo(Optional.ofNullable(refusal).map(OAuthCode::id));
        if (refusal == null) {
            Credential credential = new Credential.OAuth(client, Optional.of(held.orThrow()), false, Optional.empty());
            assertThat(onboard("oauth-4", new CredentialChoice.Existing(credential))
                            .failure())
                    .isEmpty();
        }
    }

    private static void decide(DeviceAuthorization login, String decision) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(login.page())
                .POST(HttpRequest.BodyPublishers.ofString("user_code=" + login.userCode() + "&decision=" + decision))
                .build();
        try (HttpClient browser = HttpClient.newHttpClient()) {
            assertThat(browser.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aLoginThatNobodyApprovedIsAskedFor() {
        TokenClient.Grant login = new TokenClient.Grant.DeviceLogin(URI.create("https://id.example/device"));
        Result result = onboard("oauth-3", new CredentialChoice.Existing(oauth(login, "practice-secret")));
        assertThat(result.failure())
                .hasValueSatisfying(
                        why -> assertThat(why.is(OnboardingCode.LOGIN_NEEDED)).isTrue());
    }

    private void trust(SigningKey key) {
        switch (key) {
            case SigningKey.Pair pair -> station.server.trustTokens(Jwks.of(Map.of("key", pair.publicKey())));
            case SigningKey.Shared(Secret secret) -> station.server.trustSharedSecret(secret);
        }
    }

    private static CredentialChoice jwt(Algorithm algorithm, SigningKey key, String claims, boolean inUserName) {
        TokenSigning signing = new TokenSigning(
                algorithm.headerName(),
                JwtKeys.stored(key),
                JwtKeys.publicPem(key),
                Optional.empty(),
                claims,
                Duration.ofHours(1));
        return new CredentialChoice.NewJwt(
                signing, inUserName, Optional.of("me").filter(name -> !inUserName));
    }

    private Credential.OAuth oauth(TokenClient.Grant grant, String secret) {
        TokenClient client = new TokenClient(
                URI.create(station.server.restUrl() + "/oauth/token"),
                "practice",
                new TokenClient.Proof.SecretBasic(Secret.of(secret)),
                grant,
                List.of(),
                Optional.empty(),
                List.of());
        return new Credential.OAuth(client, Optional.empty(), false, Optional.empty());
    }

    private Credential.OAuth stored(String name) {
        return (Credential.OAuth) workspace.devices().named(name).orElseThrow().credential();
    }

    private Result onboard(String name, CredentialChoice choice) {
        OnboardingPlan recipe =
                new OnboardingPlan(station.entry().id(), "default", choice, OnboardingPlan.Test.TELEMETRY);
        return workspace.onboarding().onboard(recipe, name, "", step -> {}, never);
    }
}
