package dev.gangway.bench.net;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Runs work that does not know of our deadline in a thread of its own, and leaves it behind when time is up. */
public final class TimeLimiter {
    private TimeLimiter() {}

    /**
     * The result of the work; empty where the deadline passed or the run was cancelled first. What the work throws is
     * thrown here.
     *
     * @param work is cancelled when it is left behind, where it can be
     */
    public static <T> Optional<T> call(
            Thread.Builder thread, Function<Cancellation, T> work, Deadline deadline, Cancellation cancellation) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Cancellation leftBehind = new Cancellation();
        thread.start(() -> {
            try {
                result.complete(work.apply(leftBehind));
            } catch (RuntimeException | Error bug) {
                result.completeExceptionally(bug);
            }
        });
        try (Cancellation.Registration stop = cancellation.onCancel(() -> result.cancel(false))) {
            return Optional.of(result.get(deadline.left().toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (CancellationException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            leftBehind.cancel();
        }
    }
}
