package dev.gangway.faultlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Cancellation;
import dev.gangway.faultlab.Phase.Ended;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Goes to a phase and cancels there. */
final class Cancelling {
    /** Nothing ends by its own deadline meanwhile. */
    private static final Duration MINUTES = Duration.ofMinutes(10);

    private static final int WAIT_SECONDS = 60;

    private Cancelling() {}

    /** Everything that can be waited for. */
    static List<Phase> phases(DatagramPhases datagrams) {
        return Stream.concat(CancelPhases.ALL.stream(), Phases.all(datagrams).stream())
                .toList();
    }

    /**
     * Cancels once the phase has come.
     *
     * @return nanoseconds from the cancel to the end
     */
    static long cancel(Phase phase, Misdeed misdeed) throws Exception {
        Cancellation cancellation = new Cancellation();
        try (Stage stage = new Stage(phase.speech(), misdeed)) {
            Phase.Attempt attempt = phase.attempt().apply(stage);
            CompletableFuture<Ended> result = new CompletableFuture<>();
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    result.complete(attempt.run(MINUTES, cancellation));
                } catch (RuntimeException | Error bug) {
                    result.completeExceptionally(bug);
                }
            });
            assertThat(stage.reached().await(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            long before = System.nanoTime();
            cancellation.cancel();
            Ended ended = result.get(WAIT_SECONDS, TimeUnit.SECONDS);
            long took = System.nanoTime() - before;
            if (misdeed == Misdeed.NOTHING) {
                assertThat(ended.code())
                        .as(() -> Timelines.show(ended.events()))
                        .endsWith(Ended.CANCELLED);
            }
            return took;
        }
    }
}
