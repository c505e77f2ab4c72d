package dev.gangway.bench.mqtt.packet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One of the servers that a Server Reference names (MQTT 5, section 4.11): a host, or host and port; several are
 * separated by spaces. The standard leaves the form open, so what does not look like this is no reference that a program
 * could follow.
 *
 * @param host name or address, an IPv6 address without its brackets
 * @param port 1 to 65,535; empty for the port that was used
 */
public record ServerReference(String host, OptionalInt port) {
    private static final Pattern ONE = Pattern.compile(
            "(?:(?<name>[A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?)|\\[(?<v6>[0-9A-Fa-f:.]{2,45})])(?::(?<port>\\d{1,5}))?");

    /** All that can be followed, in the server's order. */
    public static List<ServerReference> parse(String reference) {
        return Stream.of(reference.strip().split("\\s+"))
                .flatMap(one -> read(one).stream())
                .toList();
    }

    private static Optional<ServerReference> read(String one) {
        Matcher matcher = ONE.matcher(one);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String host = matcher.group("name") == null ? matcher.group("v6") : matcher.group("name");
        if (matcher.group("port") == null) {
            return Optional.of(new ServerReference(host, OptionalInt.empty()));
        }
        int port = Integer.parseInt(matcher.group("port"));
        return port >= 1 && port <= 0xFFFF
                ? Optional.of(new ServerReference(host, OptionalInt.of(port)))
                : Optional.empty();
    }
}
