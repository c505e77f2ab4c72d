package dev.gangway.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.Mosquitto;
import dev.gangway.bench.TestChain;
import dev.gangway.bench.engine.Bench;
import dev.gangway.bench.kinds.Kinds;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.model.TlsOptions.Version;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.onboarding.OnboardingPlan;
import dev.gangway.onboarding.StationCase;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.TestWorkshop;
import dev.gangway.pki.hardware.HardwareCode;
import dev.gangway.pki.hardware.HardwareTokens.LastTry;
import dev.gangway.pki.pkcs11.Pkcs11Tokens;
import dev.gangway.pki.pkcs11.SoftHsm;
import dev.gangway.secret.Secret;
import dev.gangway.testing.TestChoices;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Devices whose keys are in a token. */
@Tag("softhsm")
class HardwareKeysIT extends StationCase {
    private TokenPlace place() throws Exception {
        return new TokenPlace(SoftHsm.module(), SoftHsm.TOKEN);
    }

    private void open(TokenPlace place) {
        try (Secret pin = SoftHsm.pin()) {
            workspace.hardware().open(place, pin, LastTry.SPARE).orThrow();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyType.class,
            names = {"EC_P256", "EC_P384", "RSA_2048"})
    void signsInToThePracticeServerOverBothVersionsOfTls(KeyType type) throws Exception {
        TokenPlace place = place();
        open(place);
        String name = "token device " + type;
        Identity own = workspace
                .hardware()
                .make(place, name, type, "CN=" + name, Duration.ofDays(30))
                .orThrow();
        OnboardingPlan recipe = new OnboardingPlan(
                station.entry().id(),
                "default",
                new CredentialChoice.Existing(new Credential.X509Leaf(own.leaf(), place.key(name))),
                OnboardingPlan.Test.NONE);
        Device device = workspace
                .onboarding()
                .onboard(recipe, name, "", step -> {}, never)
                .device()
                .orElseThrow();
        for (Version version : Version.values()) {
            Plan plan = workspace
                    .tests()
                    .plan(device, TestChoices.standard().with(List.of(version)))
                    .orThrow();
            Run run = workspace.tests().run(device, plan, event -> {}, never);
            assertThat(run.passed()).as("%s %s", version, run.verdict()).isTrue();
        }
        workspace.hardware().close(place);
        assertThat(workspace.tests().plan(device, TestChoices.standard()).failure())
                .hasValueSatisfying(
                        why -> assertThat(why.is(HardwareCode.TOKEN_CLOSED)).isTrue());
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyType.class,
            names = {"EC_P256", "RSA_2048"})
    @Tag("mosquitto")
    void signsInToMosquittoWithACertificateThatAnAuthorityIssued(KeyType type, @TempDir Path folder) throws Exception {
        TokenPlace place = place();
        open(place);
        String name = "issued " + type;
        Identity authority = TestChain.root("Plant");
        X509Certificate made = workspace
                .hardware()
                .make(place, name, type, "CN=placeholder", Duration.ofDays(1))
                .orThrow()
                .leaf();
        X509Certificate issued = TestWorkshop.real()
                .maker()
                .issue(
                        made.getPublicKey(),
                        CertificateSpec.device(
                                "CN=valve",
                                made.getNotBefore().toInstant(),
                                made.getNotAfter().toInstant()),
                        authority)
                .orThrow();
        Identity identity =
                workspace.hardware().certify(place, name, List.of(issued)).orThrow();
        String[] lines = Mosquitto.tls(
                folder,
                TestChain.server(authority),
                authority.leaf(),
                "require_certificate true",
                "use_identity_as_username true");
        try (Mosquitto broker = Mosquitto.start(folder, lines)) {
            for (Version version : Version.values()) {
                Plan plan = Plan.connect(
                        Endpoint.of("localhost", broker.port(), true),
                        TlsOptions.trusting(authority.chain())
                                .withVersions(List.of(version))
                                .withIdentity(identity),
                        MqttOptions.of(MqttOptions.Version.V5, "valve", Optional.empty(), Optional.empty()));
                Run run = new Bench(Kinds.judge()).run(plan, event -> {}, never);
                assertThat(run.passed()).as("%s %s", version, run.verdict()).isTrue();
            }
        }
    }

    @Test
    void doesNotTryAWrongPinForEveryDevice() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        PinSource wrong = place -> {
            asked.incrementAndGet();
            return Optional.of(Secret.of("8888"));
        };
        TokenPlace suspicious = new TokenPlace(SoftHsm.module(), SoftHsm.SUSPICIOUS);
        try (HardwareKeys keys = new HardwareKeys(new Pkcs11Tokens(), TestWorkshop.real(), wrong, Clock.systemUTC())) {
            for (int device = 0; device < 5; device++) {
                assertThat(keys.keys(suspicious).failure())
                        .hasValueSatisfying(why ->
                                assertThat(why.is(HardwareCode.PIN_WRONG)).isTrue());
            }
            assertThat(asked).hasValue(1);
            open(keys, suspicious);
            assertThat(keys.keys(suspicious).isOk())
                    .as("once it was opened on purpose")
                    .isTrue();
        }
    }

    private static void open(HardwareKeys keys, TokenPlace place) {
        try (Secret pin = SoftHsm.pin()) {
            keys.open(place, pin, LastTry.SPARE).orThrow();
        }
    }
}
