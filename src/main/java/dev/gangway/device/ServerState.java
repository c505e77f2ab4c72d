package dev.gangway.device;

import dev.gangway.stored.StoredAs;
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
public record ServerState(
        @StoredAs("server") Optional<UUID> server,
        @StoredAs("remoteId") Optional<String> remoteId,
        @StoredAs("push") Push push,
        @StoredAs("pushedAt") Optional<Instant> pushedAt) {
    /** How far a credential got. */
    public enum Push {
        /** Never sent, or changed here since. */
        @StoredAs("NOT_PUSHED")
        NOT_PUSHED,
        /** Waiting for the server to be reachable. */
        @StoredAs("QUEUED")
        QUEUED,
        /** On the server, read back and the same. */
        @StoredAs("PUSHED")
        PUSHED,
        /** The server now holds another one. */
        @StoredAs("CHANGED_ON_SERVER")
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
