package dev.gangway.bench;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.net.Aside;
import dev.gangway.diagnosis.Outcome;
import java.util.Optional;

/** Asks the server for what was published, and notes what it said. */
record BackReader(Plan plan, Timeline timeline, Deadline deadline, Cancellation cancellation) {
    /** Asks where the plan publishes and reads back; whether it was asked. */
    boolean ask() {
        if (plan.publication().isEmpty() || plan.readBack().isEmpty()) {
            return false;
        }
        ask(plan.readBack().get(), plan.publication().get());
        return true;
    }

    private void ask(ReadBack readBack, Publication publication) {
        Optional<Outcome<String>> answer = Aside.call(
                Thread.ofVirtual().name("gangway-read-back"),
                () -> readBack.await(publication, deadline, cancellation),
                deadline,
                cancellation);
        String words = switch (answer.orElse(null)) {
            case null -> "no answer";
            case Outcome.Ok<String>(String shown) -> shown;
            case Outcome.Failed<String>(var diagnosis) -> diagnosis.code();
        };
        boolean seen = answer.filter(Outcome::isOk).isPresent();
        timeline.note(Layer.SERVER, "Read back", words, new Detail.ReadBackDone(seen));
    }
}
