package dev.gangway.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.app.Workspace;
import dev.gangway.background.Cancellation;
import dev.gangway.bench.engine.Bench;
import dev.gangway.bench.kinds.Kinds;
import dev.gangway.credentials.CredentialChoice;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.ServerState;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.onboarding.Onboarding.Result;
import dev.gangway.pki.KeyType;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device that is on board gets another credential. */
class CredentialChangeIT {
    private static final String NAME = "pump-1";

    @TempDir
    Path folder;

    private final Cancellation never = new Cancellation();
    private Station station;
    private Workspace workspace;

    @BeforeEach
    void open() {
        station = new Station(folder, new Bench(Kinds.judge()));
        workspace = station.open();
        assertThat(workspace
                        .onboarding()
                        .onboard(Station.token(OnboardingPlan.Test.CONNECT), NAME, "", step -> {}, never)
                        .isOk())
                .isTrue();
    }

    @AfterEach
    void close() {
        workspace.close();
        station.close();
    }

    @Test
    void anotherTypeIsPushedAndProven() {
        Result result = change(new CredentialChoice.NewLeaf(KeyType.EC_P256, Duration.ofDays(30), "CN={name}"));
        assertThat(result.failure()).isEmpty();
        assertThat(device().credential()).isInstanceOf(Credential.X509Leaf.class);
        assertThat(device().server().push()).isEqualTo(ServerState.Push.PUSHED);
        assertThat(result.run())
                .hasValueSatisfying(run -> assertThat(run.passed()).isTrue());
    }

    @Test
    void theOldOneStaysWhereTheServerRefusesTheNewOne() {
        Device before = device();
        Secret taken = Secret.of("TAKEN_ELSEWHERE");
        OnboardingPlan other = new OnboardingPlan(
                station.entry().id(),
                "default",
                new CredentialChoice.Existing(new Credential.AccessToken(taken)),
                OnboardingPlan.Test.NONE);
        assertThat(workspace
                        .onboarding()
                        .onboard(other, "pump-2", "", step -> {}, never)
                        .isOk())
                .isTrue();
        Result result = change(new CredentialChoice.Existing(new Credential.AccessToken(taken)));
        assertThat(result.failure())
                .hasValueSatisfying(
                        why -> assertThat(why.is(ServerCode.CREDENTIAL_TAKEN)).isTrue());
        assertThat(device()).isEqualTo(before);
    }

    @Test
    void theOldOneStaysWhereTheNewOneIsWrong() {
        Device before = device();
        Result result = change(new CredentialChoice.Existing(
                new Credential.MqttBasic(Optional.empty(), Optional.empty(), Optional.of(Secret.of("alone")))));
        assertThat(result.failure())
                .hasValueSatisfying(why ->
                        assertThat(why.is(OnboardingCode.BASIC_PASSWORD_ALONE)).isTrue());
        assertThat(device()).isEqualTo(before);
    }

    private Result change(CredentialChoice choice) {
        return workspace.change().run(device(), choice, OnboardingPlan.Test.TELEMETRY, step -> {}, never);
    }

    private Device device() {
        return workspace.devices().named(NAME).orElseThrow();
    }
}
