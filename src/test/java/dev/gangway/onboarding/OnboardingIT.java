package dev.gangway.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.credentials.CredentialChoice;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.ServerState;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.onboarding.Onboarding.Result;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.rest.RestFault;
import dev.gangway.practice.tls.TlsProfile.ServerCertificate;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerCode;
import dev.gangway.server.ServerEntry;
import dev.gangway.testing.TestChoices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The main job with everything real: vault, practice server, certificates, bench. */
class OnboardingIT extends StationCase {
    @Test
    void bringsADeviceWithATokenOnBoard() {
        List<Step> seen = new ArrayList<>();
        Result result = workspace
                .onboarding()
                .onboard(Station.token(OnboardingPlan.Test.TELEMETRY), "pump-1", "Plant 2", seen::add, never);
        assertThat(result.failure()).isEmpty();
        assertThat(result.steps()).extracting(Step::state).containsOnly(Step.State.DONE);
        assertThat(seen).extracting(Step::name).containsSequence(Step.Name.DEVICE, Step.Name.CREDENTIAL);
        assertPushed(result.device().orElseThrow());
        assertThat(workspace.tests().history(result.device().get().id()))
                .singleElement()
                .satisfies(run -> assertThat(run.code()).isEqualTo("pass"));
        assertThat(workspace.devices().history(result.device().get()))
                .extracting(entry -> entry.action())
                .contains("device.added", "device.pushed", "device.tested");
    }

    @Test
    void bringsADeviceWithACertificateOnBoard() {
        Result result = onboard(Station.leaf(OnboardingPlan.Test.TELEMETRY), "valve-1");
        assertThat(result.failure()).isEmpty();
        assertThat(result.device().orElseThrow().credential()).isInstanceOf(Credential.X509Leaf.class);
        assertThat(result.run())
                .hasValueSatisfying(run -> assertThat(run.passed()).isTrue());
    }

    @Test
    void testsWithEveryVersionOfMqttAndWithoutTls() {
        Device device = onboard(Station.token(OnboardingPlan.Test.NONE), "meter-1")
                .device()
                .orElseThrow();
        for (MqttOptions.Version version : List.of(MqttOptions.Version.V5, MqttOptions.Version.V3_1_1)) {
            for (TestChoices.Way way : List.of(TestChoices.Way.PLAIN, TestChoices.Way.TLS)) {
                var plan = workspace
                        .tests()
                        .plan(device, TestChoices.standard().with(version).with(way))
                        .orThrow();
                assertThat(workspace
                                .tests()
                                .run(device, plan, event -> {}, never)
                                .verdict())
                        .as("%s %s", version, way)
                        .isEqualTo(new dev.gangway.bench.model.Verdict.Passed());
            }
        }
        assertThat(workspace.tests().history(device.id())).hasSize(4);
    }

    @Test
    void remembersTheServersCertificateOfTheLastPass() {
        Device device = onboard(Station.token(OnboardingPlan.Test.NONE), "meter-3")
                .device()
                .orElseThrow();
        assertThat(codeOverTls(device)).isEqualTo("pass");
        station.server.faults().serverCertificate(ServerCertificate.SELF_SIGNED);
        assertThat(codeOverTls(device)).isEqualTo("tls.server-changed");
        assertThat(codeOverTls(device)).as("still, a failure is no pass").isEqualTo("tls.server-changed");
        station.server.faults().reset();
        assertThat(codeOverTls(device)).isEqualTo("pass");
    }

    private String codeOverTls(Device device) {
        var plan = workspace
                .tests()
                .plan(device, TestChoices.standard().with(TestChoices.Way.TLS))
                .orThrow();
        workspace.tests().run(device, plan, event -> {}, never);
        return workspace.tests().history(device.id()).getFirst().code();
    }

    @Test
    void namesTheCauseWhenTheServerHoldsAnotherToken() {
        Device device = onboard(Station.token(OnboardingPlan.Test.NONE), "meter-2")
                .device()
                .orElseThrow();
        Device other = device.withCredential(new Credential.AccessToken(Secret.of("ANOTHER_TOKEN")));
        workspace.devices().save(other);
        var plan = workspace.tests().plan(other, TestChoices.standard()).orThrow();
        var run = workspace.tests().run(other, plan, event -> {}, never);
        assertThat(run.passed()).isFalse();
        assertThat(run.serverFacts()).hasValueSatisfying(facts -> {
            assertThat(facts.exists()).isTrue();
            assertThat(facts.credentialMatches()).hasValue(false);
        });
        assertThat(workspace.tests().history(device.id()).getFirst().code()).isNotEqualTo("pass");

        Device fixed =
                workspace.deployer().push(other, station.entry().id(), never).orThrow();
        assertPushed(fixed);
        var again = workspace.tests().plan(fixed, TestChoices.standard()).orThrow();
        assertThat(workspace.tests().run(fixed, again, event -> {}, never).passed())
                .isTrue();
    }

    @Test
    void leavesSomebodyElsesDeviceAloneUntilItIsTakenOver() {
        try (PracticeClient other = PracticeClient.of(station.server)) {
            other.deviceWithToken("foreign-1", "FOREIGN_1");
        }
        Result result = onboard(Station.token(OnboardingPlan.Test.NONE), "foreign-1");
        assertFailed(result.failure(), OnboardingCode.NAME_ON_SERVER.id());
        assertThat(result.device()).isEmpty();
        assertThat(workspace.devices().named("foreign-1")).isEmpty();
        assertThat(workspace.onboarding().unfinished()).isZero();

        Device ours = deviceWith("foreign-1", new Credential.AccessToken(Secret.of("OURS_1")));
        Device taken =
                workspace.deployer().takeOver(ours, station.entry().id(), never).orThrow();
        assertPushed(taken);
    }

    @Test
    void refusesANameTwiceInTheVault() {
        assertThat(onboard(Station.token(OnboardingPlan.Test.NONE), "twice").isOk())
                .isTrue();
        Result second = onboard(Station.token(OnboardingPlan.Test.NONE), "twice");
        assertFailed(second.failure(), OnboardingCode.NAME_IN_VAULT.id());
        assertThat(workspace.devices().all()).hasSize(1);
    }

    @Test
    void refusesABadNameBeforeAnythingIsMade() {
        Result result = onboard(Station.token(OnboardingPlan.Test.NONE), " pump");
        assertFailed(result.failure(), OnboardingCode.NAME_HAS_OUTER_SPACES.id());
        assertThat(result.steps())
                .extracting(Step::state)
                .containsExactly(Step.State.FAILED, Step.State.SKIPPED, Step.State.SKIPPED, Step.State.SKIPPED);
        assertThat(workspace.devices().all()).isEmpty();
    }

    @Test
    void takesTheRecordBackWhenTheTokenIsTaken() {
        Credential token = new Credential.AccessToken(Secret.of("SHARED_TOKEN"));
        var recipe = existing(token);
        assertThat(onboard(recipe, "first").isOk()).isTrue();
        Result second = onboard(recipe, "second");
        assertFailed(second.failure(), ServerCode.CREDENTIAL_TAKEN.id());
        assertThat(workspace.devices().named("second")).isEmpty();
        assertThat(workspace.onboarding().unfinished()).isZero();
    }

    @Test
    void goesOnWhenTheServerIsBack() {
        station.server.faults().rest(new RestFault.Html());
        Result cut = onboard(Station.token(OnboardingPlan.Test.NONE), "later-1");
        assertFailed(cut.failure(), ServerCode.ANSWERED_HTML.id());
        assertThat(workspace.devices().named("later-1")).isPresent();
        assertThat(workspace.onboarding().unfinished()).isEqualTo(1);

        station.server.faults().reset();
        List<Result> resumed = workspace.onboarding().resume(step -> {}, never);
        assertThat(resumed)
                .singleElement()
                .satisfies(result -> assertThat(result.isOk()).isTrue());
        assertPushed(workspace.devices().named("later-1").orElseThrow());
    }

    @Test
    void bringsEveryKindOfMqttBasicOnBoard() {
        List<Credential.MqttBasic> logins = List.of(
                basic(Optional.of("client-1"), Optional.empty(), Optional.empty()),
                basic(Optional.empty(), Optional.of("user-2"), Optional.empty()),
                basic(Optional.empty(), Optional.of("user-3"), Optional.of("pass-3")),
                basic(Optional.of("client-4"), Optional.of("user-4"), Optional.of("pass-4")));
        for (Credential.MqttBasic login : logins) {
            Result result = onboard(
                    new OnboardingPlan(
                            station.entry().id(),
                            "default",
                            new CredentialChoice.Existing(login),
                            OnboardingPlan.Test.TELEMETRY),
                    "basic-" + logins.indexOf(login));
            assertThat(result.failure()).as("%s", login).isEmpty();
            assertThat(result.run())
                    .hasValueSatisfying(run -> assertThat(run.passed()).isTrue());
        }
    }

    @Test
    void pushesNoTokenBecauseTheServerJudgesItsSignature() {
        Credential jwt = new Credential.Jwt(Secret.of("a.b.c"), false, Optional.empty(), Optional.empty());
        Result result = onboard(existing(jwt), "jwt-1");
        assertThat(result.steps().get(2).state()).isEqualTo(Step.State.SKIPPED);
        assertThat(workspace.devices().named("jwt-1"))
                .hasValueSatisfying(device -> assertThat(device.credential()).isEqualTo(jwt));
    }

    @Test
    void testsAgainstAPlainBrokerWithoutPushing() {
        Credential token = new Credential.AccessToken(Secret.of("BROKER_TOKEN"));
        assertThat(onboard(existing(token), "known-there").isOk()).isTrue();
        ServerEntry entry = station.entry();
        ServerEntry broker = new ServerEntry(
                java.util.UUID.randomUUID(),
                "Broker",
                ServerEntry.Kind.BROKER,
                entry.url(),
                "",
                Secret.of(""),
                entry.mqtt(),
                entry.mqtts(),
                entry.trustAnchors());
        workspace.servers().save(broker);
        Result result = onboard(
                new OnboardingPlan(broker.id(), "", new CredentialChoice.Existing(token), OnboardingPlan.Test.CONNECT),
                "only-here");
        assertThat(result.steps())
                .extracting(Step::state)
                .containsExactly(Step.State.DONE, Step.State.DONE, Step.State.SKIPPED, Step.State.DONE);
        assertFailed(workspace.servers().check(broker, never).failure(), OnboardingCode.SERVER_IS_BROKER.id());
    }

    @Test
    void triesAServerThatIsGoneOnlyOnce() {
        station.server.close();
        for (String name : List.of("queued-1", "queued-2", "queued-3")) {
            assertFailed(onboard(Station.token(OnboardingPlan.Test.NONE), name).failure(), ServerCode.REFUSED.id());
        }
        assertThat(workspace.onboarding().unfinished()).isEqualTo(3);
        assertThat(workspace.onboarding().resume(step -> {}, never)).hasSize(1);
        assertThat(workspace.devices().all()).hasSize(3);
    }

    @Test
    void undoesWhatWasMadeWhenCancelled() {
        Cancellation cancellation = new Cancellation();
        Result result = workspace
                .onboarding()
                .onboard(
                        Station.token(OnboardingPlan.Test.NONE),
                        "stopped-1",
                        "",
                        step -> {
                            if (step.name() == Step.Name.CREDENTIAL && step.state() == Step.State.DONE) {
                                cancellation.cancel();
                            }
                        },
                        cancellation);
        assertFailed(result.failure(), OnboardingCode.CANCELLED.id());
        assertThat(workspace.devices().all()).isEmpty();
        assertThat(workspace.onboarding().unfinished()).isZero();
    }

    @Test
    void keepsAServerThatDevicesUse() {
        onboard(Station.token(OnboardingPlan.Test.NONE), "uses-it");
        assertFailed(workspace.servers().remove(station.entry().id()).failure(), OnboardingCode.SERVER_IN_USE.id());
        workspace.devices().remove(workspace.devices().named("uses-it").orElseThrow());
        assertThat(workspace.servers().remove(station.entry().id()).isOk()).isTrue();
        assertThat(workspace.servers().all()).isEmpty();
    }

    @Test
    void fetchesTheAuthorityOnce() {
        var bare = station.entry();
        var with = workspace.servers().withFetchedAuthority(bare, never).orThrow();
        assertThat(with.trustAnchors()).isNotEmpty();
        assertThat(workspace.servers().get(bare.id()).orElseThrow().trustAnchors())
                .as("nothing is saved before a person has compared the fingerprint")
                .isEqualTo(bare.trustAnchors());
    }

    @Test
    void saysWhatIsMissingForATest() {
        Device nowhere = deviceWith("nowhere", new Credential.AccessToken(Secret.of("T")));
        assertFailed(
                workspace.tests().plan(nowhere, TestChoices.standard()).failure(),
                OnboardingCode.DEVICE_HAS_NO_SERVER.id());
        Device empty = nowhere.withCredential(new Credential.None())
                .withServer(new ServerState(
                        Optional.of(station.entry().id()),
                        Optional.empty(),
                        ServerState.Push.NOT_PUSHED,
                        Optional.empty()));
        assertFailed(
                workspace.tests().plan(empty, TestChoices.standard()).failure(), OnboardingCode.NO_CREDENTIAL.id());
        Device leaf = onboard(Station.leaf(OnboardingPlan.Test.NONE), "leaf-1")
                .device()
                .orElseThrow();
        assertFailed(
                workspace
                        .tests()
                        .plan(leaf, TestChoices.standard().with(TestChoices.Way.PLAIN))
                        .failure(),
                OnboardingCode.CERTIFICATE_NEEDS_TLS.id());
    }

    @Test
    void givesADeviceWithoutACredentialTheTokenThatTheServerMakes() {
        Device bare = deviceWith("bare-1", new Credential.None());
        Outcome<Device> pushed = workspace.deployer().push(bare, station.entry().id(), never);
        assertThat(pushed.orThrow().credential()).isInstanceOf(Credential.AccessToken.class);
        assertPushed(pushed.orThrow());
    }

    private Result onboard(OnboardingPlan recipe, String name) {
        return workspace.onboarding().onboard(recipe, name, "", step -> {}, never);
    }

    private OnboardingPlan existing(Credential credential) {
        return new OnboardingPlan(
                station.entry().id(), "default", new CredentialChoice.Existing(credential), OnboardingPlan.Test.NONE);
    }

    private static Credential.MqttBasic basic(
            Optional<String> clientId, Optional<String> user, Optional<String> password) {
        return new Credential.MqttBasic(clientId, user, password.map(Secret::of));
    }

    private static Device deviceWith(String name, Credential credential) {
        return new Device(
                java.util.UUID.randomUUID(),
                name,
                Optional.empty(),
                "default",
                "",
                credential,
                ServerState.none(),
                java.time.Instant.now());
    }

    private void assertPushed(Device device) {
        assertThat(workspace.devices().get(device.id())).hasValueSatisfying(stored -> {
            assertThat(stored.server().push()).isEqualTo(ServerState.Push.PUSHED);
            assertThat(stored.server().remoteId()).isPresent();
        });
    }

    private static void assertFailed(Optional<Diagnosis> failure, String code) {
        assertThat(failure).hasValueSatisfying(why -> assertThat(why.code()).isEqualTo(code));
    }
}
