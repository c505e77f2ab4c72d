package dev.gangway.ui.bench;

import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Severity;
import dev.gangway.bench.model.Milestone;

/** A row of the timeline table. */
public sealed interface TimelineRow {
    /**
     * Something that happened.
     *
     * @param event what
     * @param sinceMicros when the event before it happened, in microseconds since the run began; the time from there
     *     to this event is what this event took
     * @param severity how it is marked
     */
    record Seen(Event event, long sinceMicros, Severity severity) implements TimelineRow {
        /** What it took, in microseconds. */
        public long tookMicros() {
            return Math.max(0, event.atMicros() - sinceMicros);
        }
    }

    /** Something that a passing run would have shown. */
    record NotReached(Milestone milestone) implements TimelineRow {}
}
