package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.pki.Pem;
import dev.gangway.secret.Secret;
import dev.gangway.server.HostInput;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.ServerEntry.HostPort;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
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
    private static final int LOOK_MILLIS = 3000;

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
            description = "Devices connect without TLS alone: the server has no MQTT with TLS. Everybody on the way can"
                    + " read what they sign in with.")
    private boolean plain;

    @Option(
            names = "--api-key-file",
            paramLabel = "F",
            description = "The first line is an API key of the server; instead of user and password.")
    private Optional<Path> apiKey = Optional.empty();

    /** Whether this may be about that entry: no other user is named. */
    boolean isFor(ServerEntry entry) {
        return user.isEmpty() || user.get().equals(entry.user());
    }

    /** Whether anything was given that an entry holds. */
    boolean isGiven() {
        return plain
                || Stream.of(user, passwordFile, apiKey, mqtt, mqtts, authorities)
                        .anyMatch(Optional::isPresent);
    }

    /** The entry with everything that is given here in the place of what it has. */
    ServerEntry over(Context context, ServerEntry known) {
        refuseTwoLogins();
        String host = Optional.ofNullable(known.url().getHost()).orElse("");
        Optional<HostPort> tls = mqtts.isPresent() ? Optional.of(at(mqtts, host, MQTTS)) : known.mqtts();
        return new ServerEntry(
                known.id(),
                known.name(),
                known.kind(),
                known.url(),
                apiKey.isPresent() ? "" : user.orElse(known.user()),
                apiKey.or(() -> passwordFile).map(Secrets::line).orElse(known.password()),
                mqtt.isPresent() ? Optional.of(at(mqtt, host, MQTT)) : known.mqtt(),
                plain ? Optional.empty() : tls,
                authorities.isPresent() ? anchors(context) : known.trustAnchors());
    }

    /**
     * The entry without MQTT over TLS where nobody named that listener, nothing listens there, and MQTT without TLS is
     * there; says so. A listener that somebody named is never left out: who blocks it would get to read what is sent.
     */
    ServerEntry withWhatListens(Context context, ServerEntry fresh) {
        boolean plainAlone = mqtts.isEmpty()
                && fresh.mqtts().filter(at -> !listens(at)).isPresent()
                && fresh.mqtt().filter(ServerOptions::listens).isPresent();
        if (!plainAlone) {
            return fresh;
        }
        context.terminal()
                .aside()
                .say(
                        "server.plain-only",
                        "name",
                        fresh.name(),
                        "port",
                        fresh.mqtts().get().port());
        return new ServerEntry(
                fresh.id(),
                fresh.name(),
                fresh.kind(),
                fresh.url(),
                fresh.user(),
                fresh.password(),
                fresh.mqtt(),
                Optional.empty(),
                fresh.trustAnchors());
    }

    /** Whether somebody accepts a connection there; where that cannot be told, the test says why. */
    private static boolean listens(HostPort at) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(at.host(), at.port()), LOOK_MILLIS);
            return true;
        } catch (ConnectException refused) {
            return false;
        } catch (IOException unclear) {
            return true;
        }
    }

    private void refuseTwoLogins() {
        if (apiKey.isPresent() && (user.isPresent() || passwordFile.isPresent())) {
            throw CommandFailed.because(
                    CliCode.OPTIONS_EXCLUDE, "one", "--api-key-file", "other", "--user / --password-file");
        }
        if (plain && mqtts.isPresent()) {
            throw CommandFailed.because(CliCode.OPTIONS_EXCLUDE, "one", "--plain-mqtt", "other", "--mqtts-at");
        }
    }

    /** A ThingsBoard at this address, with a fresh id. */
    ServerEntry thingsBoard(Context context, Optional<String> name, String url) {
        URI address = orFail(HostInput.url(url));
        refuseTwoLogins();
        String whom = apiKey.isPresent()
                ? ""
                : user.orElseThrow(() -> CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--user"));
        Secret password =
                apiKey.map(Secrets::line).orElseGet(() -> context.secrets().password(passwordFile));
        String host = address.getHost();
        return new ServerEntry(
                UUID.randomUUID(),
                name.orElse(host),
                ServerEntry.Kind.THINGSBOARD,
                address,
                whom,
                password,
                Optional.of(at(mqtt, host, MQTT)),
                plain ? Optional.empty() : Optional.of(at(mqtts, host, MQTTS)),
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
                plain ? Optional.empty() : Optional.of(at(mqtts, host, MQTTS)),
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
