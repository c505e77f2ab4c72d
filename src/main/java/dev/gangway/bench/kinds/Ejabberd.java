package dev.gangway.bench.kinds;

import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.mqtt.packet.Property;
import dev.gangway.bench.rules.CertCode;
import dev.gangway.bench.rules.ConnackCode;
import dev.gangway.bench.rules.Findings;
import dev.gangway.bench.rules.MqttCode;
import dev.gangway.bench.rules.SessionCode;
import java.util.regex.Pattern;

/**
 * ejabberd's {@code mod_mqtt}: the user name is a JID, {@code user@host}, and the host one that it serves. Seen with 23.01: a
 * host that it does not serve is "server unavailable" (3, 0x88), a wrong login or none 5 (0x87); a topic that may not be
 * published to is 0x90 with words of its own, and acknowledged without a word before MQTT 5.
 */
final class Ejabberd {
    private static final Pattern JID = Pattern.compile("[^@/\\s]+@[^@/\\s]+(?:/.*)?");

    static final Kind KIND = Kind.server("ejabberd", "ejabberd", "https://docs.ejabberd.im/admin/guide/mqtt/")
            .sign(Sign.hostNamedAfter("ejabberd"))
            .sign(Sign.certificate(Certainty.LIKELY, "ejabberd"))
            .sign(Sign.reasonString(Certainty.LIKELY, "is forbidden by service policy$"))
            .sign(Sign.reasonString(Certainty.POSSIBLE, "XMPP|JID"))
            .sign(Sign.limits(
                    Certainty.LIKELY,
                    "Topic Alias Maximum = 100, no shared subscriptions",
                    properties -> properties.topicAliasMaximum().orElse(0) == 100
                            && !properties.isAvailable(Property.SHARED_SUBSCRIPTION_AVAILABLE)))
            .sign(Sign.of(Certainty.LIKELY, "user name user@host, CONNACK 3 (0x88)", Ejabberd::knowsNoSuchHost))
            .meaning(MqttCode.LOGIN_REFUSED, "jid")
            .meaning(MqttCode.TOKEN_UNKNOWN, "jid")
            .meaning(SessionCode.NOT_ALLOWED, "forbidden")
            .remedy(MqttCode.LOGIN_REFUSED, "jid", "register")
            .remedy(MqttCode.TOKEN_UNKNOWN, "jid", "register")
            .remedy(MqttCode.ANONYMOUS_REFUSED, "jid")
            .remedy(MqttCode.USER_NAME_FORM, "host", "jid")
            .remedy(SessionCode.NOT_ALLOWED, "access-publish")
            .remedy(SessionCode.LOST, "access-publish")
            .remedy(CertCode.REQUIRED, "listener-tls")
            .judging(Ejabberd::judge);

    private Ejabberd() {}

    private static boolean knowsNoSuchHost(Findings findings) {
        boolean unavailable = findings.refused()
                .filter(seen -> ConnackCode.of(seen.detail().code()) == ConnackCode.UNAVAILABLE)
                .isPresent();
        return unavailable
                && findings.mqtt()
                        .userName()
                        .filter(name -> JID.matcher(name).matches())
                        .isPresent();
    }

    private static void judge(Situation situation) {
        if (knowsNoSuchHost(situation.findings())) {
            String name = situation.findings().mqtt().userName().orElse("");
            String host = name.substring(name.indexOf('@') + 1);
            situation.weaken(MqttCode.UNAVAILABLE, "no-such-host", "host", host);
            situation.first(situation
                    .draft(MqttCode.USER_NAME_FORM)
                    .with("wanted", "user@host")
                    .known(situation.says("no-such-host", "host", host)));
        }
        boolean forbidden =
                Sign.reasons(situation.findings()).anyMatch(reason -> reason.contains("forbidden by service policy"));
        if (forbidden && situation.proposes(SessionCode.TOPIC_UNKNOWN)) {
            situation.weaken(SessionCode.TOPIC_UNKNOWN, "forbidden");
            situation.first(situation
                    .draft(SessionCode.NOT_ALLOWED)
                    .with(
                            "topic",
                            situation
                                    .findings()
                                    .plan()
                                    .publication()
                                    .map(planned -> planned.topic())
                                    .orElse("–"))
                    .known(situation.says("forbidden")));
        }
    }
}
