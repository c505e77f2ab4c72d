package dev.gangway.token.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Cancellation;
import dev.gangway.brokers.Keycloak;
import dev.gangway.brokers.KeycloakClients;
import dev.gangway.brokers.Person;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.http.HttpClients;
import dev.gangway.secret.Secret;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every grant and every error with a real Keycloak. */
@Tag("keycloak")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakIT {
    private static final ClientAuth PUMP = new ClientAuth.SecretBasic("pump", Secret.of("pump-secret"));

    private final Cancellation never = new Cancellation();
    private final OAuthClient client = new OAuthClient(new HttpClients(), List.of(), Clock.systemUTC());
    private Metadata keycloak;

    @BeforeAll
    void discover() throws Exception {
        URI issuer = Keycloak.running(KeycloakClients.keys()).issuer();
        keycloak = client.discover(issuer, never).orThrow();
        assertThat(keycloak.issuer()).isEqualTo(issuer.toString());
    }

    private Outcome<IssuedToken> ask(ClientAuth auth, Grant grant, String... scopes) {
        return client.request(
                new TokenRequestSpec(keycloak.tokenEndpoint(), auth, grant, List.of(scopes), Optional.empty()), never);
    }

    private static Diagnosis refusal(Outcome<IssuedToken> outcome, OAuthCode code) {
        Diagnosis why = outcome.failure().orElseThrow();
        assertThat(why.code()).as(why.toString()).isEqualTo(code.id());
        return why;
    }

    @Test
    void saysWhatItCanDo() {
        assertThat(keycloak.grants())
                .contains("client_credentials", "password", "urn:ietf:params:oauth:grant-type:device_code");
        assertThat(keycloak.clientAuthentications())
                .contains("client_secret_basic", "client_secret_post", "private_key_jwt", "tls_client_auth");
        assertThat(keycloak.keySet()).isPresent();
    }

    @Test
    void issuesToAClientInItsOwnName() {
        IssuedToken basic = ask(PUMP, new Grant.ClientCredentials()).orThrow();
        assertThat(basic.lifetime()).hasValueSatisfying(life -> assertThat(life).isPositive());
        assertThat(basic.refreshToken()).as("a client needs none").isEmpty();
        ask(new ClientAuth.SecretPost("pump", Secret.of("pump-secret")), new Grant.ClientCredentials())
                .orThrow();
        ask(KeycloakClients.signing(), new Grant.ClientCredentials()).orThrow();
    }

    @Test
    void issuesForAUserAndRefreshes() {
        IssuedToken first = ask(PUMP, new Grant.Password("operator", Secret.of("operator-password")))
                .orThrow();
        Secret refresh = first.refreshToken().orElseThrow();
        IssuedToken second = ask(PUMP, new Grant.Refresh(refresh)).orThrow();
        assertThat(second.accessToken()).isNotEqualTo(first.accessToken());
        refusal(ask(PUMP, new Grant.Refresh(Secret.of("no refresh token"))), OAuthCode.INVALID_GRANT);
    }

    @Test
    void issuesWhenAPersonApproves() throws Exception {
        ClientAuth panel = new ClientAuth.None("panel");
        DeviceAuthorization login = client.startDevice(
                        keycloak.deviceEndpoint().orElseThrow(), "panel", List.of(), never)
                .orThrow();
        assertThat(login.userCode()).isNotBlank();
        try (Person person = new Person();
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Outcome<IssuedToken>> waiting = () -> new DeviceFlow(client, Clock.systemUTC())
                    .await(
                            login,
                            new TokenRequestSpec(
                                    keycloak.tokenEndpoint(),
                                    panel,
                                    new Grant.ClientCredentials(),
                                    List.of(),
                                    Optional.empty()),
                            never);
            Future<Outcome<IssuedToken>> token = executor.submit(waiting);
            Person.Page signIn = person.open(login.pageWithCode().orElseThrow());
            Person.Page consent =
                    person.submit(signIn, Map.of("username", "operator", "password", "operator-password"));
            person.submit(consent, Map.of("accept", "Yes"));
            assertThat(token.get().orThrow().accessToken().length()).isPositive();
        }
    }

    @Test
    void saysThatThePersonRefused() throws Exception {
        DeviceAuthorization login = client.startDevice(
                        keycloak.deviceEndpoint().orElseThrow(), "panel", List.of(), never)
                .orThrow();
        try (Person person = new Person()) {
            Person.Page signIn = person.open(login.pageWithCode().orElseThrow());
            Person.Page consent =
                    person.submit(signIn, Map.of("username", "operator", "password", "operator-password"));
            person.submit(consent, Map.of("cancel", "No"));
        }
        refusal(ask(new ClientAuth.None("panel"), new Grant.DeviceCode(login.deviceCode())), OAuthCode.ACCESS_DENIED);
    }

    @Test
    void namesEveryRefusal() {
        Grant own = new Grant.ClientCredentials();
        Diagnosis wrong = refusal(
                ask(new ClientAuth.SecretBasic("pump", Secret.of("guessed")), own), OAuthCode.UNAUTHORIZED_CLIENT);
        assertThat(wrong.args()).containsEntry("status", "401");
        assertThat(wrong.toString()).doesNotContain("guessed");
        refusal(ask(new ClientAuth.SecretBasic("nobody", Secret.of("x")), own), OAuthCode.INVALID_CLIENT);
        refusal(ask(PUMP, own, "no-such-scope"), OAuthCode.INVALID_SCOPE);
        refusal(ask(PUMP, new Grant.Password("operator", Secret.of("wrong"))), OAuthCode.INVALID_GRANT);
        refusal(
                ask(new ClientAuth.SecretBasic("guarded", Secret.of("guarded-secret")), own),
                OAuthCode.UNAUTHORIZED_CLIENT);
        refusal(
                ask(
                        new ClientAuth.SecretBasic("guarded", Secret.of("guarded-secret")),
                        new Grant.Password("operator", Secret.of("operator-password"))),
                OAuthCode.UNAUTHORIZED_CLIENT);
        refusal(ask(KeycloakClients.signingWithAnotherKey(), own), OAuthCode.INVALID_CLIENT);
    }

    @Test
    void findsNothingAtAnotherAddress() {
        URI other = URI.create(keycloak.issuer().replace("plant", "no-such-realm"));
        assertThat(client.discover(other, never).failure()).isPresent();
        URI page = URI.create(keycloak.issuer() + "/account");
        Outcome<IssuedToken> html = client.request(
                new TokenRequestSpec(page, PUMP, new Grant.ClientCredentials(), List.of(), Optional.empty()), never);
        assertThat(html.failure())
                .hasValueSatisfying(why -> assertThat(why.code())
                        .isIn(OAuthCode.NOT_JSON.id(), OAuthCode.REDIRECTED.id(), OAuthCode.OTHER_ERROR.id()));
    }
}
