package dev.gangway.ui.bench;

import dev.gangway.bench.model.Milestone;
import dev.gangway.ui.text.Words;

/** A row of the timeline in one sentence, for screen readers. */
final class EventWords {
    private EventWords() {}

    static String spoken(Words words, TimelineRow row) {
        return switch (row) {
            case TimelineRow.Seen seen ->
                words.get(
                        "bench.row",
                        "direction",
                        words.get("event.direction." + seen.event().direction()),
                        "message",
                        seen.event().name(),
                        "summary",
                        seen.event().summary(),
                        "ms",
                        words.formats().millis(seen.tookMicros()));
            case TimelineRow.NotReached(Milestone milestone) ->
                words.get("bench.not-reached", "message", words.get("bench.milestone." + milestone));
        };
    }
}
