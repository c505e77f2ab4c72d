package dev.gangway.bench.kinds;

import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.rules.CertCode;
import dev.gangway.bench.rules.MqttCode;
import dev.gangway.bench.rules.SessionCode;
import dev.gangway.bench.rules.TlsCode;

/**
 * HiveMQ and HiveMQ Cloud. Seen with the community edition of 2025. Its reason strings are its own ({@code com.hivemq.util.ReasonStrings} of the community edition).
 * HiveMQ Cloud routes by the server's name in TLS and takes nothing but TLS.
 */
final class HiveMq {
    static final Kind KIND = Kind.server(
                    "hivemq", "HiveMQ", "https://docs.hivemq.com/hivemq/latest/user-guide/index.html")
            .sign(Sign.domain(".*\\.hivemq\\.(?:cloud|com)"))
            .sign(Sign.hostNamedAfter("hivemq"))
            .sign(Sign.certificate(Certainty.LIKELY, "hivemq"))
            .sign(Sign.reasonString(
                    Certainty.LIKELY,
                    "^Not authorized to (?:connect\\. |publish on topic ')|^Sent CONNECT with |^Sent CONNECT exceeded"
                            + "|^Retain flag of Will message was set"))
            .sign(Sign.assignedClientId(Certainty.LIKELY, "hmq_.+"))
            .sign(Sign.limits(
                    Certainty.LIKELY,
                    "Receive Maximum = 10, Topic Alias Maximum = 5",
                    properties -> properties.receiveMaximum().orElse(0) == 10
                            && properties.topicAliasMaximum().orElse(0) == 5))
            .sign(Sign.limits(
                    Certainty.LIKELY,
                    "Maximum Packet Size = 268435460",
                    properties -> properties.maximumPacketSize().orElse(0) == 268_435_460))
            .meaning(MqttCode.LOGIN_REFUSED, "one-code")
            .meaning(MqttCode.TOKEN_UNKNOWN, "one-code")
            .meaning(MqttCode.ANONYMOUS_REFUSED, "one-code")
            .remedy(MqttCode.LOGIN_REFUSED, "credentials", "extension")
            .remedy(MqttCode.TOKEN_UNKNOWN, "credentials", "extension")
            .remedy(MqttCode.ANONYMOUS_REFUSED, "credentials", "allow-all")
            .remedy(MqttCode.CERTIFICATE_UNKNOWN, "extension")
            .remedy(MqttCode.CLIENT_ID_REFUSED, "client-id-length")
            .remedy(MqttCode.TOO_LARGE, "packet-size")
            .remedy(MqttCode.WILL_REFUSED, "will")
            .remedy(SessionCode.NOT_ALLOWED, "permissions")
            .remedy(SessionCode.LOST, "permissions")
            .remedy(CertCode.REQUIRED, "client-authentication")
            .remedy(CertCode.ISSUER_UNKNOWN, "truststore")
            .judging(HiveMq::judge);

    private HiveMq() {}

    /**
     * HiveMQ Cloud finds the cluster by the server's name, and one that gets none knows no login. Without an extension that
     * signs clients in, HiveMQ refuses everybody: no password is to blame.
     */
    private static void judge(Situation situation) {
        boolean nameless = situation.findings().clientHello().isPresent()
                && !situation.findings().plan().tls().name().sent();
        if (nameless && situation.refusedConnect()) {
            situation.first(situation
                    .draft(TlsCode.SERVER_NAME_MISSING)
                    .seen(situation.findings().clientHello(), "hello-without-name")
                    .known(situation.says("routes-by-name"))
                    .settledBy(Experiment.WITH_SERVER_NAME));
        }
        boolean nobodyChecks = situation
                .findings()
                .refused()
                .flatMap(seen -> seen.detail().reason())
                .filter(reason -> reason.contains("No authenticator registered"))
                .isPresent();
        if (nobodyChecks) {
            situation.weaken(MqttCode.LOGIN_REFUSED, "no-authenticator");
            situation.weaken(MqttCode.TOKEN_UNKNOWN, "no-authenticator");
            situation.weaken(MqttCode.ANONYMOUS_REFUSED, "no-authenticator");
            situation.first(situation.draft(MqttCode.NO_AUTHENTICATOR).known(situation.says("no-authenticator")));
        }
    }
}
