package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import java.util.Optional;

/**
 * ThingsBoard lets every client in whose user name or client id is {@code provision}, before it looks at any
 * credential, so such a success proves nothing.
 */
final class ProvisionRule {
    private static final String PROVISION = "provision";

    private ProvisionRule() {}

    static Optional<Hypothesis> judge(Findings findings) {
        boolean asUser = findings.mqtt().userName().filter(PROVISION::equals).isPresent();
        boolean asClient = findings.mqtt().clientId().equals(PROVISION);
        if (!asUser && !asClient) {
            return Optional.empty();
        }
        return findings.draft(MqttCode.PROVISION_IS_NO_LOGIN)
                .seen(findings.connack(), "accepted")
                .factIf(asUser, "user-name-provision")
                .factIf(asClient, "client-id-provision")
                .offerIf(asClient, "use-client-id", "clientId", "gangway-test")
                .report();
    }
}
