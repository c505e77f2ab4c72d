package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.pki.Pem;
import dev.gangway.secret.Secret;
import dev.gangway.server.HostInput;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.ServerEntry.HostPort;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** How to reach a server, and as whom. */
final class ServerOptions {
    private static final int MQTT = 1883;
    private static final int MQTTS = 8883;

    @Option(names = "--user", paramLabel = "U", description = "Whom to sign in as.")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--password-file",
            paramLabel = "F",
            description = "The first line is the password; asked for without this.")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(
            names = "--mqtt-at",
            paramLabel = "H:P",
            description = "Where devices connect without TLS; the host of the URL and port 1883 without this.")
    private Optional<String> mqtt = Optional.empty();

    @Option(
            names = "--mqtts-at",
            paramLabel = "H:P",
            description = "Where devices connect with TLS; the host of the URL and port 8883 without this.")
    private Optional<String> mqtts = Optional.empty();

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "The authorities that the server's certificates may end at; Java's own without this.")
    private Optional<Path> authorities = Optional.empty();

    @Option(
            names = "--plain-mqtt",
            description =
                    "Devices connect without TLS alone: the server has no MQTTS. What they send can be read on the"
                            + " way.")
    private boolean plain;

    /** The entry with what was given in place of what was there; a password only where a file with one was given. */
    ServerEntry over(Context context, ServerEntry known) {
        String host = known.url().getHost();
        return new ServerEntry(
                known.id(),
                known.name(),
                known.kind(),
                known.url(),
                user.orElse(known.user()),
                passwordFile.isPresent() ? context.secrets().password(passwordFile) : known.password(),
                mqtt.isPresent() ? Optional.of(at(mqtt, host, MQTT)) : known.mqtt(),
                mqtts.isPresent() || plain ? secured(host) : known.mqtts(),
                authorities.isPresent() ? anchors(context) : known.trustAnchors());
    }

    /** Whether anything was given that an entry holds. */
    boolean isGiven() {
        return plain || Stream.of(user, passwordFile, mqtt, mqtts, authorities).anyMatch(Optional::isPresent);
    }

    private Optional<HostPort> secured(String host) {
        if (plain && mqtts.isPresent()) {
            throw CommandFailed.because(CliCode.OPTIONS_EXCLUDE, "one", "--plain-mqtt", "other", "--mqtts-at");
        }
        return plain ? Optional.empty() : Optional.of(at(mqtts, host, MQTTS));
    }

    /** A ThingsBoard at this address, with a fresh id. */
    ServerEntry thingsBoard(Context context, Optional<String> name, String url) {
        URI address = orFail(HostInput.url(url));
        String whom = user.orElseThrow(() -> CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--user"));
        Secret password = context.secrets().password(passwordFile);
        String host = address.getHost();
        return new ServerEntry(
                UUID.randomUUID(),
                name.orElse(host),
                ServerEntry.Kind.THINGSBOARD,
                address,
                whom,
                password,
                Optional.of(at(mqtt, host, MQTT)),
                secured(host),
                anchors(context));
    }

    /** A plain broker; {@code address} is a host, with a port or without. */
    ServerEntry broker(Context context, String name, String address) {
        String host = orFail(HostInput.parse(address, MQTT)).host();
        return new ServerEntry(
                UUID.randomUUID(),
                name,
                ServerEntry.Kind.BROKER,
                URI.create("mqtt://" + (host.contains(":") ? "[" + host + "]" : host)),
                "",
                Secret.of(""),
                Optional.of(at(mqtt, host, MQTT)),
                secured(host),
                anchors(context));
    }

    private List<String> anchors(Context context) {
        return authorities
                .map(file -> CredentialFiles.authorities(context.tools().make().reader(), file).stream()
                        .map(Pem::certificate)
                        .toList())
                .orElse(List.of());
    }

    private static HostPort at(Optional<String> given, String host, int port) {
        return given.map(text -> orFail(HostInput.parse(text, port))).orElse(new HostPort(host, port));
    }
}
