package dev.gangway.authorities;

import dev.gangway.pki.OtherName;
import dev.gangway.pki.authority.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A certificate that an authority is asked for.
 *
 * @param authority who shall issue it
 * @param template how
 * @param values for the places of the template, for example {@code name} and {@code serial}
 * @param dnsNames for the subject alternative name, beside those of the template
 * @param addresses IP addresses for the same, as text
 * @param device whose it will be, where that is in the vault
 * @param otherNames for the subject alternative name, of kinds that have no place of their own
 */
public record IssueRequest(
        UUID authority,
        Template template,
        Map<String, String> values,
        List<String> dnsNames,
        List<String> addresses,
        Optional<UUID> device,
        List<OtherName> otherNames) {
    /** One without other names. */
    public IssueRequest(
            UUID authority,
            Template template,
            Map<String, String> values,
            List<String> dnsNames,
            List<String> addresses,
            Optional<UUID> device) {
        this(authority, template, values, dnsNames, addresses, device, List.of());
    }

    public IssueRequest {
        otherNames = List.copyOf(otherNames);
        values = Map.copyOf(values);
        dnsNames = List.copyOf(dnsNames);
        addresses = List.copyOf(addresses);
    }

    /** A device's certificate: its name fills both places where it has no serial number of its own. */
    public static IssueRequest forDevice(
            UUID authority, Template template, String name, Optional<String> serial, Optional<UUID> device) {
        return new IssueRequest(
                authority,
                template,
                Map.of(
                        "name",
                        name,
                        "serial",
                        serial.filter(text -> !text.isBlank()).orElse(name)),
                List.of(),
                List.of(),
                device);
    }
}
