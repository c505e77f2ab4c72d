package dev.gangway.bench.rules;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;

/** An event of the timeline together with its detail, already of the right type. */
public record MatchedEvent<D extends Detail>(Event event, D detail) {
    public int index() {
        return event.index();
    }

    public boolean isIn() {
        return event.direction() == Direction.IN;
    }

    public boolean isOut() {
        return event.direction() == Direction.OUT;
    }

    public boolean isBefore(MatchedEvent<?> other) {
        return index() < other.index();
    }
}
