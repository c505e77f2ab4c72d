package dev.gangway.bench.coap;

/** Learns what goes over a UDP socket. Called in the threads that send and receive; must not block. */
interface DatagramTap {
    /** A datagram is about to be sent. */
    void sent(byte[] datagram);

    /** A datagram came. */
    void received(byte[] datagram);

    /** The host answered that nothing listens there. */
    void unreachable();
}
