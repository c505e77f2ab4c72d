package dev.gangway.practice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeClient.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The token endpoint: tokens that its own keys confirm, and the errors of RFC 6749. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenEndpointIT {
    private static final String CLIENT = "client_id=practice&client_secret=practice-secret";
    private PracticeServer server;
    private PracticeClient rest;

    @BeforeAll
    void start() {
        server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        rest = new PracticeClient(server.restUrl());
    }

    @AfterAll
    void stop() {
        rest.close();
        server.close();
    }

    private Reply token(String form) {
        return rest.anonymously("POST", "/oauth/token", form);
    }

    @Test
    void issuesWhatItsKeysConfirm() throws Exception {
        Reply reply = token("grant_type=client_credentials&scope=mqtt&" + CLIENT);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode granted = reply.json();
        assertThat(granted.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(granted.path("expires_in").asInt()).isEqualTo(300);
        SignedJWT jwt = SignedJWT.parse(granted.path("access_token").asText());
        JWKSet keys = JWKSet.parse(rest.get("/oauth/jwks.json").body());
        var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toECKey();
        assertThat(key.isPrivate()).isFalse();
        assertThat(jwt.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(jwt.getJWTClaimsSet().getIssuer()).isEqualTo(server.restUrl().toString());
        assertThat(jwt.getJWTClaimsSet().getSubject()).isEqualTo("practice");
    }

    @Test
    void takesTheClientInTheHeader() {
        String basic =
                Base64.getEncoder().encodeToString("practice:practice-secret".getBytes(StandardCharsets.US_ASCII));
        Reply reply = rest.send(
                "POST", "/oauth/token", "grant_type=client_credentials", Map.of("Authorization", "Basic " + basic));
        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void refreshesOnce() {
        JsonNode first = token("grant_type=password&username=" + server.tenantUser() + "&password="
                        + server.tenantPassword() + "&" + CLIENT)
                .json();
        String refresh = "grant_type=refresh_token&refresh_token="
                + first.path("refresh_token").asText() + "&" + CLIENT;
        assertThat(token(refresh).json().has("access_token")).isTrue();
        assertThat(token(refresh).json().path("error").asText()).isEqualTo("invalid_grant");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            client_id=practice&client_secret=practice-secret                                         | 400 | invalid_request
            grant_type=client_credentials&client_id=practice&client_secret=wrong                     | 401 | invalid_client
            grant_type=client_credentials                                                            | 401 | invalid_client
            grant_type=client_credentials&scope=all&client_id=practice&client_secret=practice-secret | 400 | invalid_scope
            grant_type=magic&client_id=practice&client_secret=practice-secret                        | 400 | unsupported_grant_type
            grant_type=password&username=x&password=y&client_id=practice&client_secret=practice-secret | 400 | invalid_grant
            grant_type=a&grant_type=b&client_id=practice&client_secret=practice-secret               | 400 | invalid_request
            """)
    void refuses(String form, int status, String error) {
        Reply reply = token(form);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().path("error").asText()).isEqualTo(error);
        assertThat(reply.headers().firstValue("WWW-Authenticate").isPresent()).isEqualTo(status == 401);
    }

    @Test
    void describesItself() {
        JsonNode metadata = rest.get("/.well-known/oauth-authorization-server").json();
        assertThat(metadata.path("issuer").asText()).isEqualTo(server.restUrl().toString());
        assertThat(metadata.path("token_endpoint").asText()).isEqualTo(server.restUrl() + "/oauth/token");
        assertThat(metadata.path("jwks_uri").asText()).isEqualTo(server.restUrl() + "/oauth/jwks.json");
    }
}
