package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.bench.Endpoint;
import dev.gangway.bench.Endpoint.Transport;
import dev.gangway.bench.MqttOptions;
import dev.gangway.bench.Plan;
import dev.gangway.bench.Proxy;
import dev.gangway.secret.Secret;
import dev.gangway.server.HostInput;
import dev.gangway.server.ServerEntry.HostPort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A connection that is described by options alone. */
final class ConnectionOptions {
    private static final int PROXY_PORT = 8080;

    @Option(names = "--host", paramLabel = "H", description = "Name or address of the MQTT server; nothing else.")
    private Optional<String> host = Optional.empty();

    @Option(names = "--port", paramLabel = "P", description = "1883, 8883 with --tls, 80 with --ws, 443 with both.")
    private Optional<Integer> port = Optional.empty();

    @Option(names = "--ws", description = "MQTT over WebSocket.")
    private boolean webSocket;

    @Option(
            names = "--path",
            paramLabel = "PATH",
            defaultValue = "/mqtt",
            description = "Of the WebSocket (default: ${DEFAULT-VALUE}).")
    private String path = "/mqtt";

    @Mixin
    private TlsFlags tls = new TlsFlags();

    @Option(names = "--username", paramLabel = "U", description = "MQTT user name. A token belongs into --token-file.")
    private Optional<String> userName = Optional.empty();

    @Option(
            names = "--token-file",
            paramLabel = "F",
            description = "The first line is sent as the user name, as ThingsBoard wants access tokens.")
    private Optional<Path> tokenFile = Optional.empty();

    @Option(names = "--password-file", paramLabel = "F", description = "The first line is the MQTT password.")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(names = "--client-id", paramLabel = "I", description = "Left out, the server chooses one.")
    private Optional<String> clientId = Optional.empty();

    @Option(
            names = "--mqtt",
            paramLabel = "5|3.1.1|3.1",
            defaultValue = "5",
            description = "Version to speak (default: ${DEFAULT-VALUE}).")
    private String mqtt = "5";

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "15",
            description = "For the whole test, or until a live session stands (default: ${DEFAULT-VALUE}).")
    private int timeout = 15;

    @Option(names = "--proxy", paramLabel = "KIND://H:P", description = "Go through an http:// or socks5:// proxy.")
    private Optional<String> proxy = Optional.empty();

    boolean isGiven() {
        return host.isPresent();
    }

    /** What the options describe; reads the files that they name. */
    Plan plan(Tools tools) {
        if (timeout < 1) {
            throw badValue("--timeout", String.valueOf(timeout));
        }
        Plan plan = Plan.connect(endpoint(), tls.options(tools, tls.isOn()), login())
                .within(Duration.ofSeconds(timeout));
        return proxy.map(ConnectionOptions::proxy).map(plan::through).orElse(plan);
    }

    private static Proxy proxy(String text) {
        for (Proxy.Kind kind : Proxy.Kind.values()) {
            String scheme = kind.name().toLowerCase(Locale.ROOT) + "://";
            if (text.startsWith(scheme)) {
                HostPort at = orFail(HostInput.parse(text.substring(scheme.length()), PROXY_PORT));
                return new Proxy(kind, at.host(), at.port(), Optional.empty(), Optional.empty());
            }
        }
        throw badValue("--proxy", text);
    }

    private Endpoint endpoint() {
        Transport transport =
                webSocket ? tls.isOn() ? Transport.WSS : Transport.WS : tls.isOn() ? Transport.TLS : Transport.TCP;
        if (port.isPresent() && (port.get() < 1 || port.get() > 65535)) {
            throw badValue("--port", String.valueOf(port.get()));
        }
        HostPort at = orFail(HostInput.parse(host.orElse(""), port.orElse(transport.usualPort())));
        if (port.isPresent() && at.port() != port.get()) {
            throw CommandFailed.because(CliCode.OPTIONS_EXCLUDE, "one", "--host " + host.orElse(""), "other", "--port");
        }
        return new Endpoint(at.host(), at.port(), transport, path);
    }

    private MqttOptions login() {
        if (userName.isPresent() && tokenFile.isPresent()) {
            throw CommandFailed.because(CliCode.OPTIONS_EXCLUDE, "one", "--username", "other", "--token-file");
        }
        Optional<String> user = userName.or(() -> tokenFile.map(Secrets::line).map(Secret::reveal));
        return MqttOptions.of(version(), clientId.orElse(""), user, passwordFile.map(Secrets::line));
    }

    private MqttOptions.Version version() {
        return switch (mqtt) {
            case "5", "5.0" -> MqttOptions.Version.V5;
            case "3.1.1" -> MqttOptions.Version.V3_1_1;
            case "3.1" -> MqttOptions.Version.V3_1;
            default -> throw badValue("--mqtt", mqtt);
        };
    }

    static CommandFailed badValue(String option, String value) {
        return CommandFailed.because(CliCode.BAD_VALUE, "option", option, "value", value);
    }
}
