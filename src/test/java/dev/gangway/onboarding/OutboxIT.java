package dev.gangway.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.gangway.background.Cancellation;
import dev.gangway.credentials.CredentialChoice;
import dev.gangway.credentials.Credentials;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.onboarding.Unfinished.Kind;
import dev.gangway.practice.rest.RestFault;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerCode;
import dev.gangway.server.ServerEntry;
import dev.gangway.vault.AuditLog;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What waits for its server says why, how often it was tried, and can be gone on with or given up one by one. */
class OutboxIT extends StationCase {
    @Test
    void eachSaysWhyItWaitsAndHowOftenItWasTried() {
        station.server.faults().rest(new RestFault.Html());
        onboard("pump-1");
        onboard("pump-2");
        assertThat(workspace.onboarding().waiting())
                .extracting(Unfinished::name, Unfinished::kind, Unfinished::tries)
                .containsExactly(tuple("pump-1", Kind.ONBOARDING, 1), tuple("pump-2", Kind.ONBOARDING, 1));

        Unfinished first = workspace.onboarding().waiting().getFirst();
        assertThat(workspace.onboarding().resume(first.device(), step -> {}, never))
                .hasValueSatisfying(result -> assertThat(result.failure())
                        .hasValueSatisfying(why ->
                                assertThat(why.is(ServerCode.ANSWERED_HTML)).isTrue()));
        workspace.close();
        workspace = station.open(); // it is in the vault, not in memory

        Unfinished again = workspace.onboarding().waiting().getFirst();
        assertThat(again.tries()).isEqualTo(2);
        assertThat(again.why())
                .hasValueSatisfying(
                        why -> assertThat(why.is(ServerCode.ANSWERED_HTML)).isTrue());
        assertThat(again.since()).isEqualTo(first.since());
        assertThat(again.last().orElseThrow()).isAfterOrEqualTo(first.last().orElseThrow());
        assertThat(again.server()).isEqualTo(station.serverId());

        station.server.faults().reset();
        assertThat(workspace.onboarding().resume(again.device(), step -> {}, never))
                .hasValueSatisfying(result -> assertThat(result.failure()).isEmpty());
        assertThat(names()).containsExactly("pump-2");
        assertThat(workspace.onboarding().resume(again.device(), step -> {}, never))
                .as("it waits no more")
                .isEmpty();
    }

    @Test
    void oneThatIsGivenUpStaysHereAndIsNotGoneOnWith() {
        station.server.faults().rest(new RestFault.Html());
        onboard("pump-1");
        Device device = workspace.devices().named("pump-1").orElseThrow();
        assertThat(workspace.onboarding().drop(device.id())).isTrue();
        assertThat(workspace.onboarding().drop(device.id())).isFalse();
        assertThat(workspace.audit().about(device.id().toString(), 1))
                .extracting(AuditLog.Entry::action)
                .containsExactly("onboarding.dropped");
        station.server.faults().reset();
        assertThat(workspace.onboarding().resume(step -> {}, never)).isEmpty();
        assertThat(workspace.devices().named("pump-1")).isPresent();
        assertThat(onboard("pump-1").failure()).as("can be begun anew").isEmpty();
    }

    @Test
    void oneThatIsRefusedOnceItsServerIsBackIsNotLost() {
        station.server.faults().rest(new RestFault.Html());
        Credential token = new Credential.AccessToken(Secret.of("SHARED_TOKEN"));
        OnboardingPlan plan = new OnboardingPlan(
                station.serverId(), "default", new CredentialChoice.Existing(token), OnboardingPlan.Test.NONE);
        workspace.onboarding().onboard(plan, "pump-1", "", step -> {}, never);
        workspace.onboarding().onboard(plan, "pump-2", "", step -> {}, never);
        station.server.faults().reset();
        assertThat(workspace.onboarding().resume(step -> {}, never))
                .extracting(result -> result.failure().map(Diagnosis::code))
                .containsExactly(Optional.empty(), Optional.of(ServerCode.CREDENTIAL_TAKEN.id()));
        assertThat(workspace.onboarding().waiting()).isEmpty();
        assertThat(workspace.devices().named("pump-2"))
                .hasValueSatisfying(device -> assertThat(device.credential()).isEqualTo(token));
    }

    @Test
    @Timeout(120)
    void aPushWhoseAnswerWasLostIsThereWithItsReason() throws Exception {
        Device device = onboard("pump-1").device().orElseThrow();
        Device renewed = device.withCredential(new Credential.AccessToken(Credentials.newToken(20)));
        ServerEntry real = station.entry();
        try (AnswerWithholder between = AnswerWithholder.before(real.url(), "POST /api/device/credentials")) {
            workspace
                    .servers()
                    .save(new ServerEntry(
                            real.id(),
                            real.name(),
                            real.kind(),
                            between.url(),
                            real.user(),
                            real.password(),
                            real.mqtt(),
                            real.mqtts(),
                            real.trustAnchors()));
            Cancellation cancellation = new Cancellation();
            CompletableFuture<Outcome<Device>> pushed =
                    CompletableFuture.supplyAsync(() -> workspace.deployer().push(renewed, real.id(), cancellation));
            assertThat(between.asked().await(30, TimeUnit.SECONDS)).isTrue();
            cancellation.cancel();
            assertThat(pushed.get(30, TimeUnit.SECONDS).failure()).isPresent();
        }
        assertThat(workspace.onboarding().waiting()).singleElement().satisfies(left -> {
            assertThat(left.kind()).isEqualTo(Kind.PUSH);
            assertThat(left.tries()).isEqualTo(1);
            assertThat(left.why()).isPresent();
        });
    }

    private List<String> names() {
        return workspace.onboarding().waiting().stream().map(Unfinished::name).toList();
    }

    private Onboarding.Result onboard(String name) {
        return workspace.onboarding().onboard(Station.token(OnboardingPlan.Test.NONE), name, "", step -> {}, never);
    }
}
