package dev.gangway.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.app.Workspace;
import dev.gangway.background.Cancellation;
import dev.gangway.credentials.Credentials;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.ServerState;
import dev.gangway.http.HttpClients;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.thingsboard.ThingsBoard;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever moment the program dies at: after the next start there is one device, here and there, and they agree. */
class CrashIT {
    private static final int MORE_THAN_ENOUGH = 200;

    @TempDir
    Path folder;

    private final Cancellation never = new Cancellation();

    @Test
    void noDeviceIsMadeTwiceOrLostWhereverOnboardingIsCut() {
        try (Station station = new Station(folder)) {
            int moments = 0;
            for (int at = 1; at < MORE_THAN_ENOUGH; at++) {
                String name = "pump-" + at;
                if (!crashes(station, at, name)) {
                    moments = at;
                    break;
                }
                try (Workspace after = station.open()) {
                    after.onboarding().resume(step -> {}, never);
                    if (after.devices().named(name).isEmpty()) {
                        // Cut before the first row of the journal: nothing is there, and nothing was.
                        assertThat(remote(station, name)).as("moment %d", at).isEmpty();
                        assertThat(after.onboarding()
                                        .onboard(Station.token(OnboardingPlan.Test.NONE), name, "", step -> {}, never)
                                        .isOk())
                                .isTrue();
                    }
                    assertConsistent(station, after, name, at);
                }
            }
            assertThat(moments).as("moments at which it was cut").isBetween(15, MORE_THAN_ENOUGH - 1);
        }
    }

    @Test
    void doingItAgainAfterACrashIsAsGoodAsResuming() {
        try (Station station = new Station(folder)) {
            for (int at = 1; at < MORE_THAN_ENOUGH; at++) {
                String name = "valve-" + at;
                if (!crashes(station, at, name)) {
                    return;
                }
                try (Workspace after = station.open()) {
                    var again = after.onboarding()
                            .onboard(Station.token(OnboardingPlan.Test.NONE), name, "", step -> {}, never);
                    boolean wasDone = again.failure()
                            .filter(why -> why.is(OnboardingCode.NAME_IN_VAULT))
                            .isPresent();
                    assertThat(again.isOk() || wasDone)
                            .as("moment %d: %s", at, again)
                            .isTrue();
                    assertConsistent(station, after, name, at);
                }
            }
        }
    }

    @Test
    void aNewCredentialNeverReachesTheServerWithoutBeingInTheVault() {
        try (Station station = new Station(folder)) {
            for (int at = 1; at < MORE_THAN_ENOUGH; at++) {
                String name = "tank-" + at;
                Device device;
                try (Workspace before = station.open()) {
                    device = before.onboarding()
                            .onboard(Station.token(OnboardingPlan.Test.NONE), name, "", step -> {}, never)
                            .device()
                            .orElseThrow();
                }
                var renewed = device.withCredential(new Credential.AccessToken(Credentials.newToken(20)));
                boolean cut = false;
                Crash crash = new Crash(at);
                try (Workspace workspace = station.open(crash::around, crash::around)) {
                    workspace.deployer().push(renewed, station.entry().id(), never);
                } catch (Crash.Pulled pulled) {
                    cut = true;
                }
                try (Workspace after = station.open()) {
                    if (isStored(station, renewed)) {
                        assertThat(after.devices()
                                        .get(device.id())
                                        .orElseThrow()
                                        .credential())
                                .as("moment %d", at)
                                .isEqualTo(renewed.credential());
                    }
                    after.onboarding().resume(step -> {}, never);
                    assertConsistent(station, after, name, at);
                }
                if (!cut) {
                    return;
                }
            }
        }
    }

    /** Whether it was cut; closes what the crash left open, as the end of a process does. */
    private boolean crashes(Station station, int at, String name) {
        Crash crash = new Crash(at);
        try (Workspace workspace = station.open(crash::around, crash::around)) {
            workspace.onboarding().onboard(Station.token(OnboardingPlan.Test.NONE), name, "", step -> {}, never);
            return false;
        } catch (Crash.Pulled pulled) {
            return true;
        }
    }

    private void assertConsistent(Station station, Workspace workspace, String name, int at) {
        assertThat(workspace.onboarding().unfinished()).as("moment %d", at).isZero();
        assertThat(workspace.devices().all())
                .filteredOn(device -> device.name().equals(name))
                .singleElement()
                .satisfies(device -> {
                    assertThat(device.server().push()).isEqualTo(ServerState.Push.PUSHED);
                    assertSameOnServer(station, device);
                });
    }

    private void assertSameOnServer(Station station, Device device) {
        assertThat(remote(station, device.name()).orElseThrow().id())
                .isEqualTo(device.server().remoteId().orElseThrow());
        assertThat(isStored(station, device)).isTrue();
    }

    /** Whether the server stores this credential for it. */
    private boolean isStored(Station station, Device device) {
        try (ServerAdapter adapter = adapter(station)) {
            var remote = adapter.find(device.name(), never).orThrow().orElseThrow();
            return adapter.isSame(adapter.credential(remote.id(), never).orThrow(), device.credential());
        }
    }

    private java.util.Optional<ServerAdapter.RemoteDevice> remote(Station station, String name) {
        try (ServerAdapter adapter = adapter(station)) {
            return adapter.find(name, never).orThrow();
        }
    }

    private static ServerAdapter adapter(Station station) {
        return new ThingsBoard(new HttpClients()).connect(station.entry()).orThrow();
    }
}
