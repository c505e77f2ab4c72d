package dev.gangway.server;

import dev.gangway.secret.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A server that devices are brought onto, as kept in the vault.
 *
 * @param id ours
 * @param name for people
 * @param kind which adapter speaks to it
 * @param url of its REST interface, for example {@code https://tb.example}
 * @param user whom we sign in as
 * @param password of that user
 * @param mqtt where devices connect without TLS, where they can
 * @param mqtts where devices connect with TLS, where they can
 * @param trustAnchors PEM certificates of the authorities that its MQTT and REST certificates may end at; empty for
 *     those that Java ships
 */
public record ServerEntry(
        UUID id,
        String name,
        Kind kind,
        URI url,
        String user,
        Secret password,
        Optional<HostPort> mqtt,
        Optional<HostPort> mqtts,
        List<String> trustAnchors) {
    public ServerEntry {
        trustAnchors = List.copyOf(trustAnchors);
    }

    /** Which adapter speaks to it. */
    public enum Kind {
        /** ThingsBoard over its REST interface. */
        THINGSBOARD,
        /** A broker that only the bench connects to. */
        BROKER
    }

    /** Host and port of a listener. */
    public record HostPort(String host, int port) {}
}
