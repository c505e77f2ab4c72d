package dev.gangway.bench.kinds;

import dev.gangway.bench.rules.MqttCode;
import dev.gangway.bench.rules.NetCode;
import dev.gangway.bench.rules.PortCode;

/** Load balancers of the large clouds, by their host names: they close where no target is healthy, and silent connections. */
final class CloudLoadBalancer {
    static final Kind KIND = Kind.between(
                    "cloud-load-balancer",
                    "a cloud load balancer",
                    "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-troubleshooting.html")
            .sign(Sign.domain(".*\\.elb\\.(?:[a-z0-9-]+\\.)?amazonaws\\.com(?:\\.cn)?|.*\\.cloudapp\\.azure\\.com"))
            .meaning(NetCode.HUNG_UP_AT_ONCE, "no-target")
            .remedy(NetCode.HUNG_UP_AT_ONCE, "target-health")
            .remedy(NetCode.CONNECT_TIMEOUT, "security-group")
            .remedy(PortCode.CLOSED_ON_CONNECT, "target-health", "listener")
            .remedy(PortCode.CLOSED_BEHIND_TLS, "target-health", "listener")
            .remedy(PortCode.EXPECTS_PROXY_HEADER, "proxy-protocol")
            .remedy(MqttCode.NO_CONNACK, "target-health");

    private CloudLoadBalancer() {}
}
