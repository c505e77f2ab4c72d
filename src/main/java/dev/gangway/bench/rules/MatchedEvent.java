package dev.gangway.bench.rules;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;

/** An event of the timeline together with its detail, already of the right type. */
record MatchedEvent<D extends Detail>(Event event, D detail) {
    int index() {
        return event.index();
    }

    boolean isIn() {
        return event.direction() == Direction.IN;
    }

    boolean isOut() {
        return event.direction() == Direction.OUT;
    }

    boolean isBefore(MatchedEvent<?> other) {
        return index() < other.index();
    }
}
