package dev.gangway.bench.rules;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Questions that one may ask of a timeline. */
public final class Events {
    private final List<Event> events;

    Events(List<Event> events) {
        this.events = List.copyOf(events);
    }

    /** All events with this kind of detail, in order. */
    public <D extends Detail> Stream<MatchedEvent<D>> all(Class<D> kind) {
        return events.stream()
                .filter(event -> kind.isInstance(event.detail()))
                .map(event -> new MatchedEvent<>(event, kind.cast(event.detail())));
    }

    /** The first event with this kind of detail. */
    public <D extends Detail> Optional<MatchedEvent<D>> first(Class<D> kind) {
        return all(kind).findFirst();
    }

    /** The first event with this kind of detail that also meets the condition. */
    public <D extends Detail> Optional<MatchedEvent<D>> first(Class<D> kind, Predicate<MatchedEvent<D>> condition) {
        return all(kind).filter(condition).findFirst();
    }

    /** Whether there is an event with this kind of detail. */
    public boolean has(Class<? extends Detail> kind) {
        return events.stream().anyMatch(event -> kind.isInstance(event.detail()));
    }

    /** The last event of all. */
    public Optional<Event> end() {
        return events.isEmpty() ? Optional.empty() : Optional.of(events.getLast());
    }
}
