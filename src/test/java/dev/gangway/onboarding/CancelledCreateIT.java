package dev.gangway.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Cancellation;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.onboarding.Onboarding.Result;
import dev.gangway.practice.PracticeClient;
import dev.gangway.server.ServerEntry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A person cancels while the server is making the device and its answer does not come. */
@Timeout(60)
class CancelledCreateIT extends StationCase {
    @Test
    void whatTheServerMadeMeanwhileIsTakenBackLater() throws Exception {
        ServerEntry real = station.entry();
        try (AnswerWithholder between = AnswerWithholder.before(real.url(), "POST /api/device-with-credentials")) {
            ServerEntry silent = new ServerEntry(
                    real.id(),
                    real.name(),
                    real.kind(),
                    between.url(),
                    real.user(),
                    real.password(),
                    real.mqtt(),
                    real.mqtts(),
                    real.trustAnchors());
            workspace.servers().save(silent);
            Cancellation cancellation = new Cancellation();
            CompletableFuture<Result> result = CompletableFuture.supplyAsync(() -> workspace
                    .onboarding()
                    .onboard(Station.token(OnboardingPlan.Test.NONE), "stopped", "", step -> {}, cancellation));
            assertThat(between.asked().await(30, TimeUnit.SECONDS)).isTrue();
            cancellation.cancel();
            // each call to the server has 10 s: had one been waited for, this would be too early
            Result stopped = result.get(8, TimeUnit.SECONDS);
            assertThat(stopped.failure().orElseThrow().code()).isEqualTo(OnboardingCode.CANCELLED.id());
        }
        workspace.servers().save(real);
        workspace.onboarding().resume(step -> {}, never);
        assertThat(workspace.onboarding().unfinished()).isZero();
        assertThat(workspace.devices().all()).isEmpty();
        try (PracticeClient client = PracticeClient.of(station.server)) {
            assertThat(client.get("/api/tenant/devices?pageSize=10&page=0")
                            .json()
                            .path("data"))
                    .noneMatch(device -> device.path("name").asText().equals("stopped"));
        }
    }
}
