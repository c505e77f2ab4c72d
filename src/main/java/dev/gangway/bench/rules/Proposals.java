package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Exclusion;
import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.causes.Proof;
import dev.gangway.bench.causes.Reached;
import dev.gangway.bench.event.ProbeDetail.Experimented;
import dev.gangway.diagnosis.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What is proposed for one run, and what is excluded; for one thread. */
public final class Proposals {
    /** The server answered in the protocol that was spoken to it, whatever it said. */
    static final Predicate<Experimented> ANSWERED =
            seen -> Set.of(Reached.ANSWERED, Reached.REFUSED, Reached.ACCEPTED).contains(seen.reached());

    /** The server took the device. */
    static final Predicate<Experimented> ACCEPTED = seen -> seen.reached() == Reached.ACCEPTED;

    private final Findings findings;
    private final List<Hypothesis> hypotheses = new ArrayList<>();
    private final List<Exclusion> exclusions = new ArrayList<>();

    Proposals(Findings findings) {
        this.findings = findings;
    }

    /** What was seen. */
    public Findings findings() {
        return findings;
    }

    /** Adds a cause that fits. */
    public void add(Hypothesis hypothesis) {
        hypotheses.add(hypothesis);
    }

    /** Adds a cause that fits. */
    public void add(HypothesisBuilder hypothesis) {
        hypothesis.report().ifPresent(this::add);
    }

    /** Says what speaks against a cause that was proposed: it is only possible from now on. A proven one stays so. */
    public void weaken(BenchCode code, MatchedEvent<?> by, String key, Object... pairs) {
        Evidence against = Evidence.seen(by.index(), HypothesisBuilder.PREFIX + key, pairs);
        hypotheses.replaceAll(one -> one.code().equals(code.id()) ? one.weakened(List.of(against)) : one);
    }

    /** Excludes a cause by what was seen in this event. */
    public void exclude(BenchCode code, MatchedEvent<?> by, String key, Object... pairs) {
        exclusions.add(new Exclusion(code.id(), Evidence.seen(by.index(), HypothesisBuilder.PREFIX + key, pairs)));
    }

    /**
     * Adds a cause that an experiment settles: as it is until that was made; then excluded where it went the same, and proven
     * where it went otherwise, and the same as at first went wrong once more. A server that answers one time like this and
     * one time like that proves nothing.
     *
     * @param proves whether a further connection went otherwise than the refused one
     */
    public void settle(
            BenchCode code, HypothesisBuilder hypothesis, Experiment experiment, Predicate<Experimented> proves) {
        Optional<MatchedEvent<Experimented>> made = findings.experiment(experiment);
        if (made.isEmpty()) {
            add(hypothesis.settledBy(experiment));
            return;
        }
        MatchedEvent<Experimented> seen = made.get();
        if (seen.detail().reached() == Reached.NOT_CONNECTED) {
            add(hypothesis);
        } else if (proves.test(seen.detail())) {
            hypothesis.seen(seen, "experiment-went-otherwise", "experiment", experiment.id());
            control(hypothesis, experiment, proves);
        } else {
            exclude(code, seen, "experiment-went-the-same", "experiment", experiment.id());
        }
    }

    /** Where nothing of the device was sent, the answer alone says what the port speaks. */
    private void control(HypothesisBuilder hypothesis, Experiment experiment, Predicate<Experimented> proves) {
        Optional<MatchedEvent<Experimented>> again = findings.experiment(Experiment.SAME_AGAIN);
        if (experiment.sends() == Experiment.Sends.NOTHING) {
            add(hypothesis.proven(Proof.EXPERIMENT));
        } else if (again.isEmpty()) {
            add(hypothesis.likely().settledBy(Experiment.SAME_AGAIN));
        } else if (again.get().detail().reached() == Reached.NOT_CONNECTED
                || proves.test(again.get().detail())) {
            add(hypothesis.possible().against(again.get(), "server-answers-differently"));
        } else {
            add(hypothesis.seen(again.get(), "same-again-went-the-same").proven(Proof.EXPERIMENT));
        }
    }

    /** What was proposed so far, the rules' own cause first. */
    public List<Hypothesis> soFar() {
        return List.copyOf(hypotheses);
    }

    /** Whether this cause is among them. */
    public boolean has(BenchCode code) {
        return hypotheses.stream().anyMatch(one -> one.code().equals(code.id()));
    }

    List<Exclusion> excluded() {
        return exclusions;
    }
}
