package dev.gangway.bench.engine;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.ProbeDetail;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.ServerFacts;
import dev.gangway.bench.net.TimeLimiter;
import java.time.Duration;
import java.util.Optional;

/** Asks the server for the cause of a refusal. */
public final class ServerLookup {
    /** After a run that used up its deadline, the server is still asked for the cause; but not for long. */
    private static final Duration LAST_LOOK = Duration.ofMillis(800);

    private ServerLookup() {}

    /** What the server says, where the plan knows how to ask; noted in the timeline. */
    public static Optional<ServerFacts> ask(
            Plan plan, Timeline timeline, Deadline deadline, Cancellation cancellation) {
        if (plan.lookup().isEmpty()) {
            return Optional.empty();
        }
        ServerFacts.Lookup lookup = plan.lookup().get();
        Deadline limit = deadline.left().compareTo(LAST_LOOK) > 0 ? deadline : Deadline.in(LAST_LOOK);
        Optional<ServerFacts> facts = TimeLimiter.call(
                        Thread.ofVirtual().name("gangway-lookup"), lookup::lookUp, limit, cancellation)
                .flatMap(found -> found);
        facts.ifPresent(found -> timeline.note(
                Layer.SERVER,
                "Look up",
                found.exists() ? "the server knows the device" : "the server knows no such device",
                new ProbeDetail.LookedUp(found.exists())));
        return facts;
    }
}
