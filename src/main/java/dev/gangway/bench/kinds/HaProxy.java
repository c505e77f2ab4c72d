package dev.gangway.bench.kinds;

import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.rules.MqttCode;
import dev.gangway.bench.rules.NetCode;
import dev.gangway.bench.rules.PortCode;

/** HAProxy: hangs up at once where no server of the backend is up, and on MQTT that {@code mqtt_is_valid} does not let by. */
final class HaProxy {
    static final Kind KIND = Kind.between("haproxy", "HAProxy", "https://docs.haproxy.org/2.8/configuration.html")
            .sign(Sign.hostNamedAfter("haproxy"))
            .sign(Sign.certificate(Certainty.POSSIBLE, "haproxy"))
            .meaning(NetCode.HUNG_UP_AT_ONCE, "no-server")
            .remedy(NetCode.HUNG_UP_AT_ONCE, "backend")
            .remedy(PortCode.CLOSED_ON_CONNECT, "backend", "send-proxy")
            .remedy(PortCode.CLOSED_BEHIND_TLS, "backend", "send-proxy")
            .remedy(PortCode.EXPECTS_PROXY_HEADER, "accept-proxy")
            .remedy(MqttCode.NO_CONNACK, "backend");

    private HaProxy() {}
}
