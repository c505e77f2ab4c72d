package dev.gangway.line.serial;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * GS1 Digital Link (GS1 Digital Link Standard: URI Syntax 1.4, uncompressed): an element string as a web address, such
 * as {@code https://id.gs1.org/01/09506000134352/21/ABC?17=270101}.
 */
public final class DigitalLink {
    /** Primary keys with the qualifiers that may follow in the path, in their order. */
    private static final Map<String, List<String>> KEYS = keys();

    private static Map<String, List<String>> keys() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        keys.put("01", List.of("22", "10", "21"));
        keys.put("8006", List.of("22", "10", "21"));
        keys.put("414", List.of("254"));
        keys.put("8010", List.of("8011"));
        keys.put("8017", List.of("8019"));
        keys.put("8018", List.of("8019"));
        for (String each : Set.of(
                "00", "253", "255", "401", "402", "410", "411", "412", "413", "415", "416", "417", "8003", "8004",
                "8013")) {
            keys.put(each, List.of());
        }
        return Map.copyOf(keys);
    }

    private DigitalLink() {}

    /** Whether a text is a web address at all. */
    static boolean isAddress(String text) {
        return text.regionMatches(true, 0, "https://", 0, 8) || text.regionMatches(true, 0, "http://", 0, 7);
    }

    /** Reads an address; fails with {@code serial.gs1-link} where it has no primary key, else as {@link Gs1} does. */
    public static Outcome<Gs1> parse(String address) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            return none(address);
        }
        String[] steps = Optional.ofNullable(uri.getRawPath()).orElse("").split("/", -1);
        int key = -1;
        for (int i = steps.length - 2; i >= 1 && key < 0; i--) {
            if (KEYS.containsKey(steps[i]) && isWhole(steps, i)) {
                key = i;
            }
        }
        if (key < 0 || uri.getHost() == null) {
            return none(address);
        }
        List<String> pairs = new ArrayList<>();
        for (int i = key; i + 1 < steps.length; i += 2) {
            String value = decoded(steps[i + 1]);
            pairs.add(steps[i]);
            pairs.add(
                    steps[i].equals("01") && value.matches("[0-9]{8}|[0-9]{12,13}")
                            ? "0".repeat(14 - value.length()) + value
                            : value);
        }
        String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
        for (String each : query.split("[&;]")) {
            int equals = each.indexOf('=');
            // names that are no numbers are the resolver's: link types and such
            if (equals > 0 && each.substring(0, equals).matches("[0-9]{2,4}")) {
                pairs.add(each.substring(0, equals));
                pairs.add(decoded(each.substring(equals + 1)));
            }
        }
        return Gs1.of(pairs.toArray(String[]::new));
    }

    /** Whether from here to the end the path is the key and its qualifiers, in their order. */
    private static boolean isWhole(String[] steps, int key) {
        List<String> qualifiers = KEYS.getOrDefault(steps[key], List.of());
        int last = -1;
        int i = key + 2;
        for (; i + 1 < steps.length; i += 2) {
            int at = qualifiers.indexOf(steps[i]);
            if (at <= last) {
                return false;
            }
            last = at;
        }
        return i == steps.length || i == steps.length - 1 && steps[i].isEmpty();
    }

    /** The address of an element string; empty where it has no primary key. {@code base} such as https://id.gs1.org. */
    public static Optional<String> of(String base, Gs1 gs1) {
        Optional<String> key =
                gs1.elements().keySet().stream().filter(KEYS::containsKey).findFirst();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder path = new StringBuilder(base.endsWith("/") ? base.substring(0, base.length() - 1) : base);
        List<String> inPath = new ArrayList<>(List.of(key.get()));
        inPath.addAll(KEYS.getOrDefault(key.get(), List.of()));
        inPath.forEach(each -> gs1.get(each)
                .ifPresent(value -> path.append('/').append(each).append('/').append(encoded(value))));
        char next = '?';
        for (Map.Entry<String, String> each : gs1.elements().entrySet()) {
            if (!inPath.contains(each.getKey())) {
                path.append(next).append(each.getKey()).append('=').append(encoded(each.getValue()));
                next = '&';
            }
        }
        return Optional.of(path.toString());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    private static Outcome<Gs1> none(String address) {
        return Diagnosis.of(SerialCode.GS1_LINK)
                .with("link", Scans.shown(address))
                .remedy("serial.right-label")
                .failed();
    }
}
