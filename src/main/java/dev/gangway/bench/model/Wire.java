package dev.gangway.bench.model;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;

/**
 * How the TCP connection is made.
 *
 * @param header whether a PROXY header (version 1) goes ahead, as load balancers send it
 * @param smallPackets whether no packet carries more than {@value #SMALL} bytes of ours
 * @param family the only family of addresses that is tried, where one was chosen
 */
public record Wire(Header header, boolean smallPackets, Optional<Family> family) {
    /** Payload of a packet that fits through every path: IPv4 owes a host 576 bytes (RFC 791), headers included. */
    public static final int SMALL = 512;

    /** As everybody does. */
    public static final Wire USUAL = new Wire(Header.NONE, false, Optional.empty());

    /** Where a PROXY header is sent. */
    public enum Header {
        /** None is. */
        NONE,
        /** Before everything else. */
        AHEAD,
        /** As the first thing within TLS: it reaches whoever is behind a proxy that ends TLS. */
        WITHIN_TLS
    }

    /** Families of addresses. */
    public enum Family {
        IPV4,
        IPV6;

        /** The other one. */
        public Family other() {
            return this == IPV4 ? IPV6 : IPV4;
        }

        /** Whether this address is one of it. */
        public boolean has(InetAddress address) {
            return address instanceof Inet6Address == (this == IPV6);
        }
    }

    /** The same with a PROXY header there. */
    public Wire with(Header sent) {
        return new Wire(sent, smallPackets, family);
    }

    /** The same with small packets alone. */
    public Wire withSmallPackets() {
        return new Wire(header, true, family);
    }

    /** The same over this family of addresses alone. */
    public Wire over(Family only) {
        return new Wire(header, smallPackets, Optional.of(only));
    }
}
