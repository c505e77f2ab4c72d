package dev.gangway.bench.kinds;

import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.rules.NetCode;
import dev.gangway.bench.rules.PortCode;
import dev.gangway.bench.rules.TlsCode;

/** nginx, also as ingress of Kubernetes, whose fake certificate says that none fits the server's name. */
final class Nginx {
    static final Kind KIND = Kind.between(
                    "nginx", "nginx", "https://nginx.org/en/docs/stream/ngx_stream_proxy_module.html")
            .sign(Sign.certificate(Certainty.PROVEN, "Kubernetes Ingress Controller Fake Certificate"))
            .sign(Sign.hostNamedAfter("nginx"))
            .meaning(TlsCode.SERVER_SELF_SIGNED, "fake-certificate")
            .meaning(TlsCode.DEFAULT_CERTIFICATE, "fake-certificate")
            .meaning(TlsCode.HOST_MISMATCH_WITHOUT_SNI, "fake-certificate")
            .remedy(TlsCode.DEFAULT_CERTIFICATE, "ingress-tls")
            .remedy(TlsCode.SERVER_SELF_SIGNED, "ingress-tls")
            .remedy(PortCode.CLOSED_ON_CONNECT, "stream", "upstream")
            .remedy(PortCode.CLOSED_BEHIND_TLS, "stream", "upstream")
            .remedy(PortCode.HTTP, "stream")
            .remedy(PortCode.EXPECTS_PROXY_HEADER, "proxy-protocol")
            .remedy(NetCode.HUNG_UP_AT_ONCE, "upstream")
            .judging(Proxies::defaultCertificate);

    private Nginx() {}
}
