package dev.gangway.bench.kinds;

import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.rules.CertCode;
import dev.gangway.bench.rules.MqttCode;
import dev.gangway.bench.rules.SessionCode;

/** VerneMQ. Refuses everybody until told otherwise: {@code allow_anonymous} is off and the password file empty. Never run here. */
final class VerneMq {
    static final Kind KIND = Kind.server("vernemq", "VerneMQ", "https://docs.vernemq.com/configuring-vernemq/file-auth")
            .sign(Sign.hostNamedAfter("vernemq"))
            .sign(Sign.hostNamedAfter("vmq"))
            .sign(Sign.certificate(Certainty.LIKELY, "vernemq"))
            .meaning(MqttCode.LOGIN_REFUSED, "plugins")
            .remedy(MqttCode.LOGIN_REFUSED, "passwd", "plugins")
            .remedy(MqttCode.TOKEN_UNKNOWN, "passwd", "plugins")
            .remedy(MqttCode.ANONYMOUS_REFUSED, "allow-anonymous", "passwd")
            .remedy(MqttCode.CLIENT_ID_REFUSED, "client-id-size")
            .remedy(MqttCode.UNAVAILABLE, "netsplit")
            .remedy(MqttCode.VERSION_REFUSED, "versions")
            .remedy(SessionCode.NOT_ALLOWED, "acl")
            .remedy(SessionCode.LOST, "acl")
            .remedy(CertCode.REQUIRED, "require-certificate")
            .remedy(CertCode.ISSUER_UNKNOWN, "cafile");

    private VerneMq() {}
}
