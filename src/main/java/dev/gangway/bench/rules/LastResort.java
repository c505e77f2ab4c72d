package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.event.TlsDetail.Alert;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** No rule knows this run. Say what was seen last, so that a person can go on from there. */
final class LastResort {
    static final List<Rule> RULES = List.of(
            LastResort::flooded, LastResort::garbled, LastResort::alert, LastResort::outOfTime, LastResort::brokenOff);

    /** Alerts of ours that say that a record or message could not be read (RFC 8446, section 6.2). */
    private static final Set<Integer> UNREADABLE = Set.of(10, 20, 22, 50, 51);

    private LastResort() {}

    private static Optional<Hypothesis> flooded(Findings findings) {
        return findings.timeline()
                .end()
                .filter(last -> last.index() + 1 >= Timeline.MAX_EVENTS)
                .flatMap(last -> findings.draft(NetCode.FLOODED)
                        .with("count", Timeline.MAX_EVENTS)
                        .seen(new MatchedEvent<>(last, last.detail()), "last-event", "name", last.name())
                        .report());
    }

    private static Optional<Hypothesis> garbled(Findings findings) {
        return findings.alertFromUs()
                .filter(alert -> UNREADABLE.contains(alert.detail().code())
                        && findings.handshakeComplete().isPresent()
                        && !findings.accepted())
                .flatMap(alert -> findings.draft(TlsCode.GARBLED)
                        .seen(alert, "we-refused", "alert", Alerts.show(alert))
                        .report());
    }

    private static Optional<Hypothesis> alert(Findings findings) {
        Optional<MatchedEvent<Alert>> alert = findings.alertFromServer().or(findings::alertFromUs);
        return alert.filter(seen -> !findings.accepted())
                .flatMap(seen -> findings.draft(TlsCode.ALERT)
                        .with("alert", Alerts.show(seen))
                        .seen(seen, seen.isIn() ? "alert-from-server" : "we-refused", "alert", Alerts.show(seen))
                        .report());
    }

    private static Optional<Hypothesis> outOfTime(Findings findings) {
        return findings.timedOut()
                .flatMap(end -> findings.draft(NetCode.NO_ANSWER)
                        .seen(end, "time-ran-out")
                        .report());
    }

    private static Optional<Hypothesis> brokenOff(Findings findings) {
        HypothesisBuilder draft = findings.draft(NetCode.BROKE_OFF);
        Optional<Event> end = findings.timeline().end();
        end.ifPresent(
                event -> draft.seen(new MatchedEvent<>(event, event.detail()), "last-event", "name", event.name()));
        return draft.report();
    }
}
