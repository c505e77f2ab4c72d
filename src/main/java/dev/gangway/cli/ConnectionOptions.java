package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Endpoint.Transport;
import dev.gangway.bench.model.Plan;
import dev.gangway.server.HostInput;
import dev.gangway.server.ServerEntry.HostPort;
import dev.gangway.testing.TestChoices.Way;
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

    /** What the options describe for a test that may call the device API instead of speaking MQTT. */
    Plan plan(Tools tools, DeviceApiFlags api) {
        return DeviceApiFlags.complete(plan(tools, api.transport(transport()).orElse(transport())));
    }

    /** What the options describe; reads the files that they name. */
    Plan plan(Tools tools) {
        return plan(tools, transport());
    }

    private Plan plan(Tools tools, Transport transport) {
        return choices.addTo(Plan.connect(endpoint(transport), tls.options(tools), login.login()));
    }

    /** A way to test a device of the vault that is not MQTT. */
    Optional<Way> way(DeviceApiFlags api) {
        return api.way(tls.isOn());
    }

    /** The plan of a device of the vault with what was chosen; options that describe another device are refused. */
    Plan addTo(Plan plan) {
        // What the vault says of a server leaves these two open.
        boolean coap = plan.endpoint().transport().isCoap();
        Stream.of(
                        port.filter(_ -> !coap).map(_ -> "--port").stream(),
                        Stream.of("--ws").filter(_ -> webSocket),
                        tls.given().filter(option -> !coap || !option.equals("--tls")),
                        login.given())
                .flatMap(given -> given)
                .findFirst()
                .ifPresent(option -> {
                    throw CommandFailed.because(CliCode.OPTIONS_EXCLUDE, "one", option, "other", "DEVICE");
                });
        return choices.addTo(coap ? atPort(plan) : plan);
    }

    private Plan atPort(Plan plan) {
        Endpoint at = plan.endpoint();
        return port.map(named -> plan.at(new Endpoint(at.host(), checkedPort(named), at.transport(), at.path())))
                .orElse(plan);
    }

    private Transport transport() {
        return (webSocket ? Transport.WS : Transport.TCP).secured(tls.isOn());
    }

    private static int checkedPort(int port) {
        if (port < 1 || port > 65535) {
            throw badValue("--port", String.valueOf(port));
        }
        return port;
    }

    private Endpoint endpoint(Transport transport) {
        port.ifPresent(ConnectionOptions::checkedPort);
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
