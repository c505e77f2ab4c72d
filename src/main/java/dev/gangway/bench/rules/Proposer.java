package dev.gangway.bench.rules;

/**
 * Knows causes that fit beside the one that the rules found: those of one situation. Reads only
 * types and numbers, never a library's text; never blocks. One that knows better proposes a surer hypothesis, or
 * excludes.
 */
@FunctionalInterface
interface Proposer {
    /** Adds what fits this run as well. */
    void propose(Proposals proposals);
}
