package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import java.util.List;
import java.util.stream.Stream;

/**
 * Knows causes that fit beside the one that the rules found: those of one situation, or of one kind of server. Reads only
 * types and numbers, never a library's text; never blocks. A proposer that knows better says so by a surer hypothesis.
 */
@FunctionalInterface
public interface Proposer {
    /**
     * What fits this run as well.
     *
     * @param findings what was seen
     * @param soFar what was proposed before, the rules' own cause first
     */
    Stream<Hypothesis> propose(Findings findings, List<Hypothesis> soFar);
}
