package dev.gangway.server;

import dev.gangway.secret.Secret;
import dev.gangway.stored.StoredAs;
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
 * @param user whom we sign in as; empty where it is by an API key
 * @param password of that user, or the API key
 * @param mqtt where devices connect without TLS, where they can
 * @param mqtts where devices connect with TLS, where they can
 * @param trustAnchors PEM certificates of the authorities that its MQTT and REST certificates may end at; empty for
 *     those that Java ships
 */
public record ServerEntry(
        @StoredAs("id") UUID id,
        @StoredAs("name") String name,
        @StoredAs("kind") Kind kind,
        @StoredAs("url") URI url,
        @StoredAs("user") String user,
        @StoredAs("password") Secret password,
        @StoredAs("mqtt") Optional<HostPort> mqtt,
        @StoredAs("mqtts") Optional<HostPort> mqtts,
        @StoredAs("trustAnchors") List<String> trustAnchors) {
    public ServerEntry {
        trustAnchors = List.copyOf(trustAnchors);
    }

    /** Which adapter speaks to it. */
    public enum Kind {
        /** ThingsBoard over its REST interface. */
        @StoredAs("THINGSBOARD")
        THINGSBOARD,
        /** A broker that only the bench connects to. */
        @StoredAs("BROKER")
        BROKER
    }

    /** Host and port of a listener. */
    public record HostPort(
            @StoredAs("host") String host, @StoredAs("port") int port) {}
}
