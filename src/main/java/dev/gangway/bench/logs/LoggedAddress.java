package dev.gangway.bench.logs;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The server that a device's log names: by a URI, or in the commands of modems.
 *
 * @param scheme {@code mqtts} for TLS, {@code mqtt} otherwise; of WebSockets {@code ws} or {@code wss}
 * @param host name or address
 * @param port where the log says it
 */
public record LoggedAddress(String scheme, String host, OptionalInt port) {
    private static final String HOST = "((?:[\\w-]+\\.)+[\\w-]+|localhost|\\[[0-9a-fA-F:]+])";

    /** In this order: a URI says more than a line of a modem. */
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("\\b(mqtts?|wss?|ssl|tls|tcp)://" + HOST + "(?::(\\d{1,5}))?"),
            Pattern.compile(
                    "AT\\+(QMTOPEN|CMQTTCONNECT|CCHOPEN|SMCONF)=[^\"]*\"(?:URL\",\")?" + HOST + "\"?,\"?(\\d{1,5})"),
            Pattern.compile("\\b([hH]ost|[bB]roker|[sS]erver)\\s*[=:]\\s*\"?" + HOST
                    + "(?:[:,]\\s*(?:port\\s*[=:]\\s*)?(\\d{1,5}))?"));

    /** The first that the log names. */
    public static Optional<LoggedAddress> in(String log) {
        return FORMS.stream()
                .flatMap(form -> log.lines().flatMap(line -> found(form.matcher(line))))
                .findFirst();
    }

    private static Stream<LoggedAddress> found(Matcher matcher) {
        if (!matcher.find()) {
            return Stream.empty();
        }
        OptionalInt port =
                matcher.group(3) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(matcher.group(3)));
        if (port.isPresent() && (port.getAsInt() < 1 || port.getAsInt() > 65_535)) {
            return Stream.empty();
        }
        boolean secure = port.orElse(0) == 8883;
        String scheme = switch (matcher.group(1)) {
            case "ws", "wss", "mqtts" -> matcher.group(1);
            case "ssl", "tls" -> "mqtts";
            default -> secure ? "mqtts" : "mqtt";
        };
        return Stream.of(new LoggedAddress(scheme, matcher.group(2), port));
    }

    /** As people type it: {@code mqtts://broker.example:8883}. */
    public String uri() {
        return scheme + "://" + host + (port.isPresent() ? ":" + port.getAsInt() : "");
    }
}
