package dev.gangway.bench.causes;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cause that fits what was seen.
 *
 * @param cause its code, words and remedies; its evidence is what speaks for it
 * @param certainty how sure it is
 * @param proof what proves it; there exactly where it is proven, so that nobody can claim that without naming it
 * @param against what speaks against it
 * @param settledBy the experiment that would prove or exclude it, where there is one
 */
public record Hypothesis(
        Diagnosis cause,
        Certainty certainty,
        Optional<Proof> proof,
        List<Evidence> against,
        Optional<Experiment> settledBy) {
    public Hypothesis {
        if ((certainty == Certainty.PROVEN) != proof.isPresent()) {
            throw new IllegalArgumentException(cause.code() + " is " + certainty + " by " + proof);
        }
        against = List.copyOf(against);
    }

    /** One that this kind of fact proves. */
    public static Hypothesis proven(Diagnosis cause, Proof by) {
        return new Hypothesis(cause, Certainty.PROVEN, Optional.of(by), List.of(), Optional.empty());
    }

    /** Its code. */
    public String code() {
        return cause.code();
    }

    /** What speaks for it. */
    public List<Evidence> supporting() {
        return cause.evidence();
    }

    /** Whether it is proven. */
    public boolean isProven() {
        return certainty == Certainty.PROVEN;
    }

    /** The same, only possible: something speaks against it, or another cause fits better. */
    public Hypothesis weakened(List<Evidence> by) {
        if (isProven()) {
            return this;
        }
        return new Hypothesis(cause, Certainty.POSSIBLE, proof, by, settledBy);
    }

    /** The same, and this would settle it. A proven one stays as it is. */
    public Hypothesis settledBy(Experiment experiment) {
        return isProven() ? this : new Hypothesis(cause, certainty, proof, against, Optional.of(experiment));
    }

    /** The same with more that speaks for it. */
    public Hypothesis supported(Evidence by) {
        List<Evidence> more =
                Stream.concat(cause.evidence().stream(), Stream.of(by)).toList();
        Diagnosis told = new Diagnosis(cause.code(), cause.args(), more, cause.remedies());
        return new Hypothesis(told, certainty, proof, against, settledBy);
    }

    /** The same, likely: nothing speaks against it any more. A proven one stays so. */
    public Hypothesis strengthened() {
        return isProven() ? this : new Hypothesis(cause, Certainty.LIKELY, proof, List.of(), settledBy);
    }

    /** The same, proven by this. */
    public Hypothesis provenBy(Proof by) {
        return new Hypothesis(cause, Certainty.PROVEN, Optional.of(by), List.of(), Optional.empty());
    }
}
