package dev.gangway.bench.event;

import java.util.List;
import java.util.Optional;

/** What happens below TLS: names, addresses, streams, proxies and WebSocket. */
public sealed interface NetDetail extends Detail {
    /** The name was resolved to these addresses. */
    record Resolved(List<String> addresses) implements NetDetail {}

    /** The name could not be resolved. */
    record NotResolved(String host) implements NetDetail {
        @Override
        public Severity severity(Direction direction) {
            return Severity.BAD;
        }
    }

    /** A TCP connection stands. */
    record TcpConnected(String address, int port) implements NetDetail {}

    /** A TCP connection to one address failed. */
    record TcpFailed(String address, int port, TcpFault fault) implements NetDetail {
        @Override
        public Severity severity(Direction direction) {
            return Severity.BAD;
        }
    }

    /** How TCP can fail. */
    enum TcpFault {
        REFUSED,
        TIMEOUT,
        NO_ROUTE,
        /** There is a way, and somebody on it says that the host or the port cannot, or may not, be reached (ICMP). */
        PROHIBITED,
        /** Opened and reset in one. */
        RESET,
        OTHER
    }

    /** The stream ended. Direction IN: the other side closed it. */
    record Closed(Ending ending) implements NetDetail {
        @Override
        public Severity severity(Direction direction) {
            return ending == Ending.BY_US ? Severity.PLAIN : Severity.BAD;
        }
    }

    /** How a stream ends. */
    enum Ending {
        /** End of file in good order (FIN). */
        EOF,
        /** Reset (RST), or broken pipe while writing. */
        RESET,
        /** We gave up waiting: the deadline passed. */
        TIMEOUT,
        /** A person cancelled. */
        CANCELLED,
        /** We closed it. */
        BY_US
    }

    /** The host answered that nothing listens on this UDP port (ICMP port unreachable). */
    record UdpUnreachable(String address, int port) implements NetDetail {
        @Override
        public Severity severity(Direction direction) {
            return Severity.BAD;
        }
    }

    /** A SOCKS 5 proxy answered (RFC 1928, section 6); 0 for success, 0xFF where it takes no login of ours. */
    record SocksReply(int code) implements NetDetail {}

    /** A proxy or WebSocket upgrade answered. */
    record HttpStatus(int status) implements NetDetail {
        @Override
        public Severity severity(Direction direction) {
            return status < 400 ? Severity.PLAIN : Severity.BAD;
        }
    }

    /**
     * A WebSocket was opened, and the server did not choose the subprotocol that was asked for (RFC 6455, section 4.1): it
     * chose none, which stricter clients refuse (MQTT 5, section 6), or another one, which everybody has to.
     */
    record Subprotocol(String asked, Optional<String> chosen) implements NetDetail {
        @Override
        public Severity severity(Direction direction) {
            return chosen.isEmpty() ? Severity.WARNING : Severity.BAD;
        }
    }

    /** The server closed the WebSocket; {@code code} is that of RFC 6455, section 7.4, or 1005 where it gave none. */
    record WebSocketClosed(int code, String reason) implements NetDetail {}

    /** Bytes that are not of the protocol expected here; the first of them. */
    record ForeignBytes(byte[] first, Foreign guess) implements NetDetail {
        @Override
        public Severity severity(Direction direction) {
            return Severity.BAD;
        }
    }

    /** What foreign bytes look like. */
    enum Foreign {
        /** A TLS record: content type 20 to 23 and a version. */
        TLS,
        /** HTTP or HTML. */
        HTTP,
        /** An MQTT packet. */
        MQTT,
        /** Readable text. */
        TEXT,
        UNKNOWN
    }

    /** A message began and never ended: so many of the expected bytes came; {@code expected} is -1 where unknown. */
    record Incomplete(int have, int expected) implements NetDetail {}
}
