package dev.gangway.bench.causes;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a refusal comes to.
 *
 * @param established what is proven whatever the cause is, in the order of the stack; each leads to where it was seen
 * @param candidates the causes that remain, the surest first; a proven one stands alone
 * @param excluded what was looked into and is not it
 */
public record Conclusion(List<Evidence> established, List<Hypothesis> candidates, List<Exclusion> excluded) {
    /** Of a run that has none: it passed, was cancelled, or was kept by an older version. */
    public static final Conclusion NONE = new Conclusion(List.of(), List.of(), List.of());

    public Conclusion {
        established = List.copyOf(established);
        candidates = List.copyOf(candidates);
        excluded = List.copyOf(excluded);
    }

    /** Ranks: the surest first, in the given order otherwise; of causes with the same code the surest stays. */
    public static Conclusion of(List<Evidence> established, List<Hypothesis> proposed, List<Exclusion> excluded) {
        List<Hypothesis> ranked = proposed.stream()
                .filter(one -> excluded.stream().noneMatch(out -> out.code().equals(one.code())) || one.isProven())
                .sorted(Comparator.comparing(Hypothesis::certainty))
                .toList();
        if (!ranked.isEmpty() && ranked.getFirst().isProven()) {
            return new Conclusion(established, List.of(ranked.getFirst()), excluded);
        }
        List<String> seen = new java.util.ArrayList<>();
        return new Conclusion(
                established,
                ranked.stream()
                        .filter(one -> !seen.contains(one.code()) && seen.add(one.code()))
                        .toList(),
                excluded);
    }

    /** The surest cause. */
    public Optional<Hypothesis> first() {
        return candidates.stream().findFirst();
    }

    /** How sure the first cause is. */
    public Optional<Certainty> certainty() {
        return first().map(Hypothesis::certainty);
    }

    /** The first cause, for those who want one. */
    public Optional<Diagnosis> diagnosis() {
        return first().map(Hypothesis::cause);
    }

    /** Experiments that would settle what remains, the most telling first, each once. */
    public List<Experiment> open() {
        return candidates.stream()
                .filter(one -> !one.isProven())
                .flatMap(one -> one.settledBy().stream())
                .distinct()
                .toList();
    }
}
