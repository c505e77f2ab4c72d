package dev.gangway.ui.bench.options;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Options as people type them. Pure. */
final class OptionText {
    private static final int LONGEST_PROTOCOL = 255;

    private OptionText() {}

    /** A whole number within bounds. */
    static Optional<Long> number(String text, long lowest, long highest) {
        return Optional.of(text)
                .filter(digits -> digits.matches("\\d{1,10}"))
                .map(Long::valueOf)
                .filter(number -> number >= lowest && number <= highest);
    }

    /** The same, or nothing at all. */
    static Optional<Optional<Long>> maybeNumber(String text, long lowest, long highest) {
        return text.isEmpty()
                ? Optional.of(Optional.empty())
                : number(text, lowest, highest).map(Optional::of);
    }

    /** Names of a register, separated by commas or spaces; none for the defaults. */
    static Optional<List<String>> names(String text, Function<String, OptionalInt> register) {
        List<String> names = words(text);
        return names.stream().allMatch(name -> register.apply(name).isPresent())
                ? Optional.of(names)
                : Optional.empty();
    }

    /** Protocols for ALPN, separated by commas or spaces (RFC 7301: 1 to 255 bytes each). */
    static Optional<List<String>> protocols(String text) {
        List<String> names = words(text);
        return names.stream().allMatch(name -> name.length() <= LONGEST_PROTOCOL)
                ? Optional.of(names)
                : Optional.empty();
    }

    /** One {@code name=value} a line. */
    static Optional<List<Map.Entry<String, String>>> properties(String text) {
        List<Map.Entry<String, String>> properties = new ArrayList<>();
        for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
            int equals = line.indexOf('=');
            if (equals < 1) {
                return Optional.empty();
            }
            properties.add(Map.entry(
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip()));
        }
        return Optional.of(List.copyOf(properties));
    }

    /** The properties as they would be typed. */
    static String text(List<Map.Entry<String, String>> properties) {
        return properties.stream()
                .map(property -> property.getKey() + "=" + property.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** A host: something without spaces, slashes and scheme. */
    static Optional<String> host(String text) {
        return Optional.of(text).filter(host -> host.matches("[^\\s/]+"));
    }

    /** A topic to publish to (MQTT 5, section 4.7): not empty, without wildcards. */
    static Optional<String> topic(String text) {
        return Optional.of(text).filter(topic -> topic.matches("[^+#\\x00]+"));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
