package dev.gangway.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.app.Workspace;
import dev.gangway.device.ServerState;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.onboarding.Onboarding.Result;
import dev.gangway.practice.rest.RestFault;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerCode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** The server has had too many requests in the middle of an onboarding. */
class RateLimitIT extends StationCase {
    @Test
    void theJournalStaysOpenAndTheSameAgainFinishes() {
        workspace.close();
        workspace = station.open(
                vault -> vault, real -> entry -> real.connect(entry).map(this::limitedAfterCreate));
        Result limited = onboard(workspace);
        assertThat(limited.failure()).map(Diagnosis::code).hasValue(ServerCode.RATE_LIMITED.id());
        assertThat(workspace.onboarding().unfinished()).isOne();
        station.server.faults().reset();
        workspace.close();

        workspace = station.open();
        assertThat(workspace.onboarding().resumeOthers("pump-1", step -> {}, never))
                .isEmpty();
        Result again = onboard(workspace);
        assertThat(again.failure()).isEmpty();
        assertThat(again.device().orElseThrow().server().push()).isEqualTo(ServerState.Push.PUSHED);
        assertThat(workspace.onboarding().unfinished()).isZero();
    }

    private Result onboard(Workspace where) {
        return where.onboarding().onboard(Station.token(OnboardingPlan.Test.NONE), "pump-1", "", step -> {}, never);
    }

    private ServerAdapter limitedAfterCreate(ServerAdapter real) {
        return (ServerAdapter) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ServerAdapter.class}, (proxy, method, args) -> {
                    try {
                        Object answer = method.invoke(real, args);
                        if (method.getName().equals("create")) {
                            station.server.faults().rest(new RestFault.TooManyRequests());
                        }
                        return answer;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
