package dev.gangway.server;

import dev.gangway.diagnosis.Outcome;

/** Opens connections to servers, each with the adapter for its kind. Safe for use by several threads. */
@FunctionalInterface
public interface ServerAdapters {
    /**
     * A connection that signs in when it is first used; sends nothing yet. Fails where the entry's trust anchors cannot
     * be read.
     *
     * @param entry of a kind that has a REST interface
     * @throws IllegalArgumentException for a kind that nothing but the bench connects to
     */
    Outcome<ServerAdapter> connect(ServerEntry entry);
}
