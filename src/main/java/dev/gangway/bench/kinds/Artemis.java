package dev.gangway.bench.kinds;

import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.rules.CertCode;
import dev.gangway.bench.rules.MqttCode;
import dev.gangway.bench.rules.SessionCode;

/**
 * Apache ActiveMQ Artemis, and Amazon MQ for ActiveMQ beside it. Seen with 2.55: a login that fails, and none at all, is 5
 * before MQTT 5 and 0x86 in it; who may not publish is hung up on before MQTT 5 and told 0x87 in it.
 */
final class Artemis {
    static final Kind KIND = Kind.server(
                    "artemis",
                    "ActiveMQ Artemis",
                    "https://activemq.apache.org/components/artemis/documentation/latest/mqtt.html")
            .sign(Sign.hostNamedAfter("artemis"))
            .sign(Sign.hostNamedAfter("activemq"))
            .sign(Sign.certificate(Certainty.LIKELY, "ActiveMQ|artemis"))
            .sign(Sign.limits(
                    Certainty.LIKELY,
                    "Topic Alias Maximum = 65535, Maximum Packet Size = 268435455",
                    properties -> properties.topicAliasMaximum().orElse(0) == 65_535
                            && properties.maximumPacketSize().orElse(0) == 268_435_455))
            .meaning(MqttCode.LOGIN_REFUSED, "login")
            .meaning(MqttCode.NO_PERMISSION, "permission")
            .remedy(MqttCode.LOGIN_REFUSED, "users")
            .remedy(MqttCode.TOKEN_UNKNOWN, "users")
            .remedy(MqttCode.ANONYMOUS_REFUSED, "guest")
            .remedy(MqttCode.NO_PERMISSION, "security-settings")
            .remedy(MqttCode.JWT_REFUSED, "jaas")
            .remedy(MqttCode.JWT_CLAIMS_REFUSED, "jaas")
            .remedy(MqttCode.CERTIFICATE_UNKNOWN, "certificate-login")
            .remedy(SessionCode.NOT_ALLOWED, "security-settings")
            .remedy(SessionCode.LOST, "security-settings")
            .remedy(CertCode.REQUIRED, "need-client-auth")
            .remedy(CertCode.ISSUER_UNKNOWN, "truststore");

    private Artemis() {}
}
