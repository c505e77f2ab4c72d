package dev.gangway.bench;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.engine.Bench;
import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.NetDetail;
import dev.gangway.bench.kinds.Kinds;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs plans in tests, and finds things in what they came to. */
public final class Runs {
    private static final Bench BENCH = new Bench(Kinds.judge());

    private Runs() {}

    /** Runs a plan to its end. */
    public static Run of(Plan plan) {
        return BENCH.run(plan, event -> {}, new Cancellation());
    }

    /** Runs a plan until an event of this name was seen so often, or to its end. */
    public static Run until(Plan plan, String name, int times) {
        Cancellation cancellation = new Cancellation();
        AtomicInteger seen = new AtomicInteger();
        return BENCH.run(
                plan,
                event -> {
                    if (event.name().equals(name) && seen.incrementAndGet() == times) {
                        cancellation.cancel();
                    }
                },
                cancellation);
    }

    /** The names of the events of one direction, in order. */
    public static List<String> names(Run run, Direction direction) {
        return run.events().stream()
                .filter(event -> event.direction() == direction)
                .map(Event::name)
                .toList();
    }

    /** The last detail of a kind. */
    public static <D extends Detail> Optional<D> detail(Run run, Class<D> kind) {
        return run.events().stream()
                .map(Event::detail)
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((first, second) -> second);
    }

    /** The code of the diagnosis; {@code pass} where there is none. */
    public static String code(Run run) {
        return run.verdict() instanceof Verdict.Failed failed
                ? failed.diagnosis().code()
                : "pass";
    }

    /** How the stream ended. */
    public static NetDetail.Ending ending(Run run) {
        return detail(run, NetDetail.Closed.class).orElseThrow().ending();
    }

    /** A timeline for a failed assertion. */
    public static String show(Run run) {
        StringBuilder text = new StringBuilder("\n");
        for (Event event : run.events()) {
            text.append(event.direction())
                    .append(' ')
                    .append(event.name())
                    .append(": ")
                    .append(event.summary())
                    .append('\n');
        }
        return text.toString();
    }
}
