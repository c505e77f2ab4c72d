package dev.gangway.ui.bench;

import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Severity;
import dev.gangway.bench.export.Recording;
import dev.gangway.bench.model.Milestone;
import dev.gangway.bench.model.Plan;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The timeline as a table shows it: what happened, and below it what a passing run would have gone through as well.
 * For the UI thread alone.
 */
public final class TimelineRows {
    private final ObservableList<TimelineRow> rows = FXCollections.observableArrayList();
    private final List<TimelineRow> seen = new ArrayList<>();
    private final Set<Milestone> missing = EnumSet.noneOf(Milestone.class);
    private boolean over;
    private long lastMicros;
    private long bytes;

    /** The rows, to be shown as they are. */
    public ObservableList<TimelineRow> rows() {
        return rows;
    }

    /** Starts over for a run of this plan. What was not reached is known, and said, when the run has ended. */
    public void start(Plan plan) {
        seen.clear();
        missing.clear();
        missing.addAll(Milestone.of(plan));
        lastMicros = 0;
        bytes = 0;
        over = false;
        rows.clear();
    }

    /** Shows nothing. */
    public void clear() {
        seen.clear();
        missing.clear();
        rows.clear();
        over = false;
        lastMicros = 0;
        bytes = 0;
    }

    /** Shows a test of earlier. */
    public void show(Recording recording) {
        clear();
        add(recording.events());
        missing.addAll(recording.notReached());
        over = true;
        rows.addAll(notReached());
    }

    /** Adds what happened. */
    public void add(List<Event> events) {
        int at = seen.size();
        int ghosts = rows.size() - at;
        for (Event event : events) {
            seen.add(new TimelineRow.Seen(event, lastMicros, Severity.of(event)));
            lastMicros = event.atMicros();
            bytes += event.bytes();
            Milestone.reach(event, missing);
        }
        rows.remove(at, at + ghosts);
        rows.addAll(seen.subList(at, seen.size()));
        rows.addAll(notReached());
    }

    /** Shows a finished run: all of its events, also what had not been reported live. */
    public void finish(List<Event> events, boolean passed) {
        if (passed) {
            missing.clear();
        }
        over = true;
        add(events.subList(Math.min(seen.size(), events.size()), events.size()));
    }

    /** Number of events so far. */
    public int count() {
        return seen.size();
    }

    /** Bytes on the wire so far, both ways. */
    public long bytes() {
        return bytes;
    }

    /** When the last event happened, in microseconds since the run began. */
    public long endMicros() {
        return lastMicros;
    }

    /** The row of this event, where it has happened. */
    public int indexOf(int event) {
        for (int i = 0; i < seen.size(); i++) {
            if (seen.get(i) instanceof TimelineRow.Seen row && row.event().index() == event) {
                return i;
            }
        }
        return -1;
    }

    /** The row that tells most about a failure: its first evidence, else the last that is marked bad, else the last. */
    public int indexOf(Diagnosis why) {
        return why.evidence().stream()
                .flatMapToInt(seen -> seen.place() instanceof Evidence.Place.InTimeline(int event)
                        ? IntStream.of(indexOf(event))
                        : IntStream.empty())
                .filter(at -> at >= 0)
                .findFirst()
                .orElseGet(() -> IntStream.iterate(seen.size() - 1, at -> at >= 0, at -> at - 1)
                        .filter(at -> seen.get(at) instanceof TimelineRow.Seen row && row.severity() == Severity.BAD)
                        .findFirst()
                        .orElse(seen.size() - 1));
    }

    private List<TimelineRow> notReached() {
        List<TimelineRow> ghosts = new ArrayList<>();
        if (!over) {
            return ghosts;
        }
        missing.forEach(milestone -> ghosts.add(new TimelineRow.NotReached(milestone)));
        return ghosts;
    }
}
