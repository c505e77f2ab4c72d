package dev.gangway.cli;

import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What can be chosen for any connection, whether options or a device of the vault describe it. */
final class PlanOptions {
    @Mixin
    private OfferOptions offer = new OfferOptions();

    @Option(names = "--mqtt", paramLabel = "5|3.1.1|3.1", description = "Version to speak; 5 without it.")
    private Optional<String> mqtt = Optional.empty();

    @Mixin
    private SessionOptions session = new SessionOptions();

    @Mixin
    private WillOptions will = new WillOptions();

    @Mixin
    private AuthenticationOptions authentication = new AuthenticationOptions();

    @Mixin
    private ProxyOptions proxy = new ProxyOptions();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "For the whole test, or until a live session stands; 15 without it.")
    private Optional<Integer> timeout = Optional.empty();

    /** The same with what was chosen; what was not chosen stays. Options that need TLS are refused without it. */
    Plan addTo(Plan plan) {
        if (!plan.endpoint().transport().isSecure()) {
            offer.given().findFirst().ifPresent(option -> {
                throw CommandFailed.because(CliCode.NEEDS_TLS, "option", option);
            });
        }
        Plan chosen = plan.withTls(offer.addTo(plan.tls())).withMqtt(mqtt(plan.mqtt()));
        chosen = timeout.map(PlanOptions::seconds).map(chosen::within).orElse(chosen);
        return proxy.addTo(chosen);
    }

    private MqttOptions mqtt(MqttOptions usual) {
        MqttOptions chosen =
                mqtt.map(PlanOptions::version).map(usual::withVersion).orElse(usual);
        return authentication.addTo(will.addTo(session.addTo(chosen)));
    }

    private static Duration seconds(int timeout) {
        if (timeout < 1) {
            throw ConnectionOptions.badValue("--timeout", String.valueOf(timeout));
        }
        return Duration.ofSeconds(timeout);
    }

    private static MqttOptions.Version version(String text) {
        return switch (text) {
            case "5", "5.0" -> MqttOptions.Version.V5;
            case "3.1.1" -> MqttOptions.Version.V3_1_1;
            case "3.1" -> MqttOptions.Version.V3_1;
            default -> throw ConnectionOptions.badValue("--mqtt", text);
        };
    }
}
