package dev.gangway.bench.logs;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Which marks a log must bear, or must not, for a rule to count: {@code server}, {@code !server}, joined by {@code &}.
 *
 * @param terms the marks; all must hold
 */
record Condition(List<String> terms) {
    static final Condition ALWAYS = new Condition(List.of());

    static Condition of(String written) {
        return new Condition(Arrays.asList(written.split("&")));
    }

    boolean holds(Set<String> marks) {
        return terms.stream()
                .allMatch(term -> term.startsWith("!") ? !marks.contains(term.substring(1)) : marks.contains(term));
    }

    /** Whether it asks for something, and so says more than a rule that always counts. */
    boolean asks() {
        return terms.stream().anyMatch(term -> !term.startsWith("!"));
    }
}
