package dev.gangway.bench.rules;

import dev.gangway.bench.model.Check;
import java.util.List;

/**
 * What is known of kinds of servers beside the rules, which know none. Reads only types and numbers, never a library's
 * text; never blocks; safe for use by several threads.
 */
public interface ServerKnowledge {
    /** Nothing is known of any kind. */
    ServerKnowledge NONE = new ServerKnowledge() {
        @Override
        public void explain(Proposals proposals) {
            // the rules say all there is
        }

        @Override
        public List<Check> recognised(Findings findings) {
            return List.of();
        }
    };

    /** Adds, reorders and explains the causes of a refusal in the terms of the server at the other end. */
    void explain(Proposals proposals);

    /** What stands at the other end, as far as it shows, and what about it a pass does not say. */
    List<Check> recognised(Findings findings);
}
