package dev.gangway.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.device.Device;
import dev.gangway.device.Registration;
import dev.gangway.device.ServerState;
import dev.gangway.onboarding.Onboarding.Result;
import dev.gangway.practice.PracticeClient;
import dev.gangway.server.AttributeScope;
import dev.gangway.server.ServerAdapter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A device comes on board with what the server shall keep of it: customer, gateway flag, attributes. */
class RegistrationOnBoardIT extends StationCase {
    private static final Registration ALL = new Registration(
            Optional.of("Customer B"), true, Map.of("interval", "15"), Map.of("batch", "0417", "line", "3"));

    @Test
    void putsAllOfItOnTheServer() {
        Result result = onboard("pump-1", ALL);
        assertThat(result.failure()).isEmpty();
        assertOnServer(result.device().orElseThrow());
    }

    @Test
    void refusesAnUnknownCustomerBeforeAnythingIsMade() {
        Result result = onboard("pump-2", new Registration(Optional.of("Nobody"), false, Map.of(), Map.of()));
        assertThat(result.failure().orElseThrow().code()).isEqualTo("server.customer-unknown");
        assertThat(workspace.devices().named("pump-2")).isEmpty();
        assertThat(adapter().find("pump-2", never).orThrow()).isEmpty();
        assertThat(workspace.onboarding().unfinished()).isZero();
    }

    @Test
    void aChangedRegistrationIsPushedToTheDeviceThatIsThere() {
        Device device = onboard("pump-3", Registration.NONE).device().orElseThrow();
        assertThat(device.registration()).isEmpty();
        Device changed = device.registeredAs(ALL);
        assertThat(changed.server().push()).isEqualTo(ServerState.Push.NOT_PUSHED);
        Device pushed = workspace
                .deployer()
                .push(changed, device.server().server().orElseThrow(), never)
                .orThrow();
        assertThat(pushed.server().push()).isEqualTo(ServerState.Push.PUSHED);
        assertOnServer(pushed);
        assertThat(workspace.devices().named("pump-3").orElseThrow().registration())
                .hasValue(ALL);
    }

    @Test
    void isKeptWhereTheCredentialChanges() {
        Device device = onboard("pump-4", ALL).device().orElseThrow();
        workspace.devices().save(device.labelled("Plant 2"));
        assertThat(workspace.devices().named("pump-4").orElseThrow().registration())
                .hasValue(ALL);
    }

    private void assertOnServer(Device device) {
        String id = device.server().remoteId().orElseThrow();
        ServerAdapter adapter = adapter();
        assertThat(adapter.registration(id, never).orThrow())
                .isEqualTo(new Registration(Optional.of("Customer B"), true, Map.of(), Map.of()));
        assertThat(adapter.attributes(id, AttributeScope.SERVER, Set.of("batch", "line"), never)
                        .orThrow())
                .isEqualTo(Map.of("batch", "0417", "line", "3"));
        try (PracticeClient rest = PracticeClient.of(station.server)) {
            assertThat(rest.get("/api/plugins/telemetry/DEVICE/" + id + "/values/attributes/SHARED_SCOPE")
                            .body())
                    .contains("\"key\":\"interval\",\"value\":15");
        }
    }

    private ServerAdapter adapter() {
        return workspace
                .servers()
                .known(station.serverId())
                .then(workspace.servers()::session)
                .orThrow();
    }

    private Result onboard(String name, Registration registration) {
        return workspace
                .onboarding()
                .onboard(
                        Station.token(OnboardingPlan.Test.NONE),
                        new OnboardingSubject(name, Optional.empty(), "", registration),
                        Companion.NONE,
                        step -> {},
                        never);
    }
}
