package dev.gangway.bench.matrix;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TestBench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tries variations one after the other, slowly enough not to get blocked: refusals of earlier calls count. Safe for use
 * by several threads.
 */
public final class Matrix {
    private final TestBench bench;
    private final RateLimiter pace = new RateLimiter();

    /** One that tests with this bench. */
    public Matrix(TestBench bench) {
        this.bench = bench;
    }

    /** What came of one variation. */
    public record Cell(Variation variation, Run run) {}

    /**
     * Tries them all; blocks until the last verdict.
     *
     * @param live receives each result as soon as it is there, in the calling thread
     * @param waiting receives how long the next attempt has to wait, where it has to
     * @return what came of each, in order; fewer where it was cancelled
     */
    public List<Cell> run(
            List<Variation> variations, Consumer<Cell> live, Consumer<Duration> waiting, Cancellation cancellation) {
        List<Cell> cells = new ArrayList<>();
        for (Variation variation : variations) {
            Duration wait = pause();
            if (!wait.isZero()) {
                waiting.accept(wait);
                sleep(wait, cancellation);
            }
            if (cancellation.isCancelled()) {
                break;
            }
            Run run = bench.run(variation.plan(), event -> {}, cancellation);
            if (!run.passed()) {
                refused();
            }
            Cell cell = new Cell(variation, run);
            cells.add(cell);
            live.accept(cell);
        }
        return List.copyOf(cells);
    }

    private synchronized Duration pause() {
        return pace.pause(System.nanoTime());
    }

    private synchronized void refused() {
        pace.refused(System.nanoTime());
    }

    private static void sleep(Duration wait, Cancellation cancellation) {
        CountDownLatch cancelled = new CountDownLatch(1);
        try (Cancellation.Registration registration = cancellation.onCancel(cancelled::countDown)) {
            cancelled.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            cancellation.cancel();
            Thread.currentThread().interrupt();
        }
    }
}
