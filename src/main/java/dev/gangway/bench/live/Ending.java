package dev.gangway.bench.live;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.model.Judge;
import dev.gangway.bench.model.MqttMessage;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.ServerFacts;
import dev.gangway.bench.model.Verdict;
import dev.gangway.bench.mqtt.packet.Ack;
import dev.gangway.bench.mqtt.packet.Connack;
import dev.gangway.bench.mqtt.packet.Publish;
import dev.gangway.diagnosis.Diagnosis;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the judge is shown of one connection of a live session: how it began, and its last events. A message that the
 * server never acknowledged is taken for the one that was planned, so that the rules for tests judge it. Safe for use by
 * several threads.
 */
final class Ending {
    private static final int BEGINNING = 200;
    private static final int LAST = 50;

    private final Judge judge;
    private final List<Event> beginning = new ArrayList<>();
    private final ArrayDeque<Event> last = new ArrayDeque<>();
    private boolean connected;

    Ending(Judge judge) {
        this.judge = judge;
    }

    synchronized void add(Event event) {
        if (!connected && beginning.size() < BEGINNING) {
            beginning.add(event);
            connected = event.detail() instanceof Connack;
            return;
        }
        last.addLast(event);
        if (last.size() > LAST) {
            last.removeFirst();
        }
    }

    /** Why the session ended, or could not begin. */
    synchronized Optional<Diagnosis> explain(Plan plan, List<MqttMessage> open, Optional<ServerFacts> facts) {
        List<Event> end = new ArrayList<>(last);
        Optional<Publication> unanswered = unanswered(open);
        unanswered.ifPresent(message -> startAt(end, message));
        end.removeIf(event -> event.detail() instanceof Ack);
        return judge(unanswered.map(plan::publishing).orElse(plan), end, facts);
    }

    /** Why the server refused one message, or one subscription, which stands here as a message to its filter. */
    synchronized Optional<Diagnosis> explain(Plan plan, Publication refused, Ack acknowledgement) {
        List<Event> end = last.stream()
                .filter(event -> event.detail().equals(acknowledgement))
                .toList();
        return judge(plan.publishing(refused), end, Optional.empty());
    }

    private Optional<Diagnosis> judge(Plan plan, List<Event> end, Optional<ServerFacts> facts) {
        List<Event> events = new ArrayList<>(beginning);
        events.addAll(end);
        return judge.judge(plan, events, facts).verdict() instanceof Verdict.Failed(Diagnosis why)
                ? Optional.of(why)
                : Optional.empty();
    }

    /** The newest message that has no answer, where it is among the last events. */
    private Optional<Publication> unanswered(List<MqttMessage> open) {
        return open.stream()
                .map(MqttMessage::publication)
                .filter(message -> last.stream().anyMatch(event -> isSending(event, message)))
                .findFirst();
    }

    private static void startAt(List<Event> end, Publication message) {
        while (!end.isEmpty() && !isSending(end.getFirst(), message)) {
            end.removeFirst();
        }
    }

    private static boolean isSending(Event event, Publication message) {
        return event.direction() == Direction.OUT
                && event.detail() instanceof Publish publish
                && publish.topic().equals(message.topic())
                && publish.qos() == message.qos()
                && publish.payloadBytes() == message.payload().length;
    }
}
