package dev.gangway.logging;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The last line of defence for logs: blots out what looks like a secret. Code must not log secrets in the first place;
 * this catches what a library says of its own accord.
 */
public final class LogRedaction {
    private static final String BLOT = "[redacted]";

    private static final List<Pattern> SECRETS = List.of(
            Pattern.compile("-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\\s\\S]*?(-----END [A-Z0-9 ]*PRIVATE KEY-----|$)"),
            // A JWT: three base64url parts, the first of which is a JSON object.
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{4,}(\\.[A-Za-z0-9_-]*)?"),
            Pattern.compile("(?i)(?<=authorization[\"']?[:=] ?)(bearer |apikey |basic )?\\S+"),
            Pattern.compile("(?i)(?<=(password|passphrase|secret|token|credentialsId|credentialsValue)[\"']?[:=]"
                    + " ?[\"']?)[^\\s\"',;&}]+"),
            // ThingsBoard's device HTTP interface carries the token in the path.
            Pattern.compile("(?<=/api/v1/)[^/\\s]+(?=/(telemetry|attributes|rpc|claim))"));

    private LogRedaction() {}

    /** The text with whatever looks like a secret blotted out. */
    public static String redact(String text) {
        String safe = text;
        for (Pattern secret : SECRETS) {
            safe = secret.matcher(safe).replaceAll(BLOT);
        }
        return safe;
    }
}
