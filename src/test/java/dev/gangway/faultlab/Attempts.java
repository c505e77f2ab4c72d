package dev.gangway.faultlab;

import dev.gangway.bench.engine.Bench;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.kinds.Kinds;
import dev.gangway.bench.live.LiveBench;
import dev.gangway.bench.live.LiveSession;
import dev.gangway.bench.live.LiveState;
import dev.gangway.bench.live.Watcher;
import dev.gangway.bench.model.Plan;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.faultlab.Phase.Attempt;
import dev.gangway.faultlab.Phase.Ended;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Ways to come to a phase: a test, a live session, a call. */
final class Attempts {
    /** A session that nobody ended until its time was over: there was nothing wrong with it. */
    static final String WENT_ON = "went on";

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Bench BENCH = new Bench(Kinds.judge());
    private static final LiveBench LIVE = new LiveBench(Kinds.judge());

    private Attempts() {}

    /** A test by this plan. */
    static Attempt test(Plan plan) {
        return (deadline, cancellation) -> {
            var run = BENCH.run(plan.within(deadline), event -> {}, cancellation);
            return new Ended(Lab.code(run), run.events());
        };
    }

    /** A live session, which {@code begin} may have do something; it is left when its time is over. */
    static Attempt live(Plan plan, Consumer<LiveSession> begin) {
        return (deadline, cancellation) -> {
            try (LiveSession session = LIVE.open(plan.within(deadline), new Unwatched());
                    var _ = cancellation.onCancel(session::close)) {
                begin.accept(session);
                // longer than it may take to connect, and then to miss the answers to pings
                if (!session.await(deadline.plus(PATIENCE))) {
                    session.close();
                    session.await(deadline);
                }
                String code = switch (session.state()) {
                    case LiveState.Lost(Diagnosis why) -> why.code();
                    case LiveState.Cancelled _ -> Ended.CANCELLED;
                    case LiveState.Left _ -> cancellation.isCancelled() ? Ended.CANCELLED : WENT_ON;
                    case LiveState other -> "still " + other;
                };
                return new Ended(code, session.events());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** The session itself keeps what happens. */
    private static final class Unwatched implements Watcher {
        @Override
        public void event(Event event) {
            // kept
        }

        @Override
        public void state(LiveState state) {
            // asked for at the end
        }
    }

    /** What came of a call. */
    static Ended of(Outcome<?> outcome) {
        return new Ended(outcome.failure().map(Diagnosis::code).orElse(Lab.PASS), List.of());
    }
}
