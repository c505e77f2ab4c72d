package dev.gangway.bench.rules;

import dev.gangway.bench.rules.DeviceRules.Asked;
import dev.gangway.device.NameExpression;
import dev.gangway.pki.Subjects;
import dev.gangway.pki.path.Issuance;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * Why a profile of the strategy X.509 chain makes nothing of a certificate. ThingsBoard takes the first group of the
 * first match of its expression in the leaf's common name as the device's name; anything else fails without a word.
 */
final class ChainProfileRefusal {
    private ChainProfileRefusal() {}

    static HypothesisBuilder explain(Asked asked, X509Certificate leaf) {
        Optional<String> commonName = Subjects.commonName(leaf);
        if (commonName.isEmpty()) {
            return asked.login().draft(MqttCode.COMMON_NAME_MISSING).fact("no-common-name");
        }
        Optional<String> expression = asked.facts().nameExpression();
        if (expression.isPresent()
                && NameExpression.deviceName(expression.get(), commonName.get()).isEmpty()) {
            return asked.login()
                    .draft(DeviceCode.NAME_NOT_MATCHED)
                    .with("expression", expression.get())
                    .with("commonName", commonName.get())
                    .fact("name-expression", "expression", expression.get(), "commonName", commonName.get());
        }
        return asked.login().chain().size() == 1 && !Issuance.isSelfSigned(leaf)
                ? asked.login().draft(MqttCode.ANCHOR_NOT_SENT).fact("leaf-sent-alone", "issuer", Certs.issuer(leaf))
                : asked.login().draft(MqttCode.CHAIN_UNKNOWN);
    }
}
