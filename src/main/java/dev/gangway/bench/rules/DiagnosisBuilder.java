package dev.gangway.bench.rules;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Remedy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A diagnosis in the making: gives it the remedies that its code lists, as far as they fit the case. */
final class DiagnosisBuilder {
    /** Keeps the bench's words for evidence, remedies and checks apart from those of other rooms. */
    static final String PREFIX = "bench.";

    private final BenchCode code;
    private final Map<String, String> args = new LinkedHashMap<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final Set<String> unfit = new HashSet<>();
    private final Map<String, Map<String, String>> offers = new HashMap<>();

    DiagnosisBuilder(BenchCode code) {
        this.code = code;
    }

    /** Fills the named place in all words of this diagnosis; never with a secret. */
    DiagnosisBuilder with(String name, Object value) {
        args.put(name, String.valueOf(value));
        return this;
    }

    /** Adds what was seen in this event. */
    DiagnosisBuilder seen(MatchedEvent<?> where, String key, Object... pairs) {
        evidence.add(Evidence.seen(where.index(), PREFIX + key, pairs));
        return this;
    }

    /** Adds what was seen, where it was. */
    DiagnosisBuilder seen(Optional<? extends MatchedEvent<?>> where, String key, Object... pairs) {
        where.ifPresent(event -> seen(event, key, pairs));
        return this;
    }

    /** Adds something that is known without an event. */
    DiagnosisBuilder fact(String key, Object... pairs) {
        evidence.add(Evidence.fact(PREFIX + key, pairs));
        return this;
    }

    /** Adds something that is known without an event, where the condition holds. */
    DiagnosisBuilder factIf(boolean condition, String key, Object... pairs) {
        return condition ? fact(key, pairs) : this;
    }

    /** Gives the parameter that a remedy's action needs; without it that remedy is left out. */
    DiagnosisBuilder offer(String remedy, String name, Object value) {
        return offer(remedy, Map.of(name, String.valueOf(value)));
    }

    /** The same with several parameters. */
    DiagnosisBuilder offer(String remedy, Map<String, String> parameters) {
        offers.put(listed(remedy), Map.copyOf(parameters));
        return this;
    }

    /** The same, where the condition holds. */
    DiagnosisBuilder offerIf(boolean condition, String remedy, String name, Object value) {
        return condition ? offer(remedy, name, value) : this;
    }

    /** The same, where the condition holds and the code lists the remedy. */
    DiagnosisBuilder offerIfListed(boolean condition, String remedy, String name, Object value) {
        return condition && lists(remedy) ? offer(remedy, name, value) : this;
    }

    /** Leaves a remedy out that does not fit this case, where the code lists it. */
    DiagnosisBuilder unlessListed(boolean unsuitable, String remedy) {
        return unsuitable && lists(remedy) ? unless(true, remedy) : this;
    }

    /** Leaves a remedy out that does not fit this case. */
    DiagnosisBuilder unless(boolean unsuitable, String remedy) {
        if (unsuitable) {
            unfit.add(listed(remedy));
        }
        return this;
    }

    /** The finished diagnosis. */
    Optional<Diagnosis> report() {
        List<Remedy> remedies = code.remedies().stream()
                .filter(advice -> !unfit.contains(advice.key()))
                .filter(advice -> !advice.needsParameter() || offers.containsKey(advice.key()))
                .map(this::remedy)
                .toList();
        return Optional.of(new Diagnosis(code.id(), args, evidence, remedies));
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
