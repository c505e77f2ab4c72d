package dev.gangway.bench.export;

import dev.gangway.bench.causes.Conclusion;
import dev.gangway.bench.causes.Exclusion;
import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.model.Check;
import dev.gangway.bench.model.Milestone;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.Verdict;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Remedy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A test as it is exported, kept and compared: everything that was seen, but neither the plan, which holds secrets, nor
 * what only rules ask for.
 *
 * @param endpoint where it connected to, for example {@code mqtts://broker.example:8883}
 * @param startedAt when it began
 * @param took until the last event
 * @param redacted whether secrets were taken out
 * @param verdict the result
 * @param conclusion of a failure: what is proven, and all causes that remain; none where an older version kept it
 * @param checks what else was looked at
 * @param events the timeline; each detail is {@link dev.gangway.bench.event.Detail.Recorded}
 * @param notReached what a passing run would have gone through as well
 */
public record Recording(
        String endpoint,
        Instant startedAt,
        Duration took,
        boolean redacted,
        Verdict verdict,
        Conclusion conclusion,
        List<Check> checks,
        List<Event> events,
        List<Milestone> notReached) {
    public Recording {
        checks = List.copyOf(checks);
        events = List.copyOf(events);
        notReached = List.copyOf(notReached);
    }

    /** Without secrets. */
    public static Recording of(Run run) {
        return of(run, RunExport.Secrets.REDACTED);
    }

    /** As asked for. */
    static Recording of(Run run, RunExport.Secrets secrets) {
        RunRedaction runRedaction =
                secrets == RunExport.Secrets.KEPT ? RunRedaction.none() : RunRedaction.of(run.plan());
        return new Recording(
                run.plan().endpoint().uri(),
                run.startedAt(),
                run.took(),
                runRedaction.isActive(),
                clean(run.verdict(), runRedaction),
                clean(run.conclusion(), runRedaction),
                run.checks().stream()
                        .map(check -> new Check(check.key(), runRedaction.values(check.args()), check.state()))
                        .toList(),
                run.events().stream().map(runRedaction::event).toList(),
                run.passed() ? List.of() : Milestone.notReached(run.plan(), run.events()));
    }

    /** Whether it passed. */
    public boolean passed() {
        return verdict instanceof Verdict.Passed;
    }

    /** The same without raw bytes, which are most of it. */
    public Recording withoutRaw() {
        List<Event> bare = events.stream()
                .map(event -> new Event(
                        event.index(),
                        event.atMicros(),
                        event.layer(),
                        event.direction(),
                        event.name(),
                        event.bytes(),
                        event.summary(),
                        event.detail(),
                        event.fields(),
                        new byte[0]))
                .toList();
        return new Recording(endpoint, startedAt, took, redacted, verdict, conclusion, checks, bare, notReached);
    }

    private static Verdict clean(Verdict verdict, RunRedaction runRedaction) {
        return switch (verdict) {
            case Verdict.Failed(Diagnosis diagnosis) -> new Verdict.Failed(clean(diagnosis, runRedaction));
            case Verdict.Passed passed -> passed;
            case Verdict.Cancelled cancelled -> cancelled;
        };
    }

    private static Conclusion clean(Conclusion conclusion, RunRedaction runRedaction) {
        return new Conclusion(
                clean(conclusion.established(), runRedaction),
                conclusion.candidates().stream()
                        .map(one -> new Hypothesis(
                                clean(one.cause(), runRedaction),
                                one.certainty(),
                                one.proof(),
                                clean(one.against(), runRedaction),
                                one.settledBy()))
                        .toList(),
                conclusion.excluded().stream()
                        .map(out -> new Exclusion(
                                out.code(),
                                clean(List.of(out.by()), runRedaction).getFirst()))
                        .toList());
    }

    private static Diagnosis clean(Diagnosis diagnosis, RunRedaction runRedaction) {
        return new Diagnosis(
                diagnosis.code(),
                runRedaction.values(diagnosis.args()),
                clean(diagnosis.evidence(), runRedaction),
                diagnosis.remedies().stream()
                        .map(each -> new Remedy(each.key(), runRedaction.values(each.args()), each.action()))
                        .toList());
    }

    private static List<Evidence> clean(List<Evidence> evidence, RunRedaction runRedaction) {
        return evidence.stream()
                .map(seen -> new Evidence(seen.key(), runRedaction.values(seen.args()), seen.place()))
                .toList();
    }
}
