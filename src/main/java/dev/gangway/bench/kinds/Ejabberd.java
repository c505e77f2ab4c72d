package dev.gangway.bench.kinds;

import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.rules.CertCode;
import dev.gangway.bench.rules.MqttCode;
import dev.gangway.bench.rules.SessionCode;

/** ejabberd's {@code mod_mqtt}: the user name is a JID, {@code user@host}, and the host one that it serves. */
final class Ejabberd {
    static final Kind KIND = Kind.server("ejabberd", "ejabberd", "https://docs.ejabberd.im/admin/guide/mqtt/")
            .sign(Sign.hostNamedAfter("ejabberd"))
            .sign(Sign.certificate(Certainty.LIKELY, "ejabberd"))
            .sign(Sign.reasonString(Certainty.POSSIBLE, "XMPP|JID"))
            .meaning(MqttCode.LOGIN_REFUSED, "jid")
            .meaning(MqttCode.TOKEN_UNKNOWN, "jid")
            .remedy(MqttCode.LOGIN_REFUSED, "jid", "register")
            .remedy(MqttCode.TOKEN_UNKNOWN, "jid", "register")
            .remedy(MqttCode.ANONYMOUS_REFUSED, "jid")
            .remedy(SessionCode.NOT_ALLOWED, "access-publish")
            .remedy(SessionCode.LOST, "access-publish")
            .remedy(CertCode.REQUIRED, "listener-tls");

    private Ejabberd() {}
}
