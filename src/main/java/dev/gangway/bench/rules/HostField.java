package dev.gangway.bench.rules;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the host in what people paste into a host field. */
final class HostField {
    private static final Pattern PASTED = Pattern.compile(
            "\\s*(?:[A-Za-z][A-Za-z0-9+.-]*://)?(?:[^@/\\s]*@)?([^/:?#\\s]+)(?::\\d+)?(?:[/?#].*)?\\s*");

    private HostField() {}

    /** The bare host name, where the text holds more than that. */
    static Optional<String> bareHost(String text) {
        if (text.chars().filter(c -> c == ':').count() > 1 && !text.contains("/")) {
            return Optional.empty(); // an IPv6 address
        }
        Matcher matcher = PASTED.matcher(text);
        return matcher.matches() && !matcher.group(1).equals(text) ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
