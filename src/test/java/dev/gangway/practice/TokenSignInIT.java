package dev.gangway.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.contract.RawMqtt;
import dev.gangway.practice.contract.RawMqtt.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Signing in to MQTT with a JWT. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenSignInIT {
    private PracticeServer server;
    private ECKey key;

    @BeforeAll
    void start() throws Exception {
        server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        key = new ECKeyGenerator(Curve.P_256).keyID("plant").generate();
        server.trustTokens(new JWKSet(key).toString());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private String token(ECKey signer, Duration lifetime, String clientId) throws Exception {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject("pump-1")
                .claim("clientid", clientId)
                .expirationTime(Date.from(Instant.now().plus(lifetime)))
                .build();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(signer.getKeyID())
                        .build(),
                claims);
        jwt.sign(new ECDSASigner(signer));
        return jwt.serialize();
    }

    private void assertAnswer(Version version, String userName, String password, String answer) {
        try (RawMqtt mqtt = RawMqtt.tcp("127.0.0.1", server.mqttPort())) {
            assertThat(mqtt.connect(version, "pump-1", userName, password, true))
                    .isEqualTo(answer);
        }
    }

    @Test
    void takesATokenInEitherField() throws Exception {
        String token = token(key, Duration.ofHours(1), "pump-1");
        assertAnswer(Version.V5, "anybody", token, "2003000000");
        assertAnswer(Version.V5, token, null, "2003000000");
        assertAnswer(Version.V311, token, "", "20020000");
    }

    @Test
    void takesWhatItsOwnEndpointIssued() {
        try (PracticeClient rest = new PracticeClient(server.restUrl())) {
            String form = "grant_type=client_credentials&client_id=practice&client_secret=practice-secret";
            String token = rest.anonymously("POST", "/oauth/token", form)
                    .json()
                    .path("access_token")
                    .asText();
            assertAnswer(Version.V5, "anybody", token, "2003000000");
        }
    }

    @Test
    void refusesWhatIsUnfit() throws Exception {
        String expired = token(key, Duration.ofHours(-1), "pump-1");
        assertAnswer(Version.V5, "anybody", expired, "2003008600");
        assertAnswer(Version.V311, "anybody", expired, "20020004");
        assertAnswer(Version.V311, "anybody", token(key, Duration.ofHours(1), "pump-2"), "20020004");
    }

    @Test
    void leavesOtherTokensToTheRulesForPasswords() throws Exception {
        ECKey other = new ECKeyGenerator(Curve.P_256).keyID("plant").generate();
        assertAnswer(Version.V311, "anybody", token(other, Duration.ofHours(1), "pump-1"), "20020005");
    }

    @Test
    void endsWithTheToken() throws Exception {
        try (RawMqtt mqtt = RawMqtt.tcp("127.0.0.1", server.mqttPort())) {
            assertThat(mqtt.connect(Version.V5, "pump-1", "u", token(key, Duration.ofSeconds(5), "pump-1"), true))
                    .isEqualTo("2003000000");
            mqtt.assertEnded(160);
        }
    }

    @Test
    void givesBackWhatIsPublishedWhereItIsSubscribedTo() throws Exception {
        try (RawMqtt mqtt = RawMqtt.tcp("127.0.0.1", server.mqttPort())) {
            mqtt.connect(Version.V5, "pump-1", token(key, Duration.ofHours(1), "pump-1"), null, true);
            assertThat(mqtt.subscribe("plant/+/level", 1)).isEqualTo("900400020001");
            assertThat(mqtt.publish("plant/2/level", "{\"a\":1}", 1)).isEqualTo("40020001");
            assertThat(mqtt.nextPayload("plant/2/level")).isEqualTo("{\"a\":1}");
            assertThat(mqtt.publish("plant/2/flow", "{\"a\":1}", 1)).isEqualTo("40020001");
            mqtt.assertOpen();
        }
    }

    @Test
    void hangsUpOnASilentClient() throws Exception {
        try (RawMqtt mqtt = RawMqtt.tcp("127.0.0.1", server.mqttPort()).keepAlive(1)) {
            mqtt.connect(Version.V5, "pump-1", token(key, Duration.ofHours(1), "pump-1"), null, true);
            mqtt.assertEnded(141);
        }
    }

    @Test
    void trustsKeySetsOnly() {
        assertThatThrownBy(() -> server.trustTokens("no keys")).isInstanceOf(IllegalArgumentException.class);
    }
}
