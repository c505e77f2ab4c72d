package dev.gangway.bench;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.mqtt.MqttSession;
import dev.gangway.bench.net.Aside;
import dev.gangway.bench.net.Wire;
import dev.gangway.diagnosis.Outcome;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** What a test says: CONNECT, what the plan publishes, and goodbye. */
final class Proof implements Conversation {
    private final Plan plan;
    private final Timeline timeline;
    private final Deadline deadline;
    private final Cancellation cancellation;

    Proof(Plan plan, Timeline timeline, Deadline deadline, Cancellation cancellation) {
        this.plan = plan;
        this.timeline = timeline;
        this.deadline = deadline;
        this.cancellation = cancellation;
    }

    @Override
    public void hold(Wire wire, InputStream in, OutputStream out) {
        MqttSession session = new MqttSession(wire, in, out, plan.mqtt(), timeline);
        if (!session.connect()) {
            return;
        }
        if (plan.publication().isPresent()) {
            Publication publication = plan.publication().get();
            if (!session.publish(publication)) {
                return;
            }
            plan.readBack().ifPresent(readBack -> {
                readBack(readBack, publication);
                session.outlived();
            });
        }
        session.drain();
        if (wire.ending().isEmpty()) {
            session.disconnect();
            wire.push();
        }
    }

    private void readBack(ReadBack readBack, Publication publication) {
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
