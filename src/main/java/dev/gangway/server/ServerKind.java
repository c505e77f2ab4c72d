package dev.gangway.server;

/**
 * A kind of server, with all that is special to it. One folder below this one implements it, and nobody but the wiring
 * names that folder; see docs/adding-a-server.md. Safe for use by several threads.
 */
public interface ServerKind extends ServerAdapters {
    /** By what entries in the vault name it. */
    ServerEntry.Kind id();

    /**
     * Whether devices are registered on it, with their credentials, through an interface that we sign in to. Where not,
     * {@link #connect} is never called.
     */
    boolean registersDevices();

    /** How devices talk to it. */
    DeviceInterface devices();
}
