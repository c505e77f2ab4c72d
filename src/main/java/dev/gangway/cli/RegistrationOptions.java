package dev.gangway.cli;

import dev.gangway.device.Registration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the server shall keep of a device beside its credential. */
final class RegistrationOptions {
    @Option(
            names = "--customer",
            paramLabel = "TITLE",
            description = "Assign the device to this customer, who must be on the server.")
    private Optional<String> customer = Optional.empty();

    @Option(names = "--gateway", description = "The device speaks for others behind it.")
    private boolean gateway;

    @Option(
            names = "--attribute",
            paramLabel = "KEY=VALUE",
            description = "Attribute that the server keeps to itself; may be given several times. Numbers, true and"
                    + " false become such, everything else is text.")
    private List<String> server = List.of();

    @Option(
            names = "--shared-attribute",
            paramLabel = "KEY=VALUE",
            description = "The same for an attribute that the server tells the device.")
    private List<String> shared = List.of();

    /** Whether any was given. */
    boolean isGiven() {
        return !registration().isEmpty();
    }

    Registration registration() {
        return new Registration(customer, gateway, pairs("--shared-attribute", shared), pairs("--attribute", server));
    }

    private static Map<String, String> pairs(String option, List<String> given) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String each : given) {
            int at = each.indexOf('=');
            if (at < 1 || pairs.put(each.substring(0, at), each.substring(at + 1)) != null) {
                throw ConnectionOptions.badValue(option, each);
            }
        }
        return pairs;
    }
}
