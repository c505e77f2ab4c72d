package dev.gangway.bench.rules;

import static dev.gangway.bench.rules.RemedyTemplate.advice;

import dev.gangway.diagnosis.Action;
import java.util.List;

/** What keeps a connection from coming about at all. */
public enum NetCode implements BenchCode {
    /** The host field holds more than a host name. */
    HOST_NOT_PLAIN(advice("use-host", Action.USE_HOST), advice("host-only")),
    /** The name cannot be resolved. */
    UNKNOWN_HOST(advice("check-host-spelling"), advice("check-dns"), advice("use-ip-address")),
    /** The name servers do not answer. */
    NAME_SERVER_SILENT(advice("check-dns"), advice("use-ip-address"), advice("retry", Action.RETRY)),
    /** Finding the address took all the time. */
    NAME_SERVER_SLOW(
            advice("check-dns"), advice("use-ip-address"), advice("longer-deadline"), advice("retry", Action.RETRY)),
    /** Nothing listens on that port. */
    REFUSED(
            advice("use-port", Action.USE_PORT),
            advice("check-port"),
            advice("start-listener"),
            advice("check-host-is-mqtt")),
    /** Nobody answers at that address. */
    CONNECT_TIMEOUT(
            advice("open-firewall"), advice("check-address"), advice("other-network"), advice("retry", Action.RETRY)),
    /** There is no way to that address. */
    NO_ROUTE(advice("check-network"), advice("check-vpn")),
    /** Somebody on the way says that this port may not, or cannot, be reached. */
    FORBIDDEN_ON_THE_WAY(advice("open-firewall"), advice("check-address"), advice("other-network")),
    /** The system could not connect for another reason. */
    CONNECT_FAILED(advice("retry", Action.RETRY), advice("check-network")),
    /** The server closed the connection before anything was sent. */
    HUNG_UP_AT_ONCE(advice("wait-out-block"), advice("check-allow-list"), advice("check-proxy-protocol")),
    /** A log-in page of the local network answers in place of the server. */
    CAPTIVE_PORTAL(advice("log-in-to-network"), advice("other-network")),
    /** The proxy itself cannot be reached. */
    PROXY_UNREACHABLE(advice("check-proxy-address"), advice("check-network"), advice("retry", Action.RETRY)),
    /** The proxy did not let the connection through. */
    PROXY_REFUSED(advice("check-proxy-login"), advice("allow-in-proxy")),
    /** The proxy took the connection and did not answer. */
    PROXY_SILENT(advice("check-proxy-kind"), advice("check-proxy-address"), advice("retry", Action.RETRY)),
    /** What answers is no proxy of that kind. */
    PROXY_FOREIGN(advice("check-proxy-kind"), advice("check-proxy-address")),
    /** The proxy hung up without an answer. */
    PROXY_HUNG_UP(advice("check-proxy-kind"), advice("check-proxy-login"), advice("allow-in-proxy")),
    /** The server sent more than a test takes, and nothing of what was waited for. */
    FLOODED(advice("check-service"), advice("check-server-log"), advice("check-port")),
    /** The time ran out while waiting for the server. */
    NO_ANSWER(advice("retry", Action.RETRY), advice("check-server-load"), advice("longer-deadline")),
    /** The same connection is refused one time and taken the next. */
    ANSWERS_DIFFERENTLY(advice("check-each-server"), advice("retry", Action.RETRY), advice("check-server-load")),
    /** Large packets get lost on the way, small ones arrive. */
    PACKETS_TOO_LARGE(advice("check-mtu"), advice("clamp-mss"), advice("other-network")),
    /** Over the addresses of one family another server answers, or none, than over those of the other. */
    OTHER_ADDRESS_FAMILY(advice("use-host", Action.USE_HOST), advice("mend-address-record")),
    /** The connection ended without an answer that says why. */
    BROKE_OFF(advice("retry", Action.RETRY), advice("check-server-log"));

    private final List<RemedyTemplate> advice;

    NetCode(RemedyTemplate... advice) {
        this.advice = List.of(advice);
    }

    @Override
    public String family() {
        return "net";
    }

    @Override
    public List<RemedyTemplate> remedies() {
        return advice;
    }
}
