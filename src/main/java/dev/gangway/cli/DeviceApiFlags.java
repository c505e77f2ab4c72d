package dev.gangway.cli;

import dev.gangway.bench.model.DeviceApi;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Endpoint.Transport;
import dev.gangway.bench.model.Plan;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.testing.TestChoices.Way;
import java.util.Optional;
import picocli.CommandLine.Option;

/** ThingsBoard's device API instead of MQTT. */
final class DeviceApiFlags {
    @Option(
            names = "--http",
            description = "Post telemetry to ThingsBoard's device API instead of speaking MQTT; HTTPS with --tls.")
    private boolean http;

    @Option(names = "--coap", description = "The same over CoAP; CoAPs (DTLS) with --tls.")
    private boolean coap;

    /** What is asked for, instead of the transport that MQTT would have. */
    Optional<Transport> transport(Transport mqtt) {
        if (http && coap) {
            throw CommandFailed.because(CliCode.OPTIONS_EXCLUDE, "one", "--http", "other", "--coap");
        }
        if (!http && !coap) {
            return Optional.empty();
        }
        if (mqtt.isWebSocket()) {
            throw CommandFailed.because(CliCode.OPTIONS_EXCLUDE, "one", "--ws", "other", http ? "--http" : "--coap");
        }
        return Optional.of((http ? Transport.HTTP : Transport.COAP).secured(mqtt.isSecure()));
    }

    /** The way to test a device of the vault; HTTP or HTTPS is said by the server's address. */
    Optional<Way> way(boolean tls) {
        return transport(tls ? Transport.TLS : Transport.TCP).map(chosen -> switch (chosen) {
            case COAP -> Way.COAP;
            case COAPS -> Way.COAPS;
            default -> Way.HTTP;
        });
    }

    /** The plan with the path of the device API; refused where it has nothing to sign in with there. */
    static Plan complete(Plan plan) {
        Endpoint at = plan.endpoint();
        if (!at.transport().isDeviceApi()) {
            return plan;
        }
        boolean token = plan.mqtt().userName().isPresent();
        boolean certificate = plan.tls().identity().isPresent() && !token;
        if (certificate && at.transport() != Transport.COAPS) {
            throw CommandFailed.because(OnboardingCode.CERTIFICATE_NOT_OVER_API);
        }
        if (!certificate && !token) {
            throw CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--token-file");
        }
        return plan.at(DeviceApi.endpoint(at.host(), at.port(), at.transport(), certificate));
    }
}
