package dev.gangway.bench.engine;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.bench.causes.Conclusion;
import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.http.HttpExchange;
import dev.gangway.bench.model.Capture;
import dev.gangway.bench.model.Check;
import dev.gangway.bench.model.Judge;
import dev.gangway.bench.model.Judge.Judgement;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.ServerFacts;
import dev.gangway.bench.model.TestBench;
import dev.gangway.bench.model.Verdict;
import dev.gangway.bench.paho.StockJava;
import dev.gangway.bench.paho.StockJavaResult;
import dev.gangway.bench.tls.TlsEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The test bench: makes the connection, keeps what it saw, and has it judged. */
public final class Bench implements TestBench {
    private final Judge judge;
    private final TlsEngine tls = new TlsEngine();

    /**
     * Creates one; keep it, as starting the cryptography takes time.
     *
     * @param judge turns timelines into verdicts
     */
    public Bench(Judge judge) {
        this.judge = judge;
    }

    @Override
    public Run run(Plan plan, Consumer<Event> live, Cancellation cancellation) {
        Instant startedAt = Instant.now();
        Timeline timeline = new Timeline(live);
        Deadline deadline = Deadline.in(plan.deadline());
        TelemetryVerifier backReader = new TelemetryVerifier(plan, timeline, deadline, cancellation);
        Optional<Capture> capture = Optional.empty();
        if (plan.endpoint().transport().isCoap()) {
            capture = new CoapTest(plan, tls, timeline, deadline, cancellation, backReader).run();
        } else {
            Conversation proof = proof(plan, timeline, backReader);
            Attempt attempt = new Attempt(plan, tls, timeline, deadline, cancellation, proof);
            attempt.run();
            capture = attempt.capture();
        }
        if (!cancellation.isCancelled() && plan.conditions().experiments().allowAny()) {
            HangUpProbe.note(plan, tls, timeline, deadline, cancellation);
        }
        Judgement judgement = judge.judge(plan, timeline.events(), Optional.empty());
        Optional<ServerFacts> facts = Optional.empty();
        if (judgement.verdict() instanceof Verdict.Failed && !cancellation.isCancelled()) {
            facts = ServerLookup.ask(plan, timeline, deadline, cancellation);
            if (facts.isPresent()) {
                judgement = judge.judge(plan, timeline.events(), facts);
            }
        }
        if (judgement.verdict() instanceof Verdict.Failed
                && !plan.endpoint().transport().isCoap()) {
            Optional<ServerFacts> known = facts;
            judgement = new Experimenter(plan, tls, timeline, cancellation)
                    .run(judgement, () -> judge.judge(plan, timeline.events(), known));
        }
        Verdict verdict = cancellation.isCancelled() ? new Verdict.Cancelled() : judgement.verdict();
        List<Event> events = timeline.events();
        Duration took = events.isEmpty()
                ? Duration.ZERO
                : Duration.ofNanos(events.getLast().atMicros() * 1_000);
        Conclusion conclusion = verdict instanceof Verdict.Failed ? judgement.conclusion() : Conclusion.NONE;
        return new Run(plan, startedAt, took, events, verdict, conclusion, judgement.checks(), facts, capture);
    }

    @Override
    public Run findOut(Run refused, Experiment experiment, Consumer<Event> live, Cancellation cancellation) {
        Plan plan = refused.plan();
        Timeline timeline = Timeline.after(refused.events(), live);
        Supplier<Judgement> again = () -> judge.judge(plan, timeline.events(), refused.serverFacts());
        Judgement judgement = new Experimenter(plan, tls, timeline, cancellation).only(experiment, again);
        List<Event> events = timeline.events();
        List<Check> ofStockJava = refused.checks().stream()
                .filter(check -> check.key().startsWith(StockJavaResult.PREFIX))
                .toList();
        return new Run(
                        plan,
                        refused.startedAt(),
                        Duration.ofNanos(events.getLast().atMicros() * 1_000),
                        events,
                        judgement.verdict(),
                        judgement.conclusion(),
                        judgement.checks(),
                        refused.serverFacts(),
                        refused.capture())
                .alsoChecked(StockJavaResult.PREFIX, ofStockJava);
    }

    @Override
    public Run alsoStockJava(Run finished, Cancellation cancellation) {
        return StockJava.check(finished.plan(), cancellation)
                .map(check -> finished.alsoChecked(StockJavaResult.PREFIX, List.of(check)))
                .orElse(finished);
    }

    private static Conversation proof(Plan plan, Timeline timeline, TelemetryVerifier backReader) {
        if (!plan.endpoint().transport().isHttp()) {
            return new MqttExchange(plan, timeline, backReader);
        }
        return (wire, in, out) -> {
            if (HttpExchange.post(in, out, plan, timeline)) {
                backReader.ask();
            }
        };
    }
}
