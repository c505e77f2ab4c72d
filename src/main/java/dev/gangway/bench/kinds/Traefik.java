package dev.gangway.bench.kinds;

import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.rules.PortCode;
import dev.gangway.bench.rules.TlsCode;

/** Traefik: shows a certificate of its own making where no router or certificate fits the server's name. */
final class Traefik {
    static final Kind KIND = Kind.between(
                    "traefik", "Traefik", "https://doc.traefik.io/traefik/https/tls/#default-certificate")
            .sign(Sign.certificate(Certainty.PROVEN, "TRAEFIK DEFAULT CERT"))
            .sign(Sign.hostNamedAfter("traefik"))
            .meaning(TlsCode.SERVER_SELF_SIGNED, "default-certificate")
            .meaning(TlsCode.HOST_MISMATCH_WITHOUT_SNI, "default-certificate")
            .meaning(TlsCode.DEFAULT_CERTIFICATE, "default-certificate")
            .remedy(TlsCode.SERVER_SELF_SIGNED, "host-sni", "certificate")
            .remedy(TlsCode.DEFAULT_CERTIFICATE, "host-sni", "certificate")
            .remedy(TlsCode.HOST_MISMATCH_WITHOUT_SNI, "host-sni")
            .remedy(PortCode.CLOSED_BEHIND_TLS, "host-sni", "service")
            .remedy(PortCode.NO_TLS, "entrypoint")
            .judging(Proxies::defaultCertificate);

    private Traefik() {}
}
