package dev.gangway.ui.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Background;
import dev.gangway.background.Cancellation;
import dev.gangway.device.Device;
import dev.gangway.device.ServerState;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.ui.devices.DeviceJob.Result;
import dev.gangway.ui.kit.RunningWork;
import dev.gangway.ui.kit.Unexpected;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeviceJobTest {
    private final Deque<Runnable> turns = new ArrayDeque<>();
    private final RunningWork footer = new RunningWork(() -> Rows.NOW);
    private final Set<String> refused = new HashSet<>(Set.of("b", "d"));
    private final List<String> tried = new ArrayList<>();
    private int ended;
    private final DeviceJob job = new DeviceJob(
            "Push",
            Stream.of("a", "b", "c", "d")
                    .map(name -> Rows.device(name, "", ServerState.Push.NOT_PUSHED))
                    .toList(),
            this::step,
            new Background(turns::add, turns::add, Unexpected::explain),
            footer,
            () -> ended++);

    private Outcome<Device> step(Device device, Cancellation cancellation) {
        tried.add(device.name());
        if (device.name().equals("d") && refused.contains("d")) {
            throw new IllegalStateException("a bug");
        }
        return refused.contains(device.name())
                ? Diagnosis.of(OnboardingCode.NAME_ON_SERVER).failed()
                : Outcome.ok(device);
    }

    @Test
    void eachIsTriedThoughOneFailsAndOneThrowsAndTheFailedAreTriedAgain() {
        job.start();
        assertThat(footer.items()).hasSize(1);
        settle();
        assertThat(tried).containsExactly("a", "b", "c", "d");
        assertThat(job.running().get()).isFalse();
        assertThat(footer.items()).isEmpty();
        assertThat(ended).isEqualTo(1);
        job.showFailed(true);
        assertThat(job.shown()).extracting(row -> row.device().name()).containsExactly("b", "d");

        tried.clear();
        refused.clear();
        job.retry();
        settle();
        assertThat(tried).containsExactly("b", "d");
        assertThat(job.count(row -> row.result() instanceof Result.Done)).isEqualTo(4);
        assertThat(job.shown()).isEmpty();
    }

    @Test
    void whatWasStoppedSaysSoAndCanBeGoneOnWith() {
        job.start();
        turns.removeFirst().run(); // the first is done
        job.cancel();
        settle();
        assertThat(tried).containsExactly("a");
        assertThat(job.count(row -> row.result() instanceof Result.Stopped)).isEqualTo(3);
        refused.clear();
        job.retry();
        settle();
        assertThat(tried).containsExactly("a", "b", "c", "d");
        assertThat(job.finished().get()).isEqualTo(4);
    }

    private void settle() {
        while (!turns.isEmpty()) {
            turns.removeFirst().run();
        }
    }
}
