package dev.gangway.server;

/** Opens connections to servers, each with the adapter for its kind. Safe for use by several threads. */
@FunctionalInterface
public interface ServerAdapters {
    /**
     * A connection that signs in when it is first used; sends nothing yet.
     *
     * @param entry of a kind that has a REST interface
     * @throws IllegalArgumentException for a kind that nothing but the bench connects to
     */
    ServerAdapter connect(ServerEntry entry);
}
