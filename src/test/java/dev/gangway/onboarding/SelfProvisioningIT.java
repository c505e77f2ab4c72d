package dev.gangway.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.app.Workspace;
import dev.gangway.bench.model.Run;
import dev.gangway.credentials.CredentialChoice;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.KeyRef;
import dev.gangway.device.ServerState;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.http.HttpClients;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.onboarding.Onboarding.Result;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.secret.Secret;
import dev.gangway.server.ProfileProvisioning;
import dev.gangway.server.ServerCode;
import dev.gangway.server.thingsboard.ThingsBoard;
import dev.gangway.testing.TestChoices;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices that come on board by themselves: by a certificate chain, and by provision key and secret. */
class SelfProvisioningIT extends StationCase {
    private static final BouncyCastleMaker MAKER = new BouncyCastleMaker();
    private static final String EXPRESSION = "(.*)\\.plant\\.example";

    private final Instant now = Instant.now();
    private final Identity root = root();
    private final Identity intermediate = below(root, "CN=Plant Devices", Purpose.INTERMEDIATE);

    @Test
    void aChainMakesItsDeviceAtTheFirstConnection() {
        profile("chain", new ProfileProvisioning.CertificateChain(intermediate.leaf(), EXPRESSION, true));
        Device device = assigned("pump-7", "chain", chain("pump-7"));
        workspace.devices().save(device);
        assertThat(remote("pump-7")).isFalse();
        assertThat(test(device).passed()).isTrue();
        assertThat(remote("pump-7")).isTrue();
    }

    @Test
    void aNewLeafTakesOverByConnecting() {
        profile("chain", new ProfileProvisioning.CertificateChain(intermediate.leaf(), EXPRESSION, true));
        Device first = assigned("pump-8", "chain", chain("pump-8"));
        assertThat(test(first).passed()).isTrue();
        Device renewed = first.withCredential(chain("pump-8"));
        assertThat(test(renewed).passed()).isTrue();
        Device pushed =
                workspace.deployer().push(renewed, station.entry().id(), never).orThrow();
        assertThat(pushed.server().push())
                .as("the server took the new leaf over")
                .isEqualTo(ServerState.Push.PUSHED);
    }

    @Test
    void aChainIsOnboardedWhereTheProfileMakesNoDevices() {
        profile("known", new ProfileProvisioning.CertificateChain(intermediate.leaf(), EXPRESSION, false));
        Result result =
                workspace.onboarding().onboard(existing("known", chain("pump-9")), "pump-9", "", step -> {}, never);
        assertThat(result.failure()).isEmpty();
        assertThat(result.run())
                .hasValueSatisfying(run -> assertThat(run.passed()).isTrue());
    }

    @Test
    void anExpressionThatYieldsNoNameIsRefused() {
        profile("chain", new ProfileProvisioning.CertificateChain(intermediate.leaf(), EXPRESSION, true));
        Result result = workspace
                .onboarding()
                .onboard(
                        new OnboardingPlan(
                                station.entry().id(),
                                "chain",
                                new CredentialChoice.FirstContact(chainNamed("CN=other.elsewhere.example")),
                                OnboardingPlan.Test.CONNECT),
                        "other",
                        "",
                        step -> {},
                        never);
        assertThat(result.failure().map(Diagnosis::code)).hasValue(OnboardingCode.CHAIN_NAME_REFUSED.id());
        assertThat(remote("other")).isFalse();
    }

    @Test
    void aFirstContactIsReadBackFromTheServer() {
        profile("chain", new ProfileProvisioning.CertificateChain(intermediate.leaf(), EXPRESSION, true));
        OnboardingPlan recipe = new OnboardingPlan(
                station.entry().id(),
                "chain",
                new CredentialChoice.FirstContact(chain("pump-6")),
                OnboardingPlan.Test.NONE);
        Result result = workspace.onboarding().onboard(recipe, "pump-6", "", step -> {}, never);
        assertThat(result.failure()).isEmpty();
        assertThat(result.device().orElseThrow().server().push()).isEqualTo(ServerState.Push.PUSHED);
        Result renewed = workspace
                .change()
                .run(
                        result.device().orElseThrow(),
                        new CredentialChoice.FirstContact(chain("pump-6")),
                        OnboardingPlan.Test.CONNECT,
                        step -> {},
                        never);
        assertThat(renewed.failure()).isEmpty();
        assertThat(renewed.device().orElseThrow().server().push()).isEqualTo(ServerState.Push.PUSHED);
    }

    @Test
    void aProfileIsChangedAndKeptTheSameOtherwise() {
        var made = profile("changing", new ProfileProvisioning.NewDevices("key-1", Secret.of("secret-1")));
        var changed = profile("changing", new ProfileProvisioning.Disabled());
        assertThat(changed.id()).isEqualTo(made.id());
    }

    @Test
    void aNewDeviceGetsItsTokenFromTheServer() {
        profile("auto", new ProfileProvisioning.NewDevices("key-2", Secret.of("secret-2")));
        Result result = provision("auto", "key-2", "secret-2", "tank-1");
        assertThat(result.failure()).isEmpty();
        assertThat(result.device().orElseThrow().credential()).isInstanceOf(Credential.AccessToken.class);
        assertThat(result.run())
                .hasValueSatisfying(run -> assertThat(run.passed()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aKnownDeviceGetsItsTokenOnce(boolean overMqtt) {
        profile("preset", new ProfileProvisioning.KnownDevices("key-3", Secret.of("secret-3")));
        try (var adapter =
                new ThingsBoard(new HttpClients()).connect(station.entry()).orThrow()) {
            String id = adapter.ensureProfile("preset", never).orThrow().id();
            adapter.create(
                            new dev.gangway.server.ServerAdapter.NewDevice("tank-2", "", id, "somebody else", false),
                            new Credential.None(),
                            never)
                    .orThrow();
        }
        assertThat(provision(overMqtt, "preset", "key-3", "secret-3", "tank-2").failure())
                .isEmpty();
        workspace.devices().remove(workspace.devices().named("tank-2").orElseThrow());
        assertFailed(provision(overMqtt, "preset", "key-3", "secret-3", "tank-2"), ServerCode.PROVISION_REFUSED);
        assertThat(workspace.devices().named("tank-2")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aWrongSecretAndAnUnknownDeviceAreNamed(boolean overMqtt) {
        profile("strict", new ProfileProvisioning.KnownDevices("key-4", Secret.of("secret-4")));
        assertFailed(provision(overMqtt, "strict", "key-4", "wrong", "tank-3"), ServerCode.PROVISION_KEY_UNKNOWN);
        assertFailed(provision(overMqtt, "strict", "key-4", "secret-4", "tank-3"), ServerCode.PROVISION_REFUSED);
        assertThat(workspace.onboarding().unfinished()).isZero();
    }

    @Test
    void aCrashWhileTheServerHandsItOutLosesNothing() {
        profile("auto", new ProfileProvisioning.NewDevices("key-5", Secret.of("secret-5")));
        OnboardingPlan recipe = new OnboardingPlan(
                station.entry().id(),
                "auto",
                new CredentialChoice.Existing(new Credential.Provisioning("key-5", Secret.of("secret-5"))),
                OnboardingPlan.Test.NONE);
        workspace.close();
        for (int at = 1; at < 200; at++) {
            Crash crash = new Crash(at);
            String name = "cut-" + at;
            boolean cut = false;
            try (Workspace crashing = station.open(crash::around, crash::around)) {
                crashing.onboarding().onboard(recipe, name, "", step -> {}, never);
            } catch (Crash.Pulled pulled) {
                cut = true;
            }
            workspace = station.open();
            if (!cut) {
                return;
            }
            workspace.onboarding().resume(step -> {}, never);
            if (workspace.devices().named(name).isPresent()) {
                Device device = workspace.devices().named(name).orElseThrow();
                assertThat(device.server().push()).as("moment %d", at).isEqualTo(ServerState.Push.PUSHED);
                assertThat(device.credential()).isInstanceOf(Credential.AccessToken.class);
            } else {
                assertThat(remote(name)).as("moment %d", at).isFalse();
            }
            workspace.close();
        }
    }

    private dev.gangway.server.ServerAdapter.Profile profile(String name, ProfileProvisioning provisioning) {
        return workspace
                .profiles()
                .setUp(station.entry().id(), name, provisioning, never)
                .orThrow();
    }

    private Result provision(String profile, String key, String secret, String name) {
        return provision(false, profile, key, secret, name);
    }

    private Result provision(boolean overMqtt, String profile, String key, String secret, String name) {
        return workspace
                .onboarding()
                .onboard(
                        existing(profile, new Credential.Provisioning(key, Secret.of(secret), overMqtt)),
                        name,
                        "",
                        step -> {},
                        never);
    }

    private OnboardingPlan existing(String profile, Credential credential) {
        return new OnboardingPlan(
                station.entry().id(), profile, new CredentialChoice.Existing(credential), OnboardingPlan.Test.CONNECT);
    }

    private Run test(Device device) {
        var plan = workspace
                .tests()
                .plan(device, TestChoices.standard().with(TestChoices.Telemetry.NONE))
                .orThrow();
        return workspace.tests().run(device, plan, event -> {}, never);
    }

    private boolean remote(String name) {
        try (var adapter =
                new ThingsBoard(new HttpClients()).connect(station.entry()).orThrow()) {
            return adapter.find(name, never).orThrow().isPresent();
        }
    }

    private Device assigned(String name, String profile, Credential credential) {
        ServerState server = new ServerState(
                Optional.of(station.entry().id()), Optional.empty(), ServerState.Push.NOT_PUSHED, Optional.empty());
        return new Device(UUID.randomUUID(), name, Optional.empty(), profile, "", credential, server, now);
    }

    private Credential.X509Chain chain(String name) {
        return chainNamed("CN=" + name + ".plant.example");
    }

    private Credential.X509Chain chainNamed(String subject) {
        Identity leaf = below(intermediate, subject, Purpose.DEVICE_CLIENT);
        return new Credential.X509Chain(
                List.of(leaf.leaf(), intermediate.leaf()),
                new KeyRef.Stored(Secret.copyOf(leaf.key().getEncoded())));
    }

    private Identity root() {
        KeyPair keys = MAKER.newKey(KeyType.EC_P256);
        X509Certificate certificate =
                MAKER.selfSigned(keys, spec("CN=Plant Root", Purpose.ROOT)).orThrow();
        return new Identity(List.of(certificate), keys.getPrivate());
    }

    private Identity below(Identity issuer, String subject, Purpose purpose) {
        KeyPair keys = MAKER.newKey(KeyType.EC_P256);
        X509Certificate certificate =
                MAKER.issue(keys.getPublic(), spec(subject, purpose), issuer).orThrow();
        return new Identity(List.of(certificate), keys.getPrivate());
    }

    private CertificateSpec spec(String subject, Purpose purpose) {
        return new CertificateSpec(
                subject, now.minusSeconds(60), now.plusSeconds(86_400), purpose, List.of(), List.of());
    }

    private static void assertFailed(Result result, ServerCode code) {
        assertThat(result.failure())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo(code.id()));
    }
}
