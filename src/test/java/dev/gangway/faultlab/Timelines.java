package dev.gangway.faultlab;

import dev.gangway.bench.event.Event;
import dev.gangway.bench.model.Run;
import java.util.List;
import java.util.stream.Collectors;

/** Shows a run in a failing test. */
final class Timelines {
    private Timelines() {}

    static String show(Run run) {
        return show(run.events()) + "\n" + run.verdict();
    }

    static String show(List<Event> events) {
        return events.stream()
                .map(event -> "%3d %8d µs %-10s %-4s %-22s %s"
                        .formatted(
                                event.index(),
                                event.atMicros(),
                                event.layer(),
                                event.direction(),
                                event.name(),
                                event.summary()))
                .collect(Collectors.joining("\n"));
    }
}
