package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import java.util.Optional;

/** Knows one cause, or a few that are told apart by one look. Reads only types and numbers, never a library's text. */
@FunctionalInterface
interface Rule {
    /** The cause, where this is it; empty leaves the question to the next rule. */
    Optional<Hypothesis> judge(Findings findings);
}
