package dev.gangway.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The window is closed once, whoever ends it, and nothing keeps the process from ending. */
@Timeout(30)
class EndingTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final AtomicInteger closed = new AtomicInteger();

    @Test
    void aSignalClosesTheWindowInItsThreadAndWaitsForIt() throws Exception {
        try (ExecutorService ui = Executors.newSingleThreadExecutor()) {
            ended(new Ending(ui, closed::incrementAndGet, LONG));
            assertThat(closed).hasValue(1);
        }
    }

    @Test
    void aWindowThatWasClosedStaysSo() throws Exception {
        Ending ending = new Ending(work -> closed.addAndGet(100), closed::incrementAndGet, LONG);
        ending.now();
        ending.now();
        ended(ending);
        assertThat(closed).hasValue(1);
    }

    @Test
    void aSignalWhileTheWindowClosesWaitsForIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService ui = Executors.newSingleThreadExecutor()) {
            Ending ending = new Ending(
                    ui,
                    () -> {
                        begun.countDown();
                        try {
                            goOn.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        closed.incrementAndGet();
                    },
                    LONG);
            ui.execute(ending::now);
            begun.await();
            Thread hook = ending.hook();
            hook.start();
            assertThat(closed).hasValue(0);
            goOn.countDown();
            hook.join();
            assertThat(closed).hasValue(1);
        }
    }

    @Test
    void aThreadThatDoesNotAnswerIsNotWaitedForForEver() throws Exception {
        ended(new Ending(work -> {}, closed::incrementAndGet, SHORT));
        assertThat(closed).hasValue(0);
    }

    @Test
    void aFailureAndAToolkitThatIsGoneEndItAsWell() throws Exception {
        try (ExecutorService ui = Executors.newSingleThreadExecutor()) {
            ended(new Ending(
                    work -> ui.submit(work),
                    () -> {
                        throw new IllegalArgumentException("closing fails");
                    },
                    LONG));
        }
        ended(new Ending(
                work -> {
                    throw new IllegalStateException("Toolkit not initialized");
                },
                closed::incrementAndGet,
                LONG));
        assertThat(closed).hasValue(0);
    }

    private static void ended(Ending ending) throws InterruptedException {
        Thread hook = ending.hook();
        hook.start();
        hook.join();
    }
}
