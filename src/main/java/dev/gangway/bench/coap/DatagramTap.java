package dev.gangway.bench.coap;

import java.net.InetSocketAddress;

/** Learns what goes over a UDP socket. Called in the threads that send and receive; must not block. */
interface DatagramTap {
    /** A datagram is about to be sent. */
    void sent(byte[] datagram);

    /** What was about to be sent has been handed to the system. */
    default void done() {}

    /** A datagram came. */
    void received(byte[] datagram);

    /** The socket is ready, and this is our end of it. */
    default void opened(InetSocketAddress local) {}

    /** The host answered that nothing listens there. */
    void unreachable();
}
