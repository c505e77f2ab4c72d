package dev.gangway.ui.kit.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Background;
import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.ui.kit.RunningWork;
import dev.gangway.ui.kit.Unexpected;
import dev.gangway.ui.kit.job.Job.Result;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JobTest {
    private final Deque<Runnable> turns = new ArrayDeque<>();
    private final RunningWork footer = new RunningWork(() -> Instant.EPOCH);
    private final Set<String> refused = new HashSet<>(Set.of("b", "d"));
    private final List<String> tried = new ArrayList<>();
    private int ended;
    private final Job<String> job = new Job<>(
            "Push",
            List.of("a", "b", "c", "d"),
            this::step,
            new Background(turns::add, turns::add, Unexpected::explain),
            footer,
            () -> ended++);

    private Outcome<String> step(String subject, Cancellation cancellation) {
        tried.add(subject);
        if (subject.equals("d") && refused.contains("d")) {
            throw new IllegalStateException("a bug");
        }
        return refused.contains(subject)
                ? Diagnosis.of(OnboardingCode.NAME_ON_SERVER).failed()
                : Outcome.ok(subject);
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
        assertThat(job.shown()).extracting(Job.Row::subject).containsExactly("b", "d");

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
