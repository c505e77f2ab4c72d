package dev.gangway.bench.kinds;

import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.rules.CertCode;
import dev.gangway.bench.rules.MqttCode;
import dev.gangway.bench.rules.SessionCode;

/** NanoMQ. Never run here. */
final class NanoMq {
    static final Kind KIND = Kind.server(
                    "nanomq", "NanoMQ", "https://nanomq.io/docs/en/latest/config-description/v014.html")
            .sign(Sign.hostNamedAfter("nanomq"))
            .sign(Sign.certificate(Certainty.LIKELY, "nanomq"))
            .sign(Sign.assignedClientId(Certainty.LIKELY, "nanomq-.+"))
            .remedy(MqttCode.LOGIN_REFUSED, "password-conf")
            .remedy(MqttCode.TOKEN_UNKNOWN, "password-conf")
            .remedy(MqttCode.ANONYMOUS_REFUSED, "allow-anonymous")
            .remedy(MqttCode.TOO_LARGE, "packet-size")
            .remedy(SessionCode.NOT_ALLOWED, "acl")
            .remedy(CertCode.REQUIRED, "verify-peer")
            .remedy(CertCode.ISSUER_UNKNOWN, "cacertfile");

    private NanoMq() {}
}
