package dev.gangway.server;

import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.server.ServerEntry.HostPort;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what people type and paste where a host or an address belongs. Blanks around it and a dot at its end are
 * dropped; anything else that does not belong there is named, and the diagnosis offers what was probably meant.
 */
public final class HostInput {
    private static final int MAX_PORT = 65535;
    private static final int MAX_HOST = 253;
    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*)://(.*)$", Pattern.DOTALL);
    private static final Pattern BRACKETS = Pattern.compile("^\\[([^\\]]*)\\](?::(.*))?$");
    private static final Pattern IPV6 = Pattern.compile("^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%\\w+)?$");
    private static final Pattern LABEL = Pattern.compile("^[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?$");
    private static final Map<String, Integer> PORTS =
            Map.of("mqtt", 1883, "tcp", 1883, "mqtts", 8883, "ssl", 8883, "tls", 8883, "ws", 80, "wss", 443);

    private HostInput() {}

    /**
     * Host and port from a field for a host, in which a port may stand as well: {@code host}, {@code host:port},
     * {@code [::1]:port}.
     *
     * @param defaultPort where the text names none
     */
    public static Outcome<HostPort> parse(String text, int defaultPort) {
        String bare = text.strip();
        if (bare.isEmpty()) {
            return Diagnosis.of(ServerCode.HOST_EMPTY)
                    .evidence(Evidence.inField("host", "field-empty"))
                    .remedy("enter-host")
                    .failed();
        }
        Matcher scheme = SCHEME.matcher(bare);
        if (scheme.matches()) {
            String name = scheme.group(1).toLowerCase(Locale.ROOT);
            int port = PORTS.getOrDefault(name, defaultPort);
            return meant(
                    Diagnosis.of(ServerCode.HOST_HAS_SCHEME).with("scheme", name + "://"),
                    withoutRest(scheme.group(2)),
                    port);
        }
        if (bare.contains("@")) {
            // Not repeated in the evidence: what stands before the @ may be a password.
            return meant(Diagnosis.of(ServerCode.HOST_HAS_USER), withoutRest(bare), defaultPort);
        }
        if (bare.contains("/") || bare.contains("?") || bare.contains("#")) {
            return meant(entered(ServerCode.HOST_HAS_PATH, bare), withoutRest(bare), defaultPort);
        }
        if (bare.codePoints().anyMatch(HostInput::isBlank)) {
            String joined = bare.codePoints()
                    .filter(c -> !isBlank(c))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            return meant(entered(ServerCode.HOST_HAS_SPACES, bare), joined, defaultPort);
        }
        return hostAndPort(bare, defaultPort);
    }

    /** The address of a REST interface; where {@code https://} is missing, the diagnosis offers it. */
    public static Outcome<URI> url(String text) {
        String bare = text.strip();
        Matcher scheme = SCHEME.matcher(bare);
        boolean web =
                scheme.matches() && scheme.group(1).toLowerCase(Locale.ROOT).matches("https?");
        if (!web) {
            Diagnosis.Builder diagnosis = Diagnosis.of(ServerCode.URL_INVALID);
            String rest = scheme.matches() ? scheme.group(2) : bare;
            hostAndPort(withoutRest(rest), MAX_PORT)
                    .toOptional()
                    .ifPresent(host -> diagnosis.remedy("use-url", "url", "https://" + withoutRest(rest)));
            return diagnosis.failed();
        }
        String authority = scheme.group(2).split("[/?#]", 2)[0];
        if (authority.contains("@")) {
            return Diagnosis.of(ServerCode.HOST_HAS_USER)
                    .remedy("use-url", "url", scheme.group(1) + "://" + withoutRest(authority))
                    .failed();
        }
        return hostAndPort(authority, MAX_PORT).then(host -> uri(bare));
    }

    private static Outcome<URI> uri(String text) {
        try {
            URI uri = new URI(text);
            String path = Optional.ofNullable(uri.getRawPath()).orElse("").replaceAll("/+$", "");
            return Outcome.ok(new URI(uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getRawAuthority() + path));
        } catch (URISyntaxException malformed) {
            return Diagnosis.of(ServerCode.URL_INVALID).failed();
        }
    }

    private static Outcome<HostPort> hostAndPort(String text, int defaultPort) {
        Matcher brackets = BRACKETS.matcher(text);
        if (brackets.matches()) {
            Outcome<Integer> port = port(Optional.ofNullable(brackets.group(2)), defaultPort);
            return port.then(number -> host(brackets.group(1)).map(host -> new HostPort(host, number)));
        }
        if (IPV6.matcher(text).matches()) {
            return Outcome.ok(new HostPort(text, defaultPort));
        }
        int colon = text.indexOf(':');
        Optional<String> port = colon < 0 ? Optional.empty() : Optional.of(text.substring(colon + 1));
        String host = colon < 0 ? text : text.substring(0, colon);
        return port(port, defaultPort).then(number -> host(host).map(name -> new HostPort(name, number)));
    }

    private static Outcome<Integer> port(Optional<String> text, int defaultPort) {
        if (text.isEmpty()) {
            return Outcome.ok(defaultPort);
        }
        String digits = text.get();
        if (digits.matches("\\d{1,5}") && Integer.parseInt(digits) >= 1 && Integer.parseInt(digits) <= MAX_PORT) {
            return Outcome.ok(Integer.parseInt(digits));
        }
        return Diagnosis.of(ServerCode.PORT_INVALID)
                .with("port", digits)
                .remedy("enter-port")
                .failed();
    }

    private static Outcome<String> host(String text) {
        if (IPV6.matcher(text).matches()) {
            return Outcome.ok(text);
        }
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        try {
            // the tables of Unicode are read where they are needed, which takes longer than all else here
            String ascii = name.chars().allMatch(c -> c < 0x80) ? name : IDN.toASCII(name);
            boolean valid = !ascii.isEmpty() && ascii.length() <= MAX_HOST;
            for (String label : ascii.split("\\.", -1)) {
                valid &= LABEL.matcher(label).matches();
            }
            if (valid) {
                return Outcome.ok(ascii);
            }
        } catch (IllegalArgumentException notAName) {
            // falls through: the diagnosis is the same
        }
        return entered(ServerCode.HOST_INVALID, text)
                .with("host", text)
                .remedy("check-host")
                .failed();
    }

    private static <T> Outcome<T> meant(Diagnosis.Builder diagnosis, String candidate, int port) {
        hostAndPort(candidate, port)
                .handle(
                        meant -> diagnosis.remedy(
                                Action.USE_HOST, "use-host", "host", meant.host(), "port", meant.port()),
                        unclear -> diagnosis.remedy("enter-host"));
        return diagnosis.failed();
    }

    /** What stands between user and path. */
    private static String withoutRest(String text) {
        String authority = text.strip().split("[/?#]", 2)[0];
        return authority.substring(authority.lastIndexOf('@') + 1).strip();
    }

    private static Diagnosis.Builder entered(ServerCode code, String text) {
        return Diagnosis.of(code).evidence(Evidence.inField("host", "entered", "text", text));
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == 0x200B;
    }
}
