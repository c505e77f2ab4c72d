package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.bench.Endpoint;
import dev.gangway.bench.Endpoint.Transport;
import dev.gangway.bench.Plan;
import dev.gangway.server.HostInput;
import dev.gangway.server.ServerEntry.HostPort;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A connection that is described by options alone. */
final class ConnectionOptions {
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

    @Mixin
    private LoginOptions login = new LoginOptions();

    @Mixin
    private PlanOptions choices = new PlanOptions();

    boolean isGiven() {
        return host.isPresent();
    }

    /** What the options describe; reads the files that they name. */
    Plan plan(Tools tools) {
        return choices.addTo(Plan.connect(endpoint(), tls.options(tools), login.login()));
    }

    /** The plan of a device of the vault with what was chosen; options that describe another device are refused. */
    Plan addTo(Plan plan) {
        Stream.of(
                        port.map(_ -> "--port").stream(),
                        Stream.of("--ws").filter(_ -> webSocket),
                        tls.given(),
                        login.given())
                .flatMap(given -> given)
                .findFirst()
                .ifPresent(option -> {
                    throw CommandFailed.because(CliCode.OPTIONS_EXCLUDE, "one", option, "other", "DEVICE");
                });
        return choices.addTo(plan);
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

    static CommandFailed badValue(String option, String value) {
        return CommandFailed.because(CliCode.BAD_VALUE, "option", option, "value", value);
    }
}
