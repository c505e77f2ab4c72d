package dev.gangway.bench.engine;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.bench.causes.Conclusion;
import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.causes.Reached;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.ProbeDetail;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.model.ExperimentBounds;
import dev.gangway.bench.model.Judge.Judgement;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Verdict;
import dev.gangway.bench.mqtt.MqttSession;
import dev.gangway.bench.net.TracedSocket;
import dev.gangway.bench.tls.TlsEngine;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes the further connections that separate the causes of a refusal, the most telling first, until one is proven or the
 * plan's bounds are reached. Each is noted in the timeline, so that the judge, and whoever reads it, sees what came of it.
 */
final class Experimenter {
    private static final Duration SILENCE = Duration.ofSeconds(1);

    private final Plan plan;
    private final TlsEngine engine;
    private final Timeline timeline;
    private final Cancellation cancellation;
    private final Set<Experiment> made = EnumSet.noneOf(Experiment.class);

    Experimenter(Plan plan, TlsEngine engine, Timeline timeline, Cancellation cancellation) {
        this.plan = plan;
        this.engine = engine;
        this.timeline = timeline;
        this.cancellation = cancellation;
    }

    /**
     * Goes on as long as it helps.
     *
     * @param first what the run came to without
     * @param judge judges the timeline as it is by then
     */
    Judgement run(Judgement first, Supplier<Judgement> judge) {
        Judgement now = first;
        Deadline deadline = Deadline.in(plan.conditions().experiments().within());
        int left = plan.conditions().experiments().most();
        while (true) {
            Optional<Experiment> next = next(now);
            if (next.isEmpty() && left > 0 && !deadline.hasPassed() && mayBeBlocked(now)) {
                next = Optional.of(Experiment.SAY_NOTHING);
            }
            if (next.isEmpty()
                    || connections(next.get()) > left
                    || deadline.hasPassed()
                    || cancellation.isCancelled()) {
                return now;
            }
            left -= connections(next.get());
            make(next.get(), deadline);
            now = judge.get();
        }
    }

    /** This one, and where it went otherwise the same as at first; for somebody who asked for it. */
    Judgement only(Experiment experiment, Supplier<Judgement> judge) {
        Deadline deadline = Deadline.in(ExperimentBounds.USUAL.within());
        if (ExperimentPlans.of(experiment, plan, timeline.events()).isPresent()) {
            make(experiment, deadline);
        }
        Judgement now = judge.get();
        boolean control = now.conclusion().open().contains(Experiment.SAME_AGAIN)
                && !deadline.hasPassed()
                && !cancellation.isCancelled();
        if (control) {
            make(Experiment.SAME_AGAIN, deadline);
        }
        return control ? judge.get() : now;
    }

    private Optional<Experiment> next(Judgement judgement) {
        Conclusion conclusion = judgement.conclusion();
        boolean open = judgement.verdict() instanceof Verdict.Failed
                && conclusion.first().filter(one -> !one.isProven()).isPresent();
        return open
                ? conclusion.open().stream()
                        .filter(experiment -> !made.contains(experiment))
                        .filter(experiment -> ExperimentPlans.of(experiment, plan, timeline.events())
                                .isPresent())
                        .findFirst()
                : Optional.empty();
    }

    /** Whether all that was tried was hung up on, as by a server that no longer lets us in. */
    private boolean mayBeBlocked(Judgement judgement) {
        List<ProbeDetail.Experimented> tried = timeline.events().stream()
                .map(Event::detail)
                .filter(ProbeDetail.Experimented.class::isInstance)
                .map(ProbeDetail.Experimented.class::cast)
                .toList();
        boolean waited = timeline.events().stream()
                .anyMatch(event -> event.detail() instanceof ProbeDetail.SilenceProbed(boolean hungUp) && !hungUp);
        return waited
                && !made.contains(Experiment.SAY_NOTHING)
                && !judgement.conclusion().excluded().isEmpty()
                && !tried.isEmpty()
                && tried.getLast().reached() == Reached.HUNG_UP;
    }

    /** Twice the same as at first: a server that refuses every second connection shows itself. */
    private static int connections(Experiment experiment) {
        return experiment == Experiment.SAME_AGAIN ? 2 : 1;
    }

    private void make(Experiment experiment, Deadline deadline) {
        made.add(experiment);
        Plan changed = ExperimentPlans.of(experiment, plan, timeline.events()).orElseThrow();
        List<Event> events = connect(experiment, changed, deadline);
        ProbeDetail.Experimented result = ExperimentResult.of(experiment, events);
        for (int i = 1; i < connections(experiment) && !cancellation.isCancelled(); i++) {
            List<Event> more = connect(experiment, changed, deadline);
            ProbeDetail.Experimented other = ExperimentResult.of(experiment, more);
            if (other.reached().compareTo(result.reached()) > 0) {
                events = more;
                result = other;
            }
        }
        String words = experiment.id() + ": " + words(result);
        timeline.note(
                Layer.LOCAL,
                "Experiment",
                words,
                result,
                events.stream()
                        .map(event -> Field.of(event.name(), event.summary()))
                        .toArray(Field[]::new));
    }

    private List<Event> connect(Experiment experiment, Plan changed, Deadline deadline) {
        Timeline aside = new Timeline(_ -> {});
        // whoever gives the test itself less time than that gives no more to what comes after it
        Deadline limit = deadline.orEarlier(plan.deadline()).orEarlier(Experiment.LONGEST);
        new Attempt(changed, engine, aside, limit, cancellation, talk(experiment, changed, aside)).run();
        return aside.events();
    }

    private static Conversation talk(Experiment experiment, Plan changed, Timeline aside) {
        return switch (experiment) {
            case WITH_TLS, WITH_SMALL_HELLO -> (_, _, _) -> {};
            case SAY_NOTHING -> (wire, in, _) -> listen(wire, in);
            case WITHOUT_MESSAGE ->
                (wire, in, out) -> {
                    MqttSession session = new MqttSession(wire, in, out, changed.mqtt(), aside);
                    if (session.connect() && session.ping()) {
                        listen(wire, in);
                    }
                };
            default ->
                (wire, in, out) -> new MqttExchange(
                                changed,
                                aside,
                                new TelemetryVerifier(changed, aside, wire.deadline(), new Cancellation()))
                        .hold(wire, in, out);
        };
    }

    /** A server that hangs up on everybody does so within a round trip. */
    private static void listen(TracedSocket wire, InputStream in) {
        wire.limitReads(wire.deadline().orEarlier(SILENCE));
        try {
            while (in.read() >= 0) {
                // whatever comes, the question is whether it ends
            }
        } catch (IOException ended) {
            // the wire remembers how
        }
    }

    private static String words(ProbeDetail.Experimented result) {
        return switch (result.reached()) {
            case NOT_CONNECTED -> "no connection";
            case HUNG_UP -> "the server hung up";
            case SILENT -> "the server stayed silent";
            case FOREIGN -> "something else answered";
            case TLS_REFUSED -> "TLS ended with alert " + result.code();
            case TLS_STANDS -> "TLS stands, and CONNECT was not answered";
            case ANSWERED -> "the server answered";
            case REFUSED -> "the server refused with code " + result.code();
            case ACCEPTED -> "the server accepted";
            case MESSAGE_REFUSED -> "the server accepted, and refused the message with code " + result.code();
            case WENT_ON -> "the server accepted, and went on";
        };
    }
}
