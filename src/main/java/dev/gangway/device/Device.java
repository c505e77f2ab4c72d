package dev.gangway.device;

import dev.gangway.stored.StoredAs;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A device as this vault knows it.
 *
 * @param id ours, made once; the server's own id is in {@link ServerState}
 * @param name the name on the server: 1 to 255 characters
 * @param serial what is printed on the device, where it differs from the name
 * @param profile name of the device profile on the server
 * @param label free text for people
 * @param credential what it signs in with
 * @param server where it was put, and what is known of that
 * @param createdAt when it was made here
 * @param registration what a server shall keep of it beside that; empty for nothing
 */
public record Device(
        @StoredAs("id") UUID id,
        @StoredAs("name") String name,
        @StoredAs("serial") Optional<String> serial,
        @StoredAs("profile") String profile,
        @StoredAs("label") String label,
        @StoredAs("credential") Credential credential,
        @StoredAs("server") ServerState server,
        @StoredAs("createdAt") Instant createdAt,
        @StoredAs("registration") Optional<Registration> registration) {
    /** A device of which a server keeps nothing beside the usual. */
    public Device(
            UUID id,
            String name,
            Optional<String> serial,
            String profile,
            String label,
            Credential credential,
            ServerState server,
            Instant createdAt) {
        this(id, name, serial, profile, label, credential, server, createdAt, Optional.empty());
    }

    /** The same device with another credential, not yet pushed. */
    public Device withCredential(Credential changed) {
        return new Device(id, name, serial, profile, label, changed, server.unpushed(), createdAt, registration);
    }

    /** The same device in another profile. */
    public Device inProfile(String changed) {
        return new Device(id, name, serial, changed, label, credential, server, createdAt, registration);
    }

    /** The same device with another label. */
    public Device labelled(String changed) {
        return new Device(id, name, serial, profile, changed, credential, server, createdAt, registration);
    }

    /** The same device with other knowledge of the server. */
    public Device withServer(ServerState changed) {
        return new Device(id, name, serial, profile, label, credential, changed, createdAt, registration);
    }

    /** The same device of which a server shall keep this; not on the server yet. */
    public Device registeredAs(Registration changed) {
        Optional<Registration> kept = changed.isEmpty() ? Optional.empty() : Optional.of(changed);
        return new Device(id, name, serial, profile, label, credential, server.unpushed(), createdAt, kept);
    }
}
