package dev.gangway.bench.engine;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.ProbeDetail;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.ReadBack;
import dev.gangway.bench.net.TimeLimiter;
import dev.gangway.diagnosis.Outcome;
import java.util.Optional;

/** Asks the server for what was published, and notes what it said. */
record TelemetryVerifier(Plan plan, Timeline timeline, Deadline deadline, Cancellation cancellation) {
    /** Asks where the plan publishes and reads back; whether it was asked. */
    boolean ask() {
        if (plan.publication().isEmpty() || plan.readBack().isEmpty()) {
            return false;
        }
        ask(plan.readBack().get(), plan.publication().get());
        return true;
    }

    private void ask(ReadBack readBack, Publication publication) {
        Optional<Outcome<Optional<String>>> answer = TimeLimiter.call(
                Thread.ofVirtual().name("gangway-read-back"),
                leftBehind -> readBack.await(publication, deadline, leftBehind),
                deadline,
                cancellation);
        String words = switch (answer.orElse(null)) {
            case null -> "no answer";
            case Outcome.Ok<Optional<String>>(Optional<String> shown) -> shown.orElse("not shown");
            case Outcome.Failed<Optional<String>>(var diagnosis) -> diagnosis.code();
        };
        Optional<Optional<String>> told = answer.flatMap(Outcome::toOptional);
        boolean seen = told.flatMap(shown -> shown).isPresent();
        timeline.note(Layer.SERVER, "Read back", words, new ProbeDetail.ReadBackDone(seen, told.isPresent()));
    }
}
