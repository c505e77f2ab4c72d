package dev.gangway.bench.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.secret.Secret;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VariationsTest {
    private static final Set<MatrixDimension> ALL = MatrixDimension.combined();

    @Test
    void aTokenInPlainTextVariesByVersionAndField() {
        Plan plan = plan(false, Optional.of("token"), Optional.empty());
        assertThat(Variations.of(plan, ALL))
                .extracting(Variation::traits)
                .containsExactly(
                        List.of(MatrixValue.MQTT_5, MatrixValue.TOKEN_IN_USER_NAME),
                        List.of(MatrixValue.MQTT_5, MatrixValue.TOKEN_IN_PASSWORD),
                        // before MQTT 5 a password cannot be sent without a user name
                        List.of(MatrixValue.MQTT_3_1_1, MatrixValue.TOKEN_IN_USER_NAME));
        Variation inPassword = Variations.of(plan, ALL).get(1);
        assertThat(inPassword.plan().mqtt().userName()).isEmpty();
        assertThat(inPassword.plan().mqtt().password()).hasValue(Secret.of("token"));
    }

    @Test
    void aCertificateVariesByTlsAndByHowItIsShown() {
        Plan bare = plan(true, Optional.empty(), Optional.empty());
        assertThat(Variations.of(bare, ALL)).hasSize(4);
        Plan one = bare.withTls(bare.tls().withIdentity(identity(1)));
        assertThat(Variations.of(one, ALL)).hasSize(2 * 3 * 2);
        assertThat(Variations.of(one, Set.of(MatrixDimension.CERTIFICATE)))
                .extracting(variation -> variation.plan().tls().presentation())
                .containsExactly(
                        TlsOptions.Presentation.ALWAYS,
                        TlsOptions.Presentation.STOCK_JAVA,
                        TlsOptions.Presentation.NEVER);
        Plan chain = bare.withTls(bare.tls().withIdentity(identity(2)));
        assertThat(Variations.of(chain, Set.of(MatrixDimension.CHAIN)))
                .extracting(variation ->
                        variation.plan().tls().identity().orElseThrow().chain().size())
                .containsExactly(2, 1);
    }

    @Test
    void anAxisThatMeansNothingLeavesThePlanAsItIs() {
        Plan plan = plan(false, Optional.of("user"), Optional.of(Secret.of("password")));
        assertThat(Variations.of(
                        plan,
                        Set.of(
                                MatrixDimension.TLS,
                                MatrixDimension.CERTIFICATE,
                                MatrixDimension.CHAIN,
                                MatrixDimension.TOKEN)))
                .containsExactly(new Variation(List.of(), plan));
    }

    @Test
    void theNinthRefusalInAMinuteWaits() {
        RateLimiter pace = new RateLimiter();
        long start = 5_000_000_000L;
        for (int i = 0; i < RateLimiter.MOST_REFUSED; i++) {
            assertThat(pace.pause(start + i)).isZero();
            pace.refused(start + i);
        }
        assertThat(pace.pause(start + 10)).isEqualTo(RateLimiter.WINDOW.minusNanos(10));
        assertThat(pace.pause(start + RateLimiter.WINDOW.toNanos())).isZero();
        assertThat(pace.pause(start)).isLessThanOrEqualTo(Duration.ofSeconds(60));
    }

    private static Plan plan(boolean tls, Optional<String> user, Optional<Secret> password) {
        return Plan.connect(
                Endpoint.of("broker.example", 8883, tls),
                TlsOptions.trusting(List.of()),
                MqttOptions.of(MqttOptions.Version.V5, "", user, password));
    }

    private static Identity identity(int certificates) {
        BouncyCastleMaker maker = new BouncyCastleMaker();
        KeyPair keys = maker.newKey(KeyType.EC_P256);
        Instant now = Instant.now();
        X509Certificate certificate = maker.selfSigned(
                        keys, CertificateSpec.device("CN=pump", now, now.plus(Duration.ofDays(1))))
                .orThrow();
        return new Identity(Collections.nCopies(certificates, certificate), keys.getPrivate());
    }
}
