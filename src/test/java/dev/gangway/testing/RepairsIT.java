package dev.gangway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.Verdict;
import dev.gangway.credentials.Credentials;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Remedy;
import dev.gangway.onboarding.OnboardingPlan;
import dev.gangway.onboarding.Station;
import dev.gangway.onboarding.StationCase;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Remedies carried out on a real server. */
class RepairsIT extends StationCase {
    @Test
    void aReissuedCertificateHasTheSameSubjectAndANewKeyAndTheServerTakesIt() {
        Device before = onboard(Station.leaf(OnboardingPlan.Test.NONE), "valve-1");

        Device after = workspace
                .repairs()
                .carryOut(remedy(Action.REISSUE), before, never)
                .orThrow();

        Credential.X509Leaf old = (Credential.X509Leaf) before.credential();
        Credential.X509Leaf renewed = (Credential.X509Leaf) after.credential();
        assertThat(renewed.certificate().getSubjectX500Principal())
                .isEqualTo(old.certificate().getSubjectX500Principal());
        assertThat(renewed.certificate().getPublicKey())
                .isNotEqualTo(old.certificate().getPublicKey());
        assertThat(workspace.devices().get(before.id())).contains(after);
        assertThat(passes(after)).isTrue();
    }

    @Test
    void aCredentialThatWasChangedHereIsPushedAgain() {
        Device pushed = onboard(Station.token(OnboardingPlan.Test.NONE), "pump-1");
        Device changed = pushed.withCredential(new Credential.AccessToken(Credentials.newToken(20)));
        workspace.devices().save(changed);
        assertThat(passes(changed)).isFalse();

        Device after = workspace
                .repairs()
                .carryOut(remedy(Action.PUSH_CREDENTIAL), changed, never)
                .orThrow();

        assertThat(passes(after)).isTrue();
    }

    @Test
    void whatHasNoCertificateHereCannotBeReissued() {
        Device device = onboard(Station.token(OnboardingPlan.Test.NONE), "pump-1");
        assertThat(workspace
                        .repairs()
                        .carryOut(remedy(Action.REISSUE), device, never)
                        .isOk())
                .isFalse();
    }

    @Test
    void aDeviceInAProfileOfAnotherTransportIsMovedToOneThatSpeaksMqtt() {
        Device device = onboard(Station.token(OnboardingPlan.Test.NONE), "pump-1");
        station.moveToCoapProfile("pump-1");
        Run refused = run(device);
        Remedy move =
                ((Verdict.Failed) refused.verdict()).diagnosis().remedies().getFirst();
        assertThat(move.action()).isEqualTo(Action.SET_PROFILE);
        assertThat(Repairs.knows(move, device)).isTrue();

        Device after = workspace.repairs().carryOut(move, device, never).orThrow();

        assertThat(after.profile()).isEqualTo("default");
        assertThat(workspace.devices().get(device.id())).contains(after);
        assertThat(passes(after)).isTrue();
    }

    private Device onboard(OnboardingPlan recipe, String name) {
        return workspace
                .onboarding()
                .onboard(recipe, name, "", step -> {}, never)
                .device()
                .orElseThrow();
    }

    private boolean passes(Device device) {
        return run(device).passed();
    }

    private Run run(Device device) {
        var plan = workspace.tests().plan(device, TestChoices.standard()).orThrow();
        return workspace.tests().run(device, plan, event -> {}, never);
    }

    private static Remedy remedy(Action action) {
        return new Remedy("do-it", Map.of(), action);
    }
}
