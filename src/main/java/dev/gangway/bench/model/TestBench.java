package dev.gangway.bench.model;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.event.Event;
import java.util.function.Consumer;

/** Runs connection tests. Safe for use by several threads. */
public interface TestBench {
    /**
     * Runs the plan to its end; blocks until the verdict, at most the plan's deadline and a second.
     *
     * @param live receives each event as it happens, in order, on a thread of the bench's; must not block
     * @param cancellation ends the run within a second
     */
    Run run(Plan plan, Consumer<Event> live, Cancellation cancellation);
}
