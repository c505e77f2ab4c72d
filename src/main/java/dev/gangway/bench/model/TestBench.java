package dev.gangway.bench.model;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.causes.Experiment;
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

    /**
     * Makes the further connection that would settle what a refusal left open, whatever the plan's bounds say: somebody asked
     * for this one. Where it went otherwise, the same as at first is tried again, twice at most. Blocks, at most 15 s.
     *
     * @param refused a run that failed
     * @param live receives what is noted, on a thread of the bench's; must not block
     * @return the same run with what came of it, judged anew
     */
    Run findOut(Run refused, Experiment experiment, Consumer<Event> live, Cancellation cancellation);

    /**
     * Has an ordinary Java client, Eclipse Paho over JSSE, try the same credential at the same server. It signs in as the
     * device, whose live session may be thrown off. Blocks, at most the plan's deadline.
     *
     * @param finished a run that passed or failed
     * @param cancellation ends the attempt at once; the run is then returned as it is
     * @return the same run, with what that client got among its checks ({@code bench.also-stock-java-*})
     */
    Run alsoStockJava(Run finished, Cancellation cancellation);
}
