package dev.gangway.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.app.Workspace;
import dev.gangway.background.Cancellation;
import dev.gangway.device.Device;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device that a person removes stays removed, whatever was left to do for it. */
class ResumeAfterRemovalIT {
    private static final int FAR_ENOUGH = 40;

    private final Cancellation never = new Cancellation();

    @TempDir
    Path folder;

    @Test
    void whatWasRemovedWhileOthersAreFinishedDoesNotComeBack() {
        try (Station station = new Station(folder)) {
            int triedWithBoth = 0;
            for (int at = 1; at < FAR_ENOUGH; at++) {
                String first = "first-" + at;
                String second = "second-" + at;
                cut(station, at, first);
                cut(station, at, second);
                try (Workspace after = station.open()) {
                    boolean both = after.devices().named(first).isPresent()
                            && after.devices().named(second).isPresent()
                            && after.onboarding().unfinished() == 2;
                    Set<String> removed = new HashSet<>();
                    after.onboarding()
                            .resume(
                                    step -> after.devices().named(second).ifPresent(device -> {
                                        if (both && removed.isEmpty()) {
                                            removed.add(device.name());
                                            after.devices().remove(device);
                                        }
                                    }),
                                    never);
                    assertThat(after.onboarding().unfinished()).isZero();
                    if (!removed.isEmpty()) {
                        triedWithBoth++;
                        assertThat(after.devices().all().stream().map(Device::name))
                                .as("moment %d", at)
                                .doesNotContain(second);
                    }
                }
            }
            assertThat(triedWithBoth).isPositive();
        }
    }

    private void cut(Station station, int at, String name) {
        Crash crash = new Crash(at);
        try (Workspace crashing = station.open(crash::around, crash::around)) {
            crashing.onboarding().onboard(Station.token(OnboardingPlan.Test.NONE), name, "", step -> {}, never);
        } catch (Crash.Pulled pulled) {
            assertThat(pulled).isNotNull();
        }
    }
}
