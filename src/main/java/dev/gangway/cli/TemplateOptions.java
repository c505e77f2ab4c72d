package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.authorities.Templates;
import dev.gangway.pki.OtherName;
import dev.gangway.pki.authority.Template;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
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

    @Option(
            names = "--hardware-module",
            paramLabel = "OID:SERIAL",
            description = "The name of the hardware module, for an IDevID (RFC 4108; IEEE 802.1AR): the maker's object"
                    + " identifier and the serial number, as text or in hexadecimal after 0x.")
    private Optional<String> module = Optional.empty();

    @Mixin
    private Days validity = new Days();

    Template template(Templates templates) {
        Template found = orFail(templates.named(template));
        return found.withValidity(validity.or(found.validity()));
    }

    Optional<String> serial() {
        return serial;
    }

    List<OtherName> otherNames() {
        return module.stream().map(TemplateOptions::hardwareModule).toList();
    }

    private static OtherName hardwareModule(String text) {
        int colon = text.indexOf(':');
        try {
            String serial = text.substring(colon + 1);
            return OtherName.hardwareModule(
                    text.substring(0, Math.max(colon, 0)),
                    serial.startsWith("0x")
                            ? HexFormat.of().parseHex(serial.substring(2))
                            : serial.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException unfit) {
            throw CommandFailed.because(
                    CliCode.BAD_CHOICE,
                    "option",
                    "--hardware-module",
                    "value",
                    text,
                    "choices",
                    "1.3.6.1.4.1.9999.1:SN-0417, 1.3.6.1.4.1.9999.1:0x0417");
        }
    }

    List<String> dns() {
        return dns;
    }

    List<String> addresses() {
        return addresses;
    }

    /** How long a certificate shall be valid. */
    static final class Days {
        private static final int MOST = 36_500;

        @Option(
                names = "--days",
                paramLabel = "N",
                description = "Valid for so many days from now on, 1 to " + MOST + ".")
        private Optional<Integer> days = Optional.empty();

        @Option(names = "--no-end", description = "Valid without end (99991231235959Z, as RFC 5280 writes it).")
        private boolean noEnd;

        /** What was asked for, else {@code usual}; empty for no end. */
        Optional<Duration> or(Optional<Duration> usual) {
            if (noEnd && days.isPresent()) {
                throw CommandFailed.because(CliCode.OPTIONS_EXCLUDE, "one", "--days", "other", "--no-end");
            }
            days.filter(number -> number < 1 || number > MOST).ifPresent(number -> {
                throw CommandFailed.because(
                        CliCode.BAD_CHOICE, "option", "--days", "value", number, "choices", "1 … " + MOST);
            });
            return noEnd ? Optional.empty() : days.map(Duration::ofDays).or(() -> usual);
        }
    }
}
