package dev.gangway.bench.rules;

import dev.gangway.bench.rules.DeviceRules.Asked;
import dev.gangway.pki.Subjects;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Why a profile of the strategy X.509 chain makes nothing of a certificate. ThingsBoard takes the first group of the
 * first match of its expression in the leaf's common name as the device's name; anything else fails without a word.
 */
final class ChainProfile {
    private ChainProfile() {}

    static Draft explain(Asked asked, X509Certificate leaf) {
        Optional<String> commonName = Subjects.commonName(leaf);
        if (commonName.isEmpty()) {
            return asked.login().draft(MqttCode.COMMON_NAME_MISSING).fact("no-common-name");
        }
        Optional<String> expression = asked.facts().nameExpression();
        if (expression.isPresent()
                && deviceName(expression.get(), commonName.get()).isEmpty()) {
            return asked.login()
                    .draft(DeviceCode.NAME_NOT_MATCHED)
                    .with("expression", expression.get())
                    .with("commonName", commonName.get())
                    .fact("name-expression", "expression", expression.get(), "commonName", commonName.get());
        }
        return asked.login().chain().size() == 1 && !Certs.isSelfSigned(leaf)
                ? asked.login().draft(MqttCode.ANCHOR_NOT_SENT).fact("leaf-sent-alone", "issuer", Certs.issuer(leaf))
                : asked.login().draft(MqttCode.CHAIN_UNKNOWN);
    }

    /** The device name that the expression yields. */
    static Optional<String> deviceName(String expression, String commonName) {
        try {
            Matcher matcher = Pattern.compile(expression).matcher(commonName);
            return matcher.find() && matcher.groupCount() > 0
                    ? Optional.ofNullable(matcher.group(1))
                    : Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.empty(); // ThingsBoard saves such an expression without complaint, and it never matches
        }
    }
}
