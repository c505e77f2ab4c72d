package dev.gangway.bench.kinds;

import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.mqtt.packet.Property;
import dev.gangway.bench.rules.CertCode;
import dev.gangway.bench.rules.MqttCode;
import dev.gangway.bench.rules.PortCode;
import dev.gangway.bench.rules.SessionCode;

/**
 * EMQX. Authenticators are asked one after the other: one that knows the client and not the password answers 0x86 (4), and
 * where none knows it, it is 0x87 (5); a JWT with a good signature and claims that do not hold is 0x86. Replayed in tests;
 * never run here.
 */
final class Emqx {
    static final Kind KIND = Kind.server(
                    "emqx", "EMQX", "https://docs.emqx.com/en/emqx/latest/access-control/authn/authn.html")
            .sign(Sign.domain(".*\\.emqx(?:sl)?\\.(?:com|io|cloud)|.*\\.emqxcloud\\.com"))
            .sign(Sign.hostNamedAfter("emqx"))
            .sign(Sign.certificate(Certainty.LIKELY, "\\bEMQX?\\b"))
            .sign(Sign.assignedClientId(Certainty.LIKELY, "emqx_.+"))
            .sign(Sign.limits(
                    Certainty.LIKELY,
                    "Maximum Packet Size = 1048576, Topic Alias Maximum = 65535",
                    properties -> properties.maximumPacketSize().orElse(0) == 1_048_576
                            && properties.topicAliasMaximum().orElse(0) == 65_535
                            && properties.has(Property.RETAIN_AVAILABLE)))
            .meaning(MqttCode.LOGIN_REFUSED, "login")
            .meaning(MqttCode.TOKEN_UNKNOWN, "login")
            .meaning(MqttCode.JWT_CLAIMS_REFUSED, "jwt-claims")
            .meaning(MqttCode.JWT_REFUSED, "jwt-unknown")
            .meaning(MqttCode.BANNED, "flapping")
            .remedy(MqttCode.LOGIN_REFUSED, "authn", "users")
            .remedy(MqttCode.TOKEN_UNKNOWN, "authn", "users")
            .remedy(MqttCode.ANONYMOUS_REFUSED, "authn")
            .remedy(MqttCode.JWT_CLAIMS_REFUSED, "verify-claims")
            .remedy(MqttCode.JWT_REFUSED, "jwt-from", "jwt-key")
            .remedy(MqttCode.BANNED, "unban")
            .remedy(MqttCode.CLIENT_ID_REFUSED, "clientid-length")
            .remedy(MqttCode.TOO_LARGE, "packet-size")
            .remedy(PortCode.EXPECTS_PROXY_HEADER, "proxy-protocol")
            .remedy(SessionCode.NOT_ALLOWED, "acl")
            .remedy(SessionCode.LOST, "acl")
            .remedy(SessionCode.RATE_LIMITED, "limiter")
            .remedy(CertCode.REQUIRED, "verify-peer")
            .remedy(CertCode.ISSUER_UNKNOWN, "cacertfile");

    private Emqx() {}
}
