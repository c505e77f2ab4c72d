package dev.gangway.bench.engine;

import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.mqtt.MqttSession;
import dev.gangway.bench.net.TracedSocket;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** What a test says over MQTT: CONNECT, what the plan publishes, and goodbye. */
final class MqttExchange implements Conversation {
    private final Plan plan;
    private final Timeline timeline;
    private final TelemetryVerifier verifier;

    MqttExchange(Plan plan, Timeline timeline, TelemetryVerifier verifier) {
        this.plan = plan;
        this.timeline = timeline;
        this.verifier = verifier;
    }

    @Override
    public void hold(TracedSocket wire, InputStream in, OutputStream out) {
        MqttSession session = new MqttSession(wire, in, out, plan.mqtt(), timeline);
        if (!session.connect()) {
            return;
        }
        Optional<MqttOptions.Authentication> again =
                plan.mqtt().authentication().filter(MqttOptions.Authentication::again);
        if (again.isPresent() && !session.authenticateAgain(again.get())) {
            return;
        }
        if (plan.publication().isPresent()) {
            if (!session.publish(plan.publication().get())) {
                return;
            }
            if (verifier.ask()) {
                session.outlived();
            }
        }
        session.drain();
        if (wire.ending().isEmpty()) {
            session.disconnect();
            wire.push();
        }
    }
}
