package dev.gangway.bench.rules;

import dev.gangway.bench.event.Detail.Alert;
import dev.gangway.bench.event.Event;
import dev.gangway.diagnosis.Diagnosis;
import java.util.List;
import java.util.Optional;

/** No rule knows this run. Say what was seen last, so that a person can go on from there. */
final class LastResort {
    static final List<Rule> RULES = List.of(LastResort::alert, LastResort::outOfTime, LastResort::brokenOff);

    private LastResort() {}

    private static Optional<Diagnosis> alert(Findings findings) {
        Optional<Seen<Alert>> alert = findings.alertFromServer().or(findings::alertFromUs);
        return alert.filter(seen -> !findings.accepted())
                .flatMap(seen -> findings.draft(TlsCode.ALERT)
                        .with("alert", Alerts.show(seen))
                        .seen(seen, seen.isIn() ? "alert-from-server" : "we-refused", "alert", Alerts.show(seen))
                        .report());
    }

    private static Optional<Diagnosis> outOfTime(Findings findings) {
        return findings.timedOut()
                .flatMap(end -> findings.draft(NetCode.NO_ANSWER)
                        .seen(end, "time-ran-out")
                        .report());
    }

    private static Optional<Diagnosis> brokenOff(Findings findings) {
        Draft draft = findings.draft(NetCode.BROKE_OFF);
        Optional<Event> end = findings.timeline().end();
        end.ifPresent(event -> draft.seen(new Seen<>(event, event.detail()), "last-event", "name", event.name()));
        return draft.report();
    }
}
