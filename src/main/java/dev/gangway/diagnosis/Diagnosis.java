package dev.gangway.diagnosis;

import dev.gangway.stored.StoredAs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What went wrong, as a value: a stable code, the facts its words are filled with, the evidence for it and what to do
 * about it. Never holds a secret. The words themselves live in the message bundles under the code.
 *
 * @param code id of a {@link Code}
 * @param args values for the named places of the words, for example {@code host}
 * @param evidence what was seen, the most telling first
 * @param remedies what to do, the most likely to help first
 */
public record Diagnosis(
        @StoredAs("code") String code,
        @StoredAs("args") Map<String, String> args,
        @StoredAs("evidence") List<Evidence> evidence,
        @StoredAs("remedies") List<Remedy> remedies) {
    public Diagnosis {
        args = Map.copyOf(args);
        evidence = List.copyOf(evidence);
        remedies = List.copyOf(remedies);
    }

    /** Starts a diagnosis with this code. */
    public static Builder of(Code code) {
        return new Builder(code.id());
    }

    /** Whether this diagnosis bears the given code. */
    public boolean is(Code other) {
        return code.equals(other.id());
    }

    /** The first remedy that the program itself can carry out. */
    public Optional<Remedy> fix() {
        return remedies.stream()
                .filter(remedy -> remedy.action() != Action.NONE)
                .findFirst();
    }

    /** Collects the parts of a diagnosis. Not safe for several threads. */
    public static final class Builder {
        private final String code;
        private final Map<String, String> args = new LinkedHashMap<>();
        private final List<Evidence> evidence = new ArrayList<>();
        private final List<Remedy> remedies = new ArrayList<>();

        private Builder(String code) {
            this.code = code;
        }

        /** Fills the named place of the words; the value must not be a secret. */
        public Builder with(String name, Object value) {
            args.put(name, String.valueOf(value));
            return this;
        }

        /** Adds what was seen. */
        public Builder evidence(Evidence seen) {
            evidence.add(seen);
            return this;
        }

        /** Adds a fact without a place; {@code args} are name, value, name, value. */
        public Builder fact(String key, Object... args) {
            return evidence(Evidence.fact(key, args));
        }

        /** Adds what a person can do; {@code args} are name, value, name, value. */
        public Builder remedy(String key, Object... args) {
            return remedy(Action.NONE, key, args);
        }

        /** Adds what the program itself can do. */
        public Builder remedy(Action action, String key, Object... args) {
            remedies.add(new Remedy(key, Args.of(args), action));
            return this;
        }

        /** The finished diagnosis. */
        public Diagnosis build() {
            return new Diagnosis(code, args, evidence, remedies);
        }

        /** The finished diagnosis as the failure of an operation. */
        public <T> Outcome<T> failed() {
            return new Outcome.Failed<>(build());
        }
    }

    /** Name and value pairs, written in one line where they are used. */
    static final class Args {
        private Args() {}

        static Map<String, String> of(Object... pairs) {
            if (pairs.length % 2 != 0) {
                throw new IllegalArgumentException("names and values must come in pairs");
            }
            Map<String, String> args = new LinkedHashMap<>();
            for (int i = 0; i < pairs.length; i += 2) {
                args.put((String) pairs[i], String.valueOf(pairs[i + 1]));
            }
            return args;
        }
    }
}
