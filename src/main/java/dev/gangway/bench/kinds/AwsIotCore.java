package dev.gangway.bench.kinds;

import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.rules.CertCode;
import dev.gangway.bench.rules.ConnackCode;
import dev.gangway.bench.rules.MqttCode;
import dev.gangway.bench.rules.PortCode;
import dev.gangway.bench.rules.SessionCode;
import dev.gangway.bench.rules.TlsCode;

/**
 * AWS IoT Core. Hangs up where a policy forbids: on CONNECT, and on a message. Quotas:
 * https://docs.aws.amazon.com/general/latest/gr/iot-core.html; ALPN at port 443 and the server's name in TLS:
 * https://docs.aws.amazon.com/iot/latest/developerguide/protocols.html. Never run here: bytes are replayed.
 */
final class AwsIotCore {
    static final Kind KIND = Kind.server(
                    "aws-iot-core",
                    "AWS IoT Core",
                    "https://docs.aws.amazon.com/iot/latest/developerguide/connecting-to-existing-device.html")
            .sign(Sign.domain(".*\\.iot\\.[a-z0-9-]+\\.amazonaws\\.com(?:\\.cn)?"))
            .sign(Sign.certificate(Certainty.PROVEN, "\\.iot\\.[a-z0-9-]+\\.amazonaws\\.com"))
            .sign(Sign.topic(Certainty.LIKELY, "\\$aws/.*"))
            .sign(Sign.userName(Certainty.LIKELY, ".*x-amz-customauthorizer-.*", "…x-amz-customauthorizer-…"))
            .sign(Sign.limits(
                    Certainty.LIKELY,
                    "Maximum QoS = 1, Topic Alias Maximum = 8, Receive Maximum = 100",
                    properties -> properties.maximumQos().orElse(2) == 1
                            && properties.topicAliasMaximum().orElse(0) == 8
                            && properties.receiveMaximum().orElse(0) == 100))
            .limited(Limits.OF_MQTT
                    .speaking(Version.V3_1_1, Version.V5)
                    .withClientId(128)
                    .withQos(1)
                    .withPayload(131_072)
                    .withTopicSlashes(7))
            .meaning(MqttCode.POLICY_REFUSED, "closes")
            .meaning(PortCode.CLOSED_BEHIND_TLS, "closes")
            .meaning(SessionCode.CLOSED_AFTER_PUBLISH, "closes-on-publish")
            .meaning(SessionCode.LOST, "closes-on-publish")
            .meaning(CertCode.REFUSED_SILENTLY, "not-registered")
            .remedy(MqttCode.POLICY_REFUSED, "connect-policy", "attach-policy", "activate", "right-endpoint")
            .remedy(MqttCode.NO_PERMISSION, "connect-policy", "attach-policy", "activate")
            .remedy(MqttCode.CERTIFICATE_UNKNOWN, "connect-policy", "attach-policy", "activate")
            .remedy(MqttCode.CHAIN_UNKNOWN, "connect-policy", "attach-policy", "activate")
            .remedy(PortCode.CLOSED_BEHIND_TLS, "connect-policy", "activate", "right-endpoint")
            .remedy(SessionCode.CLOSED_AFTER_PUBLISH, "publish-policy", "topic-rules")
            .remedy(SessionCode.NOT_ALLOWED, "publish-policy")
            .remedy(SessionCode.LOST, "publish-policy", "one-client-id")
            .remedy(CertCode.REQUIRED, "certificate")
            .remedy(CertCode.ISSUER_UNKNOWN, "register", "right-endpoint")
            .remedy(CertCode.REFUSED_SILENTLY, "activate", "register", "right-endpoint")
            .remedy(CertCode.REFUSED, "activate", "register", "right-endpoint")
            .remedy(TlsCode.SERVER_UNTRUSTED, "ats-root")
            .remedy(TlsCode.ALPN_MISSING, "alpn")
            .remedy(PortCode.WEBSOCKET_SIGNATURE, "presign", "right-endpoint")
            .remedy(PortCode.WEBSOCKET_REFUSED, "presign", "iam-policy", "right-endpoint")
            .judging(AwsIotCore::judge);

    /** Names the authorizer in the user name: AWS IoT Core, "Custom authentication". */
    private static final String CUSTOM_AUTHORIZER = "x-amz-customauthorizer-";

    private AwsIotCore() {}

    /** A certificate that TLS accepted and a closing on CONNECT: a policy, or the certificate is not active. */
    private static void judge(Situation situation) {
        boolean certificate = situation.findings().certificateSent();
        boolean authorizer = situation
                .findings()
                .mqtt()
                .userName()
                .filter(name -> name.contains(CUSTOM_AUTHORIZER))
                .isPresent();
        boolean refused = situation.closedOnConnect() && (certificate || authorizer)
                || authorizer
                        && situation.refusal().filter(ConnackCode::isAboutLogin).isPresent();
        if (refused) {
            var draft = situation
                    .draft(MqttCode.POLICY_REFUSED)
                    .with("clientId", situation.findings().mqtt().clientId());
            situation.first(authorizer ? draft.known(situation.says("authorizer")) : draft);
        }
        SignedPath.judge(situation);
    }
}
