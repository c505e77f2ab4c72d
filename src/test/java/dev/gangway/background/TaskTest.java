package dev.gangway.background;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Code;
import dev.gangway.diagnosis.Diagnosis;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TaskTest {
    private final Deque<Runnable> ui = new ArrayDeque<>();
    private final Deque<Runnable> workers = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();
    private final Background background = new Background(
            ui::add,
            workers::add,
            thrown -> thrown instanceof InterruptedWork
                    ? Optional.empty()
                    : Optional.of(Diagnosis.of(TestCode.THREW).build()));

    private enum TestCode implements Code {
        REFUSED,
        THREW;

        @Override
        public String family() {
            return "test";
        }
    }

    private static final class InterruptedWork extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void aValueIsHeardAfterWhatIsAlwaysDone() {
        start(background.work(_ -> "value"));
        settle();
        assertThat(heard).containsExactly("always", "value");
    }

    @Test
    void theLogHearsWhoStartedWhatAndHowItEnded() {
        List<String> log = new ArrayList<>();
        Background noting = new Background(
                Runnable::run,
                thrown -> Optional.of(Diagnosis.of(TestCode.THREW).build()),
                (operation, noted, state, took) -> {
                    synchronized (log) {
                        log.add(operation + " " + noted + " " + state);
                    }
                    assertThat(took).isGreaterThanOrEqualTo(Duration.ZERO);
                });
        noting.work(_ -> "value").start(value -> {}, why -> {});
        awaitSize(log, 1);
        noting.attempt(_ -> Diagnosis.of(TestCode.REFUSED).failed()).start(value -> {}, why -> {});
        awaitSize(log, 2);
        noting.work(_ -> {
                    throw new IllegalStateException("a bug");
                })
                .start(value -> {}, why -> {});
        awaitSize(log, 3);
        noting.work(_ -> 7).noted("count", value -> "done, " + value).start(value -> {}, why -> {});
        awaitSize(log, 4);
        assertThat(log)
                .containsExactly(
                        "TaskTest false done",
                        "TaskTest true test.refused",
                        "TaskTest true test.threw",
                        "count true done, 7");
    }

    private static void awaitSize(List<String> log, int size) {
        org.awaitility.Awaitility.await().until(() -> {
            synchronized (log) {
                return log.size() == size;
            }
        });
    }

    @Test
    void aRefusalAndAnExceptionAndAnErrorAllEndInFailure() {
        start(background.attempt(_ -> Diagnosis.of(TestCode.REFUSED).failed()));
        start(background.work(_ -> {
            throw new IllegalStateException("a bug");
        }));
        start(background.work(_ -> {
            throw new StackOverflowError();
        }));
        settle();
        assertThat(heard).containsExactly("always", "test.refused", "always", "test.threw", "always", "test.threw");
    }

    @Test
    void whatNobodyNeedsToHearOfStillEnds() {
        start(background.work(_ -> {
            throw new InterruptedWork();
        }));
        settle();
        assertThat(heard).containsExactly("always");
    }

    @Test
    void aCancelEndsItAtOnceAndForGood() {
        Cancellation running = start(background.work(_ -> "late"));
        running.cancel();
        ui.removeFirst().run();
        assertThat(heard).as("while the work has not even begun").containsExactly("always");
        settle();
        assertThat(heard).containsExactly("always");
    }

    @Test
    void ofWorkInOnePlaceOnlyTheNewestIsHeardOfEvenWhereItEndsFirst() {
        Newest place = new Newest();
        start(background.<String>work(_ -> "old").in(place));
        start(background.<String>work(_ -> "new").in(place));
        Runnable old = workers.removeFirst();
        settle();
        old.run();
        settle();
        assertThat(heard).containsExactly("always", "new");
    }

    @Test
    void workThatWasReplacedIsCancelled() {
        Newest place = new Newest();
        Cancellation old = start(background.<String>work(_ -> "old").in(place));
        start(background.<String>work(_ -> "new").in(place));
        assertThat(old.isCancelled()).isTrue();
    }

    @Test
    void whatIsForgottenIsNotEvenHeardToEnd() {
        Newest place = new Newest();
        start(background.<String>work(_ -> "old").in(place));
        place.forget();
        settle();
        assertThat(heard).isEmpty();
    }

    @Test
    void manyTimesOfGraceLeaveNothingBehind() {
        Cancellation batch = new Cancellation();
        for (int i = 0; i < 1000; i++) {
            batch.finishing(Duration.ofHours(1), later -> later.isCancelled());
        }
        assertThat(batch)
                .extracting("actions")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .isEmpty();
    }

    @Test
    void aPauseEndsWithTheCancel() {
        Cancellation stopped = new Cancellation();
        stopped.cancel();
        assertThat(stopped.pause(Duration.ofDays(1))).isFalse();
        assertThat(new Cancellation().pause(Duration.ZERO)).isTrue();
    }

    private <T> Cancellation start(Task<T> task) {
        return task.always(() -> heard.add("always"))
                .start(value -> heard.add(String.valueOf(value)), why -> heard.add(why.code()));
    }

    private void settle() {
        while (!workers.isEmpty() || !ui.isEmpty()) {
            (workers.isEmpty() ? ui : workers).removeFirst().run();
        }
    }
}
