package dev.gangway.device;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** How ThingsBoard gets a device's name out of a certificate, where its profile trusts a chain. */
public final class NameExpression {
    private NameExpression() {}

    /**
     * The device name that an expression yields: its first group in the first place where it matches.
     *
     * @param commonName of the device's certificate
     * @return empty where it yields none, also for an invalid expression: ThingsBoard saves those without complaint,
     *     and then refuses every device with no more than a wrong-credentials code
     */
    public static Optional<String> deviceName(String expression, String commonName) {
        try {
            Matcher matcher = Pattern.compile(expression).matcher(commonName);
            return matcher.find() && matcher.groupCount() > 0
                    ? Optional.ofNullable(matcher.group(1))
                    : Optional.empty();
        } catch (PatternSyntaxException invalid) {
            return Optional.empty();
        }
    }
}
