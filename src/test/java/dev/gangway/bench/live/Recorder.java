package dev.gangway.bench.live;

import static org.awaitility.Awaitility.await;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.model.Publication;
import dev.gangway.diagnosis.Diagnosis;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Remembers everything that a live session tells, and waits for it. */
public final class Recorder implements Watcher {
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<LiveState> states = new CopyOnWriteArrayList<>();
    private final List<Publication> received = new CopyOnWriteArrayList<>();
    private final List<Publication> delivered = new CopyOnWriteArrayList<>();
    private final List<Diagnosis> problems = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> subscriptions = new ConcurrentHashMap<>();

    @Override
    public void event(Event event) {
        events.add(event);
    }

    @Override
    public void state(LiveState state) {
        states.add(state);
    }

    @Override
    public void received(Publication message) {
        received.add(message);
    }

    @Override
    public void delivered(Publication message) {
        delivered.add(message);
    }

    @Override
    public void subscribed(String filter, int qos) {
        subscriptions.put(filter, qos);
    }

    @Override
    public void unsubscribed(String filter) {
        subscriptions.remove(filter);
    }

    @Override
    public void problem(Diagnosis diagnosis) {
        problems.add(diagnosis);
    }

    /** Waits until the server has accepted us. */
    public void connected() {
        state(state -> state instanceof LiveState.Connected);
    }

    /** Waits for a state; fails where the session ended in another one. */
    public LiveState state(Predicate<LiveState> wanted) {
        await().until(() -> states.stream().anyMatch(wanted.or(LiveState::isOver)));
        return states.stream()
                .filter(wanted)
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("ended as " + states + show()));
    }

    /** Waits for the end that nobody here wanted; its code. */
    public String lost() {
        return ((LiveState.Lost) state(state -> state instanceof LiveState.Lost))
                .diagnosis()
                .code();
    }

    /** Waits for a subscription; the QoS granted. */
    public int subscription(String filter) {
        await().until(() -> subscriptions.containsKey(filter));
        return subscriptions.get(filter);
    }

    /** Waits for a message on this topic; its text. */
    public String message(String topic) {
        await().until(() ->
                received.stream().anyMatch(message -> message.topic().equals(topic)));
        return received.stream()
                .filter(message -> message.topic().equals(topic))
                .map(message -> new String(message.payload(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    /** Waits for a problem that the session survives; its code. */
    public String problem() {
        await().until(() -> !problems.isEmpty());
        return problems.getFirst().code();
    }

    /** The problems that the session survived so far. */
    public List<Diagnosis> problems() {
        return problems;
    }

    /** Waits for a packet of this name. */
    public void packet(Direction direction, String name) {
        await().until(() -> names(direction).contains(name));
    }

    /** The names of everything in one direction. */
    public List<String> names(Direction direction) {
        return events.stream()
                .filter(event -> event.direction() == direction)
                .map(Event::name)
                .toList();
    }

    public List<Event> events() {
        return events;
    }

    public List<LiveState> states() {
        return states;
    }

    public List<Publication> received() {
        return received;
    }

    public List<Publication> delivered() {
        return delivered;
    }

    public Map<String, Integer> subscriptions() {
        return subscriptions;
    }

    /** The timeline for a failed assertion. */
    public String show() {
        StringBuilder text = new StringBuilder("\n");
        events.forEach(event -> text.append(event.direction())
                .append(' ')
                .append(event.name())
                .append(": ")
                .append(event.summary())
                .append('\n'));
        return text.toString();
    }
}
