package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.causes.Proof;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Printable;
import dev.gangway.diagnosis.Remedy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A hypothesis in the making: gives its cause the remedies that the code lists, as far as they fit the case. It is likely
 * unless the rule says that it is only possible, or names what proves it.
 */
public final class HypothesisBuilder {
    /** Keeps the bench's words for evidence, remedies and checks apart from those of other rooms. */
    static final String PREFIX = "bench.";

    /** What a server said is quoted no further. */
    private static final int LONGEST = 1_000;

    private final BenchCode code;
    private final Map<String, String> args = new LinkedHashMap<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final Set<String> unfit = new HashSet<>();
    private final Map<String, Map<String, String>> offers = new HashMap<>();
    private final List<Evidence> against = new ArrayList<>();
    private Certainty certainty = Certainty.LIKELY;
    private Optional<Proof> proof = Optional.empty();
    private Optional<Experiment> settledBy = Optional.empty();

    HypothesisBuilder(BenchCode code) {
        this.code = code;
    }

    /** Fills the named place in all words of this diagnosis; never with a secret. */
    public HypothesisBuilder with(String name, Object value) {
        args.put(name, Printable.line(String.valueOf(value), LONGEST));
        return this;
    }

    /** Adds what was seen in this event. */
    public HypothesisBuilder seen(MatchedEvent<?> where, String key, Object... pairs) {
        evidence.add(Evidence.seen(where.index(), PREFIX + key, pairs));
        return this;
    }

    /** Adds what was seen, where it was. */
    public HypothesisBuilder seen(Optional<? extends MatchedEvent<?>> where, String key, Object... pairs) {
        where.ifPresent(event -> seen(event, key, pairs));
        return this;
    }

    /** Adds something that is known without an event. */
    public HypothesisBuilder fact(String key, Object... pairs) {
        evidence.add(Evidence.fact(PREFIX + key, pairs));
        return this;
    }

    /** Adds what is known of a kind of server. */
    public HypothesisBuilder known(Evidence piece) {
        evidence.add(piece);
        return this;
    }

    /** Adds something that is known without an event, where the condition holds. */
    public HypothesisBuilder factIf(boolean condition, String key, Object... pairs) {
        return condition ? fact(key, pairs) : this;
    }

    /** Gives the parameter that a remedy's action needs; without it that remedy is left out. */
    public HypothesisBuilder offer(String remedy, String name, Object value) {
        return offer(remedy, Map.of(name, String.valueOf(value)));
    }

    /** The same with several parameters. */
    public HypothesisBuilder offer(String remedy, Map<String, String> parameters) {
        offers.put(listed(remedy), Map.copyOf(parameters));
        return this;
    }

    /** The same, where the condition holds. */
    public HypothesisBuilder offerIf(boolean condition, String remedy, String name, Object value) {
        return condition ? offer(remedy, name, value) : this;
    }

    /** The same, where the condition holds and the code lists the remedy. */
    public HypothesisBuilder offerIfListed(boolean condition, String remedy, String name, Object value) {
        return condition && lists(remedy) ? offer(remedy, name, value) : this;
    }

    /** Leaves a remedy out that does not fit this case, where the code lists it. */
    public HypothesisBuilder unlessListed(boolean unsuitable, String remedy) {
        return unsuitable && lists(remedy) ? unless(true, remedy) : this;
    }

    /** Leaves a remedy out that does not fit this case. */
    public HypothesisBuilder unless(boolean unsuitable, String remedy) {
        if (unsuitable) {
            unfit.add(listed(remedy));
        }
        return this;
    }

    /** Nothing else explains what was seen: this kind of fact proves it. */
    public HypothesisBuilder proven(Proof by) {
        certainty = Certainty.PROVEN;
        proof = Optional.of(by);
        return this;
    }

    /** The same where the condition holds. */
    public HypothesisBuilder provenIf(boolean condition, Proof by) {
        return condition ? proven(by) : this;
    }

    /** It explains what was seen better than the others do, and nothing proves it. */
    public HypothesisBuilder likely() {
        certainty = Certainty.LIKELY;
        proof = Optional.empty();
        return this;
    }

    /** Other causes fit as well. */
    public HypothesisBuilder possible() {
        certainty = Certainty.POSSIBLE;
        proof = Optional.empty();
        return this;
    }

    /** Adds what speaks against it, seen in this event. */
    public HypothesisBuilder against(MatchedEvent<?> where, String key, Object... pairs) {
        against.add(Evidence.seen(where.index(), PREFIX + key, pairs));
        return this;
    }

    /** The further connection that would prove or exclude it. */
    public HypothesisBuilder settledBy(Experiment experiment) {
        settledBy = Optional.of(experiment);
        return this;
    }

    /** The finished hypothesis. */
    public Optional<Hypothesis> report() {
        List<Remedy> remedies = code.remedies().stream()
                .filter(advice -> !unfit.contains(advice.key()))
                .filter(advice -> !advice.needsParameter() || offers.containsKey(advice.key()))
                .map(this::remedy)
                .toList();
        Diagnosis cause = new Diagnosis(code.id(), args, evidence, remedies);
        return Optional.of(new Hypothesis(cause, certainty, proof, against, settledBy));
    }

    private boolean lists(String remedy) {
        return code.remedies().stream().anyMatch(advice -> advice.key().equals(remedy));
    }

    private String listed(String remedy) {
        if (!lists(remedy)) {
            throw new IllegalArgumentException(code.id() + " lists no remedy " + remedy);
        }
        return remedy;
    }

    private Remedy remedy(RemedyTemplate advice) {
        Map<String, String> all = new HashMap<>(args);
        all.putAll(offers.getOrDefault(advice.key(), Map.of()));
        return new Remedy(PREFIX + advice.key(), all, advice.action());
    }
}
