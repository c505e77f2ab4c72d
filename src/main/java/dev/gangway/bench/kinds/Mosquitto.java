package dev.gangway.bench.kinds;

import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.mqtt.packet.Property;
import dev.gangway.bench.rules.CertCode;
import dev.gangway.bench.rules.MqttCode;
import dev.gangway.bench.rules.SessionCode;

/**
 * Eclipse Mosquitto. Options: man page mosquitto.conf(5); codes: {@code src/handle_connect.c}, where a login that fails for
 * whatever reason is "not authorized" (5, 0x87), and a keep-alive above {@code max_keepalive} is "identifier rejected" before
 * MQTT 5. Seen with 2.0.11.
 */
final class Mosquitto {
    static final Kind KIND = Kind.server("mosquitto", "Mosquitto", "https://mosquitto.org/man/mosquitto-conf-5.html")
            .sign(Sign.domain("(?:.*\\.)?test\\.mosquitto\\.org"))
            .sign(Sign.hostNamedAfter("mosquitto"))
            .sign(Sign.certificate(Certainty.LIKELY, "mosquitto"))
            .sign(Sign.assignedClientId(Certainty.LIKELY, "auto-[0-9A-Fa-f]{8}-[0-9A-Fa-f-]{27}"))
            .sign(Sign.limits(
                    Certainty.LIKELY,
                    "Topic Alias Maximum = 10, Receive Maximum = 20",
                    properties -> properties.topicAliasMaximum().orElse(0) == 10
                            && properties.receiveMaximum().orElse(0) == 20
                            && !properties.has(Property.MAXIMUM_PACKET_SIZE)))
            .meaning(MqttCode.LOGIN_REFUSED, "one-code")
            .meaning(MqttCode.TOKEN_UNKNOWN, "one-code")
            .meaning(MqttCode.ANONYMOUS_REFUSED, "anonymous")
            .meaning(MqttCode.CERTIFICATE_UNKNOWN, "identity")
            .meaning(MqttCode.CHAIN_UNKNOWN, "identity")
            .meaning(MqttCode.KEEP_ALIVE_REFUSED, "keep-alive")
            .remedy(MqttCode.LOGIN_REFUSED, "passwd", "password-file")
            .remedy(MqttCode.TOKEN_UNKNOWN, "passwd", "password-file")
            .remedy(MqttCode.ANONYMOUS_REFUSED, "allow-anonymous", "passwd")
            .remedy(MqttCode.CERTIFICATE_UNKNOWN, "use-identity")
            .remedy(MqttCode.CHAIN_UNKNOWN, "use-identity")
            .remedy(MqttCode.NO_PERMISSION, "clientid-prefixes", "acl-file")
            .remedy(MqttCode.CLIENT_ID_REFUSED, "clientid-prefixes")
            .remedy(MqttCode.KEEP_ALIVE_REFUSED, "max-keepalive")
            .remedy(MqttCode.TOO_LARGE, "max-packet-size")
            .remedy(MqttCode.POLICY_REFUSED, "max-connections", "clientid-prefixes")
            .remedy(CertCode.ISSUER_UNKNOWN, "cafile")
            .remedy(CertCode.INTERMEDIATE_MISSING, "cafile")
            .remedy(CertCode.REVOKED, "crlfile")
            .remedy(CertCode.CALLED_EXPIRED, "crlfile")
            .remedy(CertCode.REQUIRED, "require-certificate")
            .remedy(SessionCode.NOT_ALLOWED, "acl-file")
            .remedy(SessionCode.TOO_LARGE, "max-packet-size");

    private Mosquitto() {}
}
