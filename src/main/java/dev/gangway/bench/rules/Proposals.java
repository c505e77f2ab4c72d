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
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What is proposed for one run, and what is excluded; for one thread. */
public final class Proposals {
    /** The server answered in the protocol that was spoken to it, whatever it said. */
    static final Predicate<Experimented> ANSWERED = seen -> seen.reached().compareTo(Reached.ANSWERED) >= 0;

    /** The server took the device. */
    static final Predicate<Experimented> ACCEPTED = seen -> seen.reached().compareTo(Reached.ACCEPTED) >= 0;

    /** The server took the device, and its message. */
    static final Predicate<Experimented> WENT_ON = seen -> seen.reached() == Reached.WENT_ON;

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

    /**
     * Adds a cause that explains more than what was proposed so far, and comes before it where it is as sure. Where it was
     * proposed already and is at least as sure, that one comes first: an experiment may be settling it.
     */
    public void addFirst(HypothesisBuilder hypothesis) {
        hypothesis.report().ifPresent(one -> {
            Optional<Hypothesis> known = hypotheses.stream()
                    .filter(other -> other.code().equals(one.code()))
                    .filter(other -> other.certainty().compareTo(one.certainty()) <= 0)
                    .findFirst();
            hypotheses.removeIf(other -> other.code().equals(one.code()));
            hypotheses.addFirst(known.orElse(one));
        });
    }

    /** Puts another in the place of each cause that was proposed; it may be the same one. */
    public void revise(UnaryOperator<Hypothesis> change) {
        hypotheses.replaceAll(change);
    }

    /** Says what speaks against a cause without an event: it is only possible from now on. A proven one stays so. */
    public void weaken(BenchCode code, Evidence against) {
        hypotheses.replaceAll(one -> one.code().equals(code.id()) ? one.weakened(List.of(against)) : one);
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
        add(hypothesis);
        settle(code, experiment, proves);
    }

    /** The same for a cause that was proposed already; does nothing where it was not. */
    void settle(BenchCode code, Experiment experiment, Predicate<Experimented> proves) {
        if (!has(code)) {
            return;
        }
        Optional<MatchedEvent<Experimented>> made = findings.experiment(experiment);
        if (made.isEmpty()) {
            replace(code, one -> one.settledBy(experiment));
            return;
        }
        MatchedEvent<Experimented> seen = made.get();
        if (ExperimentWorth.of(findings, seen) == ExperimentWorth.NOT_LET_IN) {
            Evidence why = evidence(seen, "experiment-not-let-in", "experiment", experiment.id());
            replace(code, one -> one.weakened(List.of(why)));
        } else if (proves.test(seen.detail())) {
            Evidence otherwise = evidence(seen, "experiment-went-otherwise", "experiment", experiment.id());
            replace(code, one -> control(one.supported(otherwise), experiment, proves));
        } else {
            exclude(code, seen, "experiment-went-the-same", "experiment", experiment.id());
        }
    }

    /**
     * Adds a cause that an experiment can only prove: as it is until that was made, and where it went the same, which may have
     * other reasons.
     */
    public void settleIfOtherwise(
            BenchCode code, HypothesisBuilder hypothesis, Experiment experiment, Predicate<Experimented> proves) {
        boolean tellsNothing = findings.experiment(experiment)
                .filter(seen -> !proves.test(seen.detail()))
                .isPresent();
        if (tellsNothing) {
            add(hypothesis);
        } else {
            settle(code, hypothesis, experiment, proves);
        }
    }

    /**
     * Says of a proposed cause what a connection without a later step told: where it failed all the same, the cause lies
     * before that step and is likely; where it did not, it is excluded.
     */
    void settleWithout(BenchCode code, Experiment experiment, Predicate<Experimented> failedAllTheSame) {
        if (!has(code)) {
            return;
        }
        Optional<MatchedEvent<Experimented>> made = findings.experiment(experiment);
        if (made.isEmpty()) {
            replace(code, one -> one.settledBy(experiment));
        } else if (failedAllTheSame.test(made.get().detail())) {
            Evidence same = evidence(made.get(), "experiment-went-the-same", "experiment", experiment.id());
            replace(code, one -> one.supported(same).strengthened());
        } else if (made.get().detail().reached() != Reached.NOT_CONNECTED) {
            exclude(code, made.get(), "experiment-went-otherwise", "experiment", experiment.id());
        }
    }

    /** What the port speaks is told by the answer alone; anything else may have been a whim of the server's. */
    private Hypothesis control(Hypothesis one, Experiment experiment, Predicate<Experimented> proves) {
        Optional<MatchedEvent<Experimented>> again = findings.experiment(Experiment.SAME_AGAIN);
        if (experiment == Experiment.WITH_TLS || experiment == Experiment.WITHOUT_TLS) {
            return one.provenBy(Proof.EXPERIMENT);
        }
        if (again.isEmpty()) {
            return one.strengthened().settledBy(Experiment.SAME_AGAIN);
        }
        MatchedEvent<Experimented> seen = again.get();
        return seen.detail().reached() == Reached.NOT_CONNECTED || proves.test(seen.detail())
                ? one.weakened(List.of(evidence(seen, "server-answers-differently")))
                : one.supported(evidence(seen, "same-again-went-the-same")).provenBy(Proof.EXPERIMENT);
    }

    private void replace(BenchCode code, UnaryOperator<Hypothesis> change) {
        hypotheses.replaceAll(one -> one.code().equals(code.id()) ? change.apply(one) : one);
    }

    private static Evidence evidence(MatchedEvent<?> seen, String key, Object... pairs) {
        return Evidence.seen(seen.index(), HypothesisBuilder.PREFIX + key, pairs);
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
