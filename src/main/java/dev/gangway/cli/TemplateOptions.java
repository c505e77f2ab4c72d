package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.authorities.Templates;
import dev.gangway.pki.authority.Template;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** By which template a certificate is made, and what is different this time. */
final class TemplateOptions {
    @Option(
            names = "--template",
            paramLabel = "NAME",
            defaultValue = "Device",
            description = "Device, IDevID, LDevID, \"MQTT server\", or one of the vault (default: ${DEFAULT-VALUE}).")
    private String template = "Device";

    @Option(names = "--serial", paramLabel = "TEXT", description = "Fills {serial} in the template; NAME without it.")
    private Optional<String> serial = Optional.empty();

    @Option(names = "--dns", paramLabel = "HOST", description = "An alternative name; may be repeated.")
    private List<String> dns = List.of();

    @Option(names = "--ip", paramLabel = "ADDRESS", description = "The same for an address.")
    private List<String> addresses = List.of();

    @Mixin
    private Days validity = new Days();

    Template template(Templates templates) {
        Template found = orFail(templates.named(template));
        return found.withValidity(validity.or(found.validity()));
    }

    Optional<String> serial() {
        return serial;
    }

    List<String> dns() {
        return dns;
    }

    List<String> addresses() {
        return addresses;
    }
}
