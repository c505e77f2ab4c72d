package dev.gangway.device;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of a device on its server.
 *
 * @param server id of the server entry in this vault
 * @param remoteId the server's own id of the device
 * @param push how far the credential got
 * @param pushedAt when the server last confirmed it
 */
public record ServerState(Optional<UUID> server, Optional<String> remoteId, Push push, Optional<Instant> pushedAt) {
    /** How far a credential got. */
    public enum Push {
        /** Never sent, or changed here since. */
        NOT_PUSHED,
        /** Waiting for the server to be reachable. */
        QUEUED,
        /** On the server, read back and the same. */
        PUSHED,
        /** The server now holds another one. */
        CHANGED_ON_SERVER
    }

    /** A device that no server knows of. */
    public static ServerState none() {
        return new ServerState(Optional.empty(), Optional.empty(), Push.NOT_PUSHED, Optional.empty());
    }

    /** Confirmed by the server at this moment. */
    public static ServerState pushed(UUID server, String remoteId, Instant at) {
        return new ServerState(Optional.of(server), Optional.of(remoteId), Push.PUSHED, Optional.of(at));
    }

    ServerState unpushed() {
        return new ServerState(server, remoteId, Push.NOT_PUSHED, pushedAt);
    }
}
